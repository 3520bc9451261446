import './abort';
import {
  attributeAt,
  attributeCount,
  clearAttributes,
  normaliseAttribute,
  valueAddress,
  valueLength,
} from './attributes';
import { resetAttlists } from './attlist';
import { decodeAt, initCharacters } from './characters';
import { Code, Encoding, Status } from './codes';
import { finishColumns, resetColumns, takeIntoColumns } from './columns';
import { resetDeclared, resumeDeclared } from './declared';
import { lastTag, lastTagDepth, pauseCountdown, readContent, resetContent } from './content';
import { resetEntities } from './entities';
import { resetGuesses } from './fast/guesses';
import { setFastLane } from './fast/lane';
import { depth, elementCount, frameAt, framePlace, openOutside, resetFrames } from './frames';
import {
  addIssue,
  clearIssues,
  issueAddress,
  issueCount,
  issuePlace,
  textsAddress,
  textsUsed,
} from './issues';
import { markByte, noteMarked, resetMarked } from './marked';
import { asked, grow, grownCapacity, setMemoryLimit, slack } from './memory';
import {
  clearNames,
  intern,
  localOf,
  nameAddress,
  nameCount,
  nameLength,
  nameTooLong,
  resetNames,
  seedNames,
} from './names';
import { resetNamespaces, seedNamespaces } from './namespaces';
import {
  doctypeSeen,
  Phase,
  phase,
  readOutside,
  readStart,
  resetProlog,
  resumeEpilog,
  resumeProlog,
} from './prolog';
import { keepMarks, placeAfter, placeSize, resetPlaces, resolvePlace, resumePlaces, setPlace } from './places';
import { Result } from './results';
import { readSection, resetSections, Section, section } from './sections';
import { resolveAll } from './resolve';
import {
  closeCount,
  eventsAddress,
  forgetLikelyTypes,
  joinSegment,
  outsideLevel,
  resetSeam,
  segmentBlock,
  segmentFrames,
  sumUp,
  unseenLevel,
} from './seam';
import * as structure from './structure/interpreter';
import { resetMemo } from './structure/memo';
import { loadTables } from './structure/tables';
import { clearTape, resetTape, tapeAddress, tapeCount } from './tape';
import { resetText, textOpen } from './text';
import { resetTranscoder, transcode, transcodedBound } from './transcode';
import { unfinished } from './unfinished';
import { checkText, TextEnd, textEnd } from './utf8';
import {
  cursor,
  endOffsetOf,
  final,
  inEntity,
  limit,
  offsetOf,
  reserveWindow,
  resetWindow,
  window,
  windowEnd,
  windowOffset,
} from './window';

/** The module's exports: what the host calls. `README.md` tells in which order. */

/** Bytes of a document, in the original and in its UTF-8 form, at most. */
const largestDocument: u64 = 0x80000000;

let encoding: Encoding = Encoding.utf8;
let status: Status = Status.more;
let received: u64 = 0;
/** Up to where the characters were checked. */
let checked: usize = 0;
const nowPlace: usize = memory.data(16);
let stagingBlock: usize = 0;
let stagingCapacity: usize = 0;
/** How long the unread tail was when it last turned out to be unfinished. */
let stuckAt: usize = 0;

initCharacters();
clearNames();

/** Room for `size` bytes that the host may write to: names and tables on their way in. */
export function scratch(size: usize): usize {
  return staging(size);
}

function staging(size: usize): usize {
  if (size > stagingCapacity) {
    stagingBlock = grow(stagingBlock, stagingCapacity, 0, size);
    stagingCapacity = grownCapacity;
  }
  return stagingBlock;
}

/** Adds a schema's name; they must come in the order of their ids, from 1. */
export function addName(address: usize, length: usize): u32 {
  return intern(address, length);
}

/** Takes over a schema's tables (none when `words` is 0). False when they are of another layout. */
export function useSchema(address: usize, words: usize): bool {
  const good = words == 0 || loadTables(address, words);
  seedNamespaces();
  structure.seedStructure();
  seedNames();
  forgetLikelyTypes();
  resetGuesses();
  resetMemo();
  return good;
}

/**
 * Begins a document. `mark` is the length of its byte order mark, which is not pushed; `pauseAfter`
 * stops after so many elements (0: never).
 */
export function begin(
  form: Encoding,
  mark: u32,
  wantTape: bool,
  wantStructure: bool,
  pauseAfter: i32,
): void {
  encoding = form;
  status = Status.more;
  received = mark;
  stuckAt = 0;
  resetWindow(form == Encoding.utf8 ? mark : 0);
  checked = cursor;
  resetPlaces(form, mark);
  resetTranscoder();
  resetNames();
  resetNamespaces();
  resetEntities();
  resetAttlists();
  resetFrames();
  resetContent();
  resetDeclared();
  resetProlog();
  resetSections();
  resetText();
  resetSeam(false);
  resetTape(wantTape);
  resetColumns();
  resetMarked();
  clearIssues();
  clearAttributes();
  structure.reset(wantStructure);
  pauseCountdown = pauseAfter;
  nameTooLong = false;
}

/**
 * Begins inside a document in UTF-8: at the byte `offset`, which stands in element content at
 * `line` and `column` and in front of markup. End tags of elements that began before are read with
 * the rest; namespaces, entities and the shape of what is open are unknown, so nothing is checked
 * but syntax.
 */
export function beginInside(offset: u32, line: u32, column: u32, wantTape: bool): void {
  begin(Encoding.utf8, 0, wantTape, false, 0);
  received = offset;
  resetWindow(offset);
  resumePlaces(offset, line, column);
  resumeProlog();
  openOutside(1);
  resumeDeclared();
}

/**
 * Begins a segment of a document in UTF-8 that has no DOCTYPE: at the byte `offset`, which stands in
 * element content in front of a tag. Lines and columns count from there. See `seam.ts`.
 */
export function beginSegment(offset: u32, wantStructure: bool): void {
  begin(Encoding.utf8, 0, false, wantStructure, 0);
  received = offset;
  resetWindow(offset);
  resumePlaces(offset, 1, 1);
  resumeProlog();
  openOutside(outsideLevel);
  resetSeam(true);
}

/** Whether all that came was read, and ends in element content in front of a tag. */
export function isAtSeam(): bool {
  return (
    status == Status.more &&
    encoding == Encoding.utf8 &&
    phase == Phase.content &&
    section == Section.none &&
    inEntity == 0 &&
    cursor == windowEnd &&
    !doctypeSeen
  );
}

/** Sums the segment up that was read, and returns the address of that; see `segmentSize`. */
export function segmentAt(): usize {
  sumUp(isAtSeam() || status == Status.done);
  memory.copy(segmentBlock + 64, placeNow(), placeSize);
  return segmentBlock;
}
/** Unseen elements that have ended so far. */
export function unseenEnded(): u32 {
  return closeCount;
}
export function segmentEventsAt(): usize {
  return eventsAddress();
}
export function segmentFramesAt(): usize {
  return segmentFrames();
}

/**
 * Joins a segment that begins where this document was read up to, from its summary at `at` with
 * events and frames behind it. False, with nothing changed, when it has to be read here after all.
 */
export function join(at: usize): bool {
  if (!isAtSeam()) return false;
  const now = placeNow();
  if (!joinSegment(at, load<u32>(now, 4), load<u32>(now, 8))) return false;
  const offset = load<u32>(at, 64);
  received = offset;
  stuckAt = 0;
  resetWindow(offset);
  checked = cursor;
  resumePlaces(offset, load<u32>(at, 68), load<u32>(at, 72));
  resetContent();
  if (depth == 0) resumeEpilog();
  return true;
}

/** Makes room for `count` bytes of the document and returns where they are to be written. */
export function reserve(count: usize): usize {
  if (encoding != Encoding.utf8) return staging(count);
  const distance = windowEnd - checked;
  const at = reserveWindow(count + slack);
  checked = windowEnd - distance;
  return at;
}

/** Reads on, after `count` bytes were written to the reserved place; `last` says that none follow. */
export function push(count: usize, last: bool): Status {
  if (status == Status.failed || status == Status.done) return status;
  received += count;
  if (encoding == Encoding.utf8) {
    windowEnd += count;
  } else {
    const distance = windowEnd - checked;
    const to = reserveWindow(transcodedBound(count) + slack);
    checked = windowEnd - distance;
    windowEnd = transcode(encoding, stagingBlock, count, to, last);
  }
  const broken = advanceCheck(last);
  if (!last && !broken && isStuck()) return status;
  status = read(last, broken);
  settle();
  return status;
}

/** Checks the characters that came; true when one of them ends the document. */
function advanceCheck(last: bool): bool {
  const from = checked;
  checked = checkText(from, windowEnd);
  noteMarked(from, checked, windowOffset + <u32>(from - window));
  limit = checked;
  if (textEnd == TextEnd.complete) return false;
  return textEnd != TextEnd.incomplete || last;
}

/**
 * A construct that was unfinished at the last push is read again from its start. Long ones wait
 * until they have doubled, so that the work stays in proportion to the bytes.
 */
function isStuck(): bool {
  const tail = limit - cursor;
  return stuckAt > 65536 && tail < stuckAt << 1;
}

function read(last: bool, broken: bool): Status {
  final = last && !broken;
  // The sentinel: every loop over names, white space and values stops at it.
  const kept = load<u8>(limit);
  store<u8>(limit, 0x3c);
  let result = readAll();
  if (result == Result.more && (last || broken)) {
    // Text that was kept back because more might come.
    final = true;
    result = readAll();
  }
  store<u8>(limit, kept);
  if (result == Result.failed) return Status.failed;
  if (result == Result.paused) return Status.paused;
  stuckAt = section == Section.none ? limit - cursor : 0;
  if (broken) return reportBroken();
  if (windowOffset + <u64>(windowEnd - window) > largestDocument || received > largestDocument) {
    addIssue(
      Code.documentTooLarge,
      windowOffset + <u32>(cursor - window),
      windowOffset + <u32>(limit - window),
    );
    return Status.failed;
  }
  if (!last) return Status.more;
  return unfinished() ? Status.failed : Status.done;
}

function readAll(): Result {
  let result = Result.ok;
  while (result == Result.ok) {
    if (section != Section.none) result = readSection();
    else if (phase == Phase.content) {
      result = readContent();
      if (depth == 0 && result == Result.ok) phase = Phase.epilog;
    } else if (phase == Phase.start) result = readStart();
    else {
      result = readOutside();
      if (depth > 0) phase = Phase.content;
      else if (phase == Phase.prolog && elementCount > 0) phase = Phase.epilog;
    }
  }
  return result;
}

/** The bytes at `limit` are none that a document may hold. */
function reportBroken(): Status {
  const at = windowOffset + <u32>(limit - window);
  if (textEnd == TextEnd.invalidCharacter) {
    const c = decodeAt(limit);
    addIssue(Code.invalidCharacter, at, at + (c < 0x80 ? 1 : 3), c);
  } else {
    addIssue(Code.invalidBytes, at, at + 1, load<u8>(limit));
  }
  return Status.failed;
}

/** Fills in lines and columns, while the bytes are still there. */
function settle(): void {
  resolveAll();
  if (status == Status.failed && issueCount > 0) {
    const issue = issueAddress(issueCount - 1);
    // A byte that is no character counts as one, as it does where it is shown.
    if (load<u32>(issue) == Code.invalidBytes)
      placeAfter(issuePlace(issue, 1), issuePlace(issue, 0), 1, 1, 1);
  }
}

export function issuesAt(): usize {
  return issueAddress(0);
}
export function issueTotal(): u32 {
  return issueCount;
}
export function issueTexts(): usize {
  return textsAddress();
}
export function issueTextBytes(): usize {
  return textsUsed;
}
export function dropIssues(): void {
  clearIssues();
}
export function tapeAt(): usize {
  return tapeAddress();
}
export function tapeTotal(): u32 {
  return tapeCount;
}
export function dropTape(): void {
  clearTape();
}
/** Columns will be wanted of the document that begins: what they need is kept. */
export function wantColumns(): void {
  keepMarks();
}
/** Notes from now on where this byte stands, for the columns; 0 for none. */
export function markBytes(byte: u32): void {
  markByte(byte);
}
/** Takes what waits on the tape into the columns, instead of dropping it. */
export function moveTape(): void {
  takeIntoColumns();
}
/** Ends the columns: address of their summary, which is good until the next document begins. */
export function columnsAt(): usize {
  return finishColumns();
}
export function nameTotal(): u32 {
  return nameCount();
}
export function nameAt(id: u32): usize {
  return nameAddress(id);
}
export function nameBytes(id: u32): u32 {
  return nameLength(id);
}
export function elementTotal(): u32 {
  return elementCount;
}

/** Writes no more tape for this document, and drops what waits. */
export function stopTape(): void {
  resetTape(false);
}
/** Bytes of memory that may be taken from now on; asking for more traps. */
export function limitMemory(bytes: usize): void {
  setMemoryLimit(bytes);
}
/** After a trap: the bytes that were asked for and could not be had; 0 where that was not the cause. */
export function memoryAsked(): usize {
  return asked;
}

/** Whether what was read ends in element content, between constructs: one may begin inside here. */
export function isBetween(): bool {
  return phase == Phase.content && section == Section.none && !textOpen && inEntity == 0;
}
/** Address of the place up to which all was read, valid until the next call. */
export function placeNow(): usize {
  setPlace(nowPlace, windowOffset + <u32>(cursor - window));
  resolvePlace(nowPlace);
  return nowPlace;
}
/** Number of open elements; of a segment, those that are not unseen. */
export function openTotal(): i32 {
  return depth - unseenLevel();
}
/** Name of the open element at a depth (the root: 1). */
export function openName(level: i32): u32 {
  return load<u32>(frameAt(unseenLevel() + level));
}
/** Address of the place of its start tag's `<`. */
export function openPlace(level: i32): usize {
  return framePlace(frameAt(unseenLevel() + level));
}

/** Opens or closes the fast lane; what is found does not depend on it. */
export function useFastLane(wanted: bool): void {
  setFastLane(wanted);
}

/** After a pause: pause again after so many more elements. */
export function pauseIn(elements: i32): void {
  pauseCountdown = elements;
}
/** After a pause: the start tag read last, and how deep it stands (the root: 1). */
export function tagName(): u32 {
  return localOf(lastTag);
}
export function tagDepth(): i32 {
  return lastTagDepth;
}
/** Address of the place of its `<`. */
export function tagPlace(): usize {
  return framePlace(frameAt(lastTagDepth));
}
export function tagAttributes(): u32 {
  return attributeCount;
}
export function tagAttributeName(index: u32): u32 {
  return load<u32>(attributeAt(index));
}
/** Address of an attribute's value, normalised. */
export function tagValueAt(index: u32): usize {
  normaliseAttribute(index);
  return valueAddress(attributeAt(index));
}
export function tagValueBytes(index: u32): usize {
  return valueLength(attributeAt(index));
}
/** Address of the two places between which an attribute's value is written; 0 where it is not. */
export function tagValuePlaces(index: u32): usize {
  const attribute = attributeAt(index);
  if (load<u32>(attribute, 24) == 0) return 0;
  setPlace(valuePlaces, offsetOf(load<u32>(attribute, 4)));
  setPlace(valuePlaces + placeSize, endOffsetOf(load<u32>(attribute, 8)));
  resolvePlace(valuePlaces);
  resolvePlace(valuePlaces + placeSize);
  return valuePlaces;
}
const valuePlaces: usize = memory.data(32);
