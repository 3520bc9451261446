import { bindingCount, dropBindings } from './namespaces';
import { depth, elementCount, frameAt, framePlace, frameSize, setFrames, unjudged } from './frames';
import { issueCount, rollBackIssues } from './issues';
import { grow, grownCapacity } from './memory';
import { placeSize, setPlace } from './places';
import * as structure from './structure/interpreter';
import { globalRow, hasSchema, lookUp, noRow, nothing, schemaNames, typeAt, typeTotal } from './structure/tables';
import { copyText, resumeText, textOpen } from './text';

/**
 * Segments: parts of a document that are read without knowing what came before, and joined to it
 * afterwards.
 *
 * A segment begins at a tag whose ancestors are unseen; one frame without a name stands for all of
 * them. What is below them is read and checked as ever, by a guess at its type. What concerns the
 * unseen ancestors themselves is noted in the order of the document:
 *
 *     event (16 bytes)   0 kind   4 name id   8 type guessed   12 how many in a row
 *
 * Where the true ancestors are known, the events are replayed on them. If the guesses hold and
 * nothing turns out to be wrong with the ancestors, the segment is as good as read; else everything
 * is put back, and the segment is to be read again from where it begins. So every issue comes from
 * one place: the one that finds it in a document that is read from its start.
 */
export enum SeamEvent {
  /** Children of an unseen element began. */
  open = 1,
  /** An unseen element ended. */
  close = 2,
  /** Text stands in an unseen element. */
  text = 3,
  /** A reference to white space does: after the root that would not do. */
  reference = 4,
}

const eventSize: usize = 16;

/** A segment with more of them is worth no replay. */
const mostEvents: u32 = 100000;

let events: usize = 0;
let capacity: usize = 0;
export let eventCount: u32 = 0;
/** Whether the document at hand is a segment. */
export let inSegment: bool = false;
/** Everything that concerns the unseen elements was noted. */
export let allNoted: bool = true;

/** Unseen elements that have ended. */
export let closeCount: u32 = 0;

export function resetSeam(segment: bool): void {
  closeCount = 0;
  inSegment = segment;
  allNoted = true;
  eventCount = 0;
}

export function eventsAddress(): usize {
  return events;
}

function note(kind: SeamEvent, name: u32, type: u32): void {
  if (eventCount >= mostEvents) {
    allNoted = false;
    return;
  }
  const at = <usize>eventCount * eventSize;
  if (at + eventSize > capacity) {
    events = grow(events, capacity, at, at + eventSize);
    capacity = grownCapacity;
  }
  const event = events + at;
  store<u32>(event, kind);
  store<u32>(event, name, 4);
  store<u32>(event, type, 8);
  store<u32>(event, 1, 12);
  eventCount++;
}

function isLast(kind: SeamEvent, name: u32): bool {
  if (eventCount == 0) return false;
  const event = events + <usize>(eventCount - 1) * eventSize;
  return load<u32>(event) == kind && load<u32>(event, 4) == name;
}

/** A child of an unseen element began; returns the type that it is taken to have. */
export function noteOpen(name: u32, uri: u32): u32 {
  if (!inSegment) return unjudged;
  if (uri != 0) {
    allNoted = false;
    return unjudged;
  }
  const type = likelyType(name);
  if (isLast(SeamEvent.open, name)) {
    const event = events + <usize>(eventCount - 1) * eventSize;
    store<u32>(event, load<u32>(event, 12) + 1, 12);
  } else {
    note(SeamEvent.open, name, type);
  }
  return type;
}

/** An unseen element ended. */
export function noteClose(name: u32): void {
  closeCount++;
  if (inSegment) note(SeamEvent.close, name, 0);
}

/** There is text in an unseen element. */
export function noteText(): void {
  if (inSegment && !isLast(SeamEvent.text, 0)) note(SeamEvent.text, 0, 0);
}

/** There is a reference to white space in an unseen element. */
export function noteWhiteReference(): void {
  if (inSegment && !isLast(SeamEvent.reference, 0)) note(SeamEvent.reference, 0, 0);
}

/** The type that elements of each name are most likely to have (16 bits each), once it is known. */
let likely: usize = 0;

export function forgetLikelyTypes(): void {
  if (likely != 0) heap.free(likely);
  likely = 0;
}

function likelyType(name: u32): u32 {
  if (!hasSchema || name >= schemaNames()) return unjudged;
  if (likely == 0) findLikelyTypes();
  return load<u16>(likely + ((<usize>name) << 1));
}

/** Nearly every name has one type only; of several, the first is taken. */
function findLikelyTypes(): void {
  const names = schemaNames();
  likely = heap.alloc((<usize>names) << 1);
  memory.fill(likely, 0xff, (<usize>names) << 1);
  for (let name: u32 = 1; name < names; name++) {
    const found = lookUp(globalRow, name);
    if (found != nothing) store<u16>(likely + ((<usize>name) << 1), <u16>found);
  }
  for (let type: u32 = 0; type < typeTotal; type++) {
    const row = load<u32>(typeAt(type), 24);
    if (row == noRow) continue;
    for (let name: u32 = 1; name < names; name++) {
      const at = likely + ((<usize>name) << 1);
      if (load<u16>(at) != <u16>unjudged) continue;
      const found = lookUp(row, name);
      if (found != nothing) store<u16>(at, <u16>((found >> 16) & 0x7fff));
    }
  }
}

/**
 * What is left of a segment when it was read, and what the host hands back to join it.
 *
 *     segment (80 bytes)   0 whether it may be joined    4 events      8 open elements
 *                          12 start tags                 16 look-aheads
 *                          20 text is open   24 its flags   28 bytes of a frame
 *                          32 start of the text   48 its end   64 where the segment ends (places)
 *     followed by the events and by the frames of the open elements.
 */
export const segmentSize: usize = 80;
export const segmentBlock: usize = memory.data(80);

/** Level of the frame that stands for the unseen elements: as deep as they may be, all in all. */
export const outsideLevel: i32 = 500;

/** Levels of open elements that are unseen. */
export function unseenLevel(): i32 {
  return inSegment ? outsideLevel : 0;
}

/** Sums a segment up, but for where it ends; `whole` says that it was read to its end. */
export function sumUp(whole: bool): void {
  store<u32>(segmentBlock, u32(whole && inSegment && allNoted && bindingCount == 0));
  store<u32>(segmentBlock, eventCount, 4);
  store<u32>(segmentBlock, depth - outsideLevel, 8);
  store<u32>(segmentBlock, elementCount, 12);
  store<u32>(segmentBlock, structure.searches, 16);
  store<u32>(segmentBlock, u32(textOpen), 20);
  store<u32>(segmentBlock, <u32>frameSize, 28);
  store<u32>(segmentBlock, copyText(segmentBlock + 32), 24);
}

/** The frames of a segment's open elements. */
export function segmentFrames(): usize {
  return frameAt(outsideLevel + 1);
}

let saved: usize = 0;
let savedCapacity: usize = 0;

/**
 * Joins a segment, summed up at `at`, to what was read so far: the document stands where the segment
 * begins, at `line` and `column`. False, with nothing changed, when the segment has to be read after
 * all.
 */
export function joinSegment(at: usize, line: u32, column: u32): bool {
  if (load<u32>(at) == 0 || load<u32>(at, 28) != <u32>frameSize) return false;
  if (depth == 0 || depth >= outsideLevel || structure.whiteMatters) return false;
  if (textOpen && !structure.textPasses()) return false;
  const size = <usize>(depth + 1) * frameSize;
  if (size > savedCapacity) {
    saved = grow(saved, savedCapacity, 0, size);
    savedCapacity = grownCapacity;
  }
  memory.copy(saved, frameAt(0), size);
  const level = depth;
  const elements = elementCount;
  const issues = issueCount;
  const bindings = bindingCount;
  const searches = structure.searches;
  if (!replay(at, issues)) {
    rollBackIssues(issues);
    dropBindings(bindings);
    structure.setSearches(searches);
    setFrames(level, elements);
    memory.copy(frameAt(0), saved, size);
    structure.refresh();
    return false;
  }
  const count = <i32>load<u32>(at, 8);
  let frame = at + segmentSize + <usize>load<u32>(at, 4) * eventSize;
  for (let i = 0; i < count; i++) {
    const to = frameAt(depth + 1 + i);
    memory.copy(to, frame, frameSize);
    store<u32>(to, bindingCount, 32);
    rebase(framePlace(to), line, column);
    frame += frameSize;
  }
  setFrames(depth + count, elements + load<u32>(at, 12));
  structure.setSearches(structure.searches + load<u32>(at, 16));
  rebase(at + 32, line, column);
  rebase(at + 48, line, column);
  rebase(at + 64, line, column);
  resumeText(load<u32>(at, 20) != 0, load<u32>(at, 24), at + 32);
  structure.refresh();
  return true;
}

/** The place of a segment that counts from its own start, in the document. */
function rebase(place: usize, line: u32, column: u32): void {
  const own = load<u32>(place, 4);
  if (own == 1) store<u32>(place, load<u32>(place, 8) + column - 1, 8);
  store<u32>(place, own + line - 1, 4);
}

/** Does to the open elements what the segment's events tell. False where something is not right. */
function replay(at: usize, issues: u32): bool {
  const count = load<u32>(at, 4);
  let event = at + segmentSize;
  for (let i: u32 = 0; i < count; i++) {
    // Behind the root's end nothing may stand.
    if (depth == 0) return false;
    const kind = load<u32>(event);
    const name = load<u32>(event, 4);
    if (kind == SeamEvent.open) {
      if (!placeChildren(name, load<u32>(event, 8), load<u32>(event, 12), issues)) return false;
    } else if (kind == SeamEvent.close) {
      const frame = frameAt(depth);
      if (load<u32>(frame) != name) return false;
      structure.close(frame);
      if (issueCount != issues) return false;
      dropBindings(load<u32>(frame, 32));
      setFrames(depth - 1, elementCount);
      structure.refresh();
      if (structure.whiteMatters) return false;
    } else if (kind == SeamEvent.text) {
      if (!structure.textPasses()) return false;
    }
    event += eventSize;
  }
  if (depth == 0 && load<u32>(at, 20) != 0) return false;
  if (load<u32>(at, 8) > 0 && (depth == 0 || load<u32>(frameAt(depth), 36) != 0)) return false;
  // Unknown children are looked past only so often in a document.
  const searches = load<u32>(at, 16);
  return searches == 0 || structure.searches + searches < structure.mostSearches;
}

/** Places children of one name and type in the innermost element. */
function placeChildren(name: u32, type: u32, count: u32, issues: u32): bool {
  const parent = frameAt(depth);
  if (load<u32>(parent, 36) != 0) return false;
  if (!structure.enabled) return true;
  if (load<u32>(parent, 20) == unjudged) return type == unjudged;
  const child = frameAt(depth + 1);
  store<u32>(child, name);
  setPlace(framePlace(child), 0);
  store<u32>(child, 0, 28);
  for (let i: u32 = 0; i < count; i++) {
    const row = load<u32>(parent, 24);
    const flags = load<u32>(parent, 28);
    if (structure.placeChild(parent, child, name, 0) != type || issueCount != issues) return false;
    // What changes nothing once changes nothing the next time.
    if (load<u32>(parent, 24) == row && load<u32>(parent, 28) == flags) break;
  }
  return true;
}
