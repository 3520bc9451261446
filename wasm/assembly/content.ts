import {
  addAttribute,
  attributeAt,
  attributeCount,
  clearAttributes,
  mostAttributes,
  normaliseAttribute,
  ValueFlag,
} from './attributes';
import { applyDefaults, hasDefaults } from './attlist';
import { endOfWhite, isWhite, skipWhite } from './characters';
import { Code } from './codes';
import { undeclaredIsFatal } from './declared';
import {
  deepest,
  enterEntity,
  EntityFlag,
  entityFlags,
  entityLength,
  entityText,
  expandedBytes,
  expansionDepth,
  findEntity,
  isExpanding,
  leaveEntity,
  rollBackExpansion,
} from './entities';
import { isFast, readFast } from './fast/lane';
import {
  copyTagPlaces,
  deepestElement,
  depth,
  elementCount,
  frameAt,
  FrameFlag,
  framePlace,
  isOutside,
} from './frames';
import { addIssue, issueAddress, issueCount, issuePlace, rollBackIssues } from './issues';
import {
  nameAddress,
  nameEnd,
  nameKind,
  NameKind,
  nameLength,
  nameTooLong,
  prefixOf,
  readName,
  sameBytes,
} from './names';
import {
  bindingCount,
  declareNamespaces,
  dropBindings,
  lookUpPrefix,
  resolveAttributes,
  tagAt,
} from './namespaces';
import { setPlace } from './places';
import { fail, failAt, relate, Result } from './results';
import { referenceCodePoint, referenceName, readReference, referenceStop } from './references';
import { noteClose } from './seam';
import { openSection, readSection, Section, section } from './sections';
import * as structure from './structure/interpreter';
import { TapeFlag, TapeKind, tapeWanted, writeTape } from './tape';
import { closeText, noteReference, noteText, noteWhite } from './text';
import {
  cursor,
  endOffsetOf,
  final,
  inEntity,
  limit,
  offsetOf,
  referenceEnd,
  referenceStart,
} from './window';

/** Pause when this many more start tags were read; 0: never. */
export let pauseCountdown: i32 = 0;
/** Elements that the entity being expanded may not close. */
let floor: i32 = 0;

export function resetContent(): void {
  floor = 0;
  unfinishedAttribute = 0;
  lastTag = 0;
  lastTagDepth = 0;
}

/** Content of the open element (production 43), up to the end of the root or of what has come. */
export function readContent(): Result {
  while (true) {
    if (isFast()) {
      readFast();
      if (depth == 0) return Result.ok;
    }
    const p = cursor;
    // Usually there is a line end and the next line's indentation, or nothing at all.
    const q = load<u8>(p) == 0x3c ? p : endOfWhite(p);
    if (load<u8>(q) != 0x3c) {
      const result = readText(p);
      if (result != Result.ok) return result;
      continue;
    }
    if (q > p) noteWhite(p, q);
    cursor = q;
    if (q >= limit) return Result.more;
    const result = readMarkup(q);
    if (result != Result.ok) return result;
    if (depth == 0 || section != Section.none) return Result.ok;
  }
}

/** Character data and references from `p` on, where something other than white space follows. */
function readText(p: usize): Result {
  let q = p;
  while (true) {
    const v = v128.load(q);
    const stops = i8x16.bitmask(
      v128.or(
        v128.or(i8x16.eq(v, i8x16.splat(0x3c)), i8x16.eq(v, i8x16.splat(0x26))),
        i8x16.eq(v, i8x16.splat(0x5d)),
      ),
    );
    if (stops == 0) {
      q += 16;
      continue;
    }
    q += ctz(stops);
    if (load<u8>(q) != 0x5d) break;
    if (q >= limit) break;
    // `]]>` may be cut by the end of what has come.
    if (load<u8>(q, 1) == 0x5d && load<u8>(q, 2) == 0x3e && q + 2 < limit) {
      noteText(p, q);
      cursor = q;
      return fail(Code.cdataEndInText, q, q, q + 3);
    }
    if (!final && q + 2 >= limit && (q + 1 >= limit || load<u8>(q, 1) == 0x5d)) {
      noteText(p, q);
      cursor = q;
      return Result.more;
    }
    q++;
  }
  if (q > limit) q = limit;
  if (q > p) noteText(p, q);
  cursor = q;
  if (q >= limit) return Result.more;
  return load<u8>(q) == 0x26 ? readContentReference(q) : Result.ok;
}

function readContentReference(p: usize): Result {
  const result = readReference(p);
  if (result != Result.ok) return result;
  const stop = referenceStop;
  if (referenceName == 0) {
    noteReference(p, stop, isWhite(referenceCodePoint));
    cursor = stop;
    return Result.ok;
  }
  return expand(p, stop, referenceName);
}

/** Reads an entity's replacement text as if it stood in place of the reference (4.4.2). */
function expand(p: usize, stop: usize, name: u32): Result {
  const entity = findEntity(name, false);
  if (entity == 0) {
    if (undeclaredIsFatal) return fail(Code.unknownEntity, p, p, stop, name);
    return skipEntity(Code.unknownEntitySkipped, p, stop, name);
  }
  const flags = entityFlags(entity);
  if ((flags & EntityFlag.unparsed) != 0)
    return fail(Code.unparsedEntityReference, p, p, stop, name);
  if ((flags & EntityFlag.external) != 0)
    return skipEntity(Code.externalEntitySkipped, p, stop, name);
  if (isExpanding(entity)) return fail(Code.recursiveEntity, p, p, stop, name);
  if (!enterEntity(entity)) {
    return fail(
      expansionDepth > deepest ? Code.entityTooDeep : Code.entityTooLarge,
      p,
      p,
      stop,
      name,
    );
  }
  const outerLimit = limit;
  const outerFinal = final;
  const outerFloor = floor;
  if (inEntity == 0) {
    referenceStart = offsetOf(p);
    referenceEnd = endOffsetOf(stop);
  }
  inEntity++;
  cursor = entityText(entity);
  limit = cursor + entityLength(entity);
  final = true;
  floor = depth;
  let result = Result.ok;
  while (result == Result.ok) result = section != Section.none ? readSection() : readContent();
  const whole = cursor == limit && section == Section.none && depth == floor;
  if (result == Result.more && whole) result = Result.ok;
  else if (result == Result.more) {
    addIssue(Code.unbalancedEntity, referenceStart, referenceEnd, name);
    result = Result.failed;
  }
  inEntity--;
  limit = outerLimit;
  final = outerFinal;
  floor = outerFloor;
  cursor = stop;
  leaveEntity(entity);
  return result;
}

function skipEntity(note: Code, p: usize, stop: usize, name: u32): Result {
  addIssue(note, offsetOf(p), endOffsetOf(stop), name);
  // What it would have brought is unknown: as white space it offends nothing.
  noteReference(p, stop, true);
  cursor = stop;
  return Result.ok;
}

/** What begins with the `<` at `p`, inside the root. */
function readMarkup(p: usize): Result {
  const c = load<u8>(p, 1);
  if (c == 0x2f) return readEndTag(p);
  if (c == 0x21 || c == 0x3f) {
    const before = cursor;
    const result = openSection(p, true);
    if (result == Result.ok && cursor != before) closeText();
    return result;
  }
  return readStartTag(p);
}

/** A start tag or an empty-element tag (productions 40 and 44), with all that follows from it. */
export function readStartTag(p: usize): Result {
  const issues = issueCount;
  const expanded = expandedBytes;
  const result = readTag(p);
  if (result == Result.more) {
    // It will be read again from its `<`.
    rollBackIssues(issues);
    rollBackExpansion(expanded);
  }
  return result;
}

// @ts-ignore: decorator
@inline
function readTag(p: usize): Result {
  unfinishedAttribute = 0;
  const name = readName(p + 1);
  if (name == 0) {
    if (nameTooLong) return fail(Code.nameTooLong, nameEnd, p, nameEnd);
    return fail(Code.invalidTagStart, p + 1, p, p + 1);
  }
  let q = nameEnd;
  clearAttributes();
  let oddities: u32 = nameKind(name);
  let seen: u64 = 0;
  let empty = false;
  while (true) {
    const gap = q;
    q = skipWhite(q);
    const c = load<u8>(q);
    if (c == 0x3e) {
      q++;
      break;
    }
    if (c == 0x2f) {
      if (load<u8>(q, 1) != 0x3e) return fail(Code.malformedStartTag, q + 1, p, q + 1, name);
      q += 2;
      empty = true;
      break;
    }
    const attributeName = readName(q);
    if (attributeName == 0) {
      if (nameTooLong) return fail(Code.nameTooLong, nameEnd, q, nameEnd);
      return failTag(Code.malformedStartTag, q, name, p);
    }
    const nameAt = q;
    if (q == gap)
      return fail(Code.missingSpaceBeforeAttribute, final ? q : nameEnd, q, nameEnd, attributeName);
    q = nameEnd;
    oddities |= nameKind(attributeName);
    if (load<u8>(q) != 0x3d) {
      q = skipWhite(q);
      if (load<u8>(q) != 0x3d)
        return fail(Code.missingEqualsSign, q, nameAt, nameEnd, attributeName);
    }
    q++;
    let quote = load<u8>(q);
    if (quote != 0x22 && quote != 0x27) {
      q = skipWhite(q);
      quote = load<u8>(q);
      if (quote != 0x22 && quote != 0x27) {
        const stop = endOfBareValue(q);
        return fail(Code.missingQuote, final ? q : stop, nameAt, stop, attributeName);
      }
    }
    const from = q + 1;
    const flags = scanValue(from, quote);
    q = scanned;
    if (q >= limit) return unfinishedValue(p, nameAt, attributeName);
    if (load<u8>(q) != quote) return fail(Code.lessThanInAttribute, q, q, q + 1, attributeName);
    if (attributeCount >= mostAttributes)
      return fail(Code.tooManyAttributes, q, p, p + 1 + nameLength(name), name);
    const bit: u64 = (<u64>1) << (attributeName & 63);
    if ((seen & bit) != 0) {
      const first = firstAttribute(attributeName);
      if (first != 0) {
        fail(
          Code.duplicateAttribute,
          nameAt,
          nameAt,
          nameAt + nameLength(attributeName),
          attributeName,
        );
        relate(load<u32>(first, 24), load<u32>(first, 24) + nameLength(attributeName));
        return Result.failed;
      }
    }
    seen |= bit;
    addAttribute(attributeName, nameAt, from, q, flags);
    if ((flags & ValueFlag.reference) != 0) {
      const result = normaliseAttribute(attributeCount - 1);
      if (result != Result.ok) return result;
    }
    q++;
  }
  if (q > limit) return Result.more;
  closeText();
  return openElement(p, q, name, empty, oddities);
}

/** The fast lane read tags: what was read last is not what stands here. */
export function leaveFastLane(): void {
  lastTag = 0;
  lastTagDepth = 0;
  unfinishedAttribute = 0;
}

let scanned: usize = 0;

/** Finds the end of an attribute's value: the quote, a `<`, or the end of what has come. */
// @ts-ignore: decorator
@inline
function scanValue(from: usize, quote: u8): u32 {
  let q = from;
  let flags: u32 = 0;
  const quotes = i8x16.splat(quote);
  while (true) {
    const v = v128.load(q);
    const stops = i8x16.bitmask(v128.or(i8x16.eq(v, quotes), i8x16.eq(v, i8x16.splat(0x3c))));
    const before = stops != 0 ? (stops & -stops) - 1 : 0xffff;
    // `&` and the white space that normalisation changes; both are rare.
    const references = i8x16.bitmask(i8x16.eq(v, i8x16.splat(0x26)));
    const whites = i8x16.bitmask(i8x16.lt_u(v, i8x16.splat(0x20)));
    if ((references & before) != 0) flags |= ValueFlag.reference;
    if ((whites & before) != 0) flags |= ValueFlag.white;
    if (stops != 0) {
      scanned = q + ctz(stops);
      return flags;
    }
    q += 16;
  }
}

/** A value without quotes is shown up to the next white space or `>`. */
function endOfBareValue(p: usize): usize {
  let q = p;
  while (q < limit && q < p + 100 && !isWhite(load<u8>(q)) && load<u8>(q) != 0x3e) q++;
  return q == p ? p + 1 : q;
}

/** Remembers which attribute's value runs off the end, for the message should nothing follow. */
function unfinishedValue(tag: usize, nameAt: usize, name: u32): Result {
  unfinishedAttribute = name;
  return Result.more;
}
export let unfinishedAttribute: u32 = 0;

function failTag(code: Code, at: usize, name: u32, tag: usize): Result {
  const result = failAt(code, at, name);
  if (result == Result.failed) relate(tag, tag + 1 + nameLength(name));
  return result;
}

function firstAttribute(name: u32): usize {
  for (let i: u32 = 0; i < attributeCount; i++) {
    if (load<u32>(attributeAt(i)) == name) return attributeAt(i);
  }
  return 0;
}

/** Everything that a complete start tag means: namespaces, tape, structure, and the new open element. */
function openElement(p: usize, end: usize, name: u32, empty: bool, oddities: u32): Result {
  if (depth >= deepestElement) return fail(Code.tooDeep, p, p, p + 1 + nameLength(name), name);
  tagAt = p;
  const parent = frameAt(depth);
  const frame = frameAt(depth + 1);
  const bindingsBefore = bindingCount;
  let defaultNamespace: u32 = depth == 0 ? 0 : load<u32>(parent, 36);
  if (hasDefaults) {
    const result = applyDefaults(name);
    if (result != Result.ok) return result;
    for (let i: u32 = 0; i < attributeCount; i++) oddities |= nameKind(load<u32>(attributeAt(i)));
  }
  let uri = defaultNamespace;
  if (oddities != NameKind.plain) {
    const result = resolveNames(p, name);
    if (result != Result.ok) return result;
    uri = elementUri;
    defaultNamespace = lookUpPrefix(0);
  }
  elementCount++;
  store<u32>(frame, name);
  setPlace(framePlace(frame), offsetOf(p));
  store<u32>(frame, inEntity > 0 ? FrameFlag.fromEntity : 0, 28);
  store<u32>(frame, bindingsBefore, 32);
  store<u32>(frame, defaultNamespace, 36);
  if (tapeWanted) writeElement(p, end, name, empty, uri != 0);
  depth++;
  lastTag = name;
  lastTagDepth = depth;
  structure.open(frame, parent, name, uri);
  if (empty) closeElement(end, end);
  cursor = end;
  if (pauseCountdown > 0 && --pauseCountdown == 0) return Result.paused;
  return Result.ok;
}

let elementUri: u32 = 0;

/** The start tag read last, for a host that pauses after each; its attributes are still there. */
export let lastTag: u32 = 0;
export let lastTagDepth: i32 = 0;

function resolveNames(p: usize, name: u32): Result {
  const at = p + 1;
  if (nameKind(name) == NameKind.malformed)
    return fail(Code.malformedQName, at, at, at + nameLength(name), name);
  for (let i: u32 = 0; i < attributeCount; i++) {
    const attribute = attributeAt(i);
    const attributeName = load<u32>(attribute);
    if (nameKind(attributeName) != NameKind.malformed) continue;
    const nameAt: usize = load<u32>(attribute, 24);
    return fail(
      Code.malformedQName,
      nameAt,
      nameAt,
      nameAt + nameLength(attributeName),
      attributeName,
    );
  }
  let result = declareNamespaces();
  if (result != Result.ok) return result;
  const kind = nameKind(name);
  if (kind == NameKind.prefixDeclaration)
    return fail(Code.reservedPrefix, at, at, at + nameLength(name), prefixOf(name));
  elementUri = lookUpPrefix(kind == NameKind.prefixed ? prefixOf(name) : 0);
  if (kind == NameKind.prefixed && elementUri == 0) {
    return fail(Code.unboundPrefix, at, at, at + nameLength(name), name, prefixOf(name));
  }
  return resolveAttributes();
}

function writeElement(p: usize, end: usize, name: u32, empty: bool, namespaced: bool): void {
  const common: u32 = inEntity > 0 ? TapeFlag.fromEntity : 0;
  const flags = common | (empty ? TapeFlag.implied : 0) | (namespaced ? TapeFlag.namespaced : 0);
  writeTape(TapeKind.element, flags, name, offsetOf(p), endOffsetOf(end));
  for (let i: u32 = 0; i < attributeCount; i++) {
    const attribute = attributeAt(i);
    const value = load<u32>(attribute, 12);
    let attributeFlags = common;
    if ((value & (ValueFlag.reference | ValueFlag.white)) != 0) attributeFlags |= TapeFlag.decode;
    if (load<u32>(attribute, 28) != 0) attributeFlags |= TapeFlag.namespaced;
    if ((value & ValueFlag.defaulted) != 0) {
      writeTape(
        TapeKind.attribute,
        attributeFlags | TapeFlag.implied,
        load<u32>(attribute),
        offsetOf(p),
        offsetOf(p),
      );
    } else {
      writeTape(
        TapeKind.attribute,
        attributeFlags,
        load<u32>(attribute),
        offsetOf(load<u32>(attribute, 4)),
        endOffsetOf(load<u32>(attribute, 8)),
      );
    }
  }
}

/** An end tag (production 42). */
function readEndTag(p: usize): Result {
  const frame = frameAt(depth);
  const name = load<u32>(frame);
  const length: usize = nameLength(name);
  let q = p + 2 + length;
  // The unseen part of a document has no name, and `</>` does not end it.
  if (depth > floor && length > 0 && sameBytes(p + 2, nameAddress(name), length)) {
    if (load<u8>(q) != 0x3e) {
      q = skipWhite(q);
      if (load<u8>(q) != 0x3e) return misreadEndTag(p, frame);
    }
    q++;
    if (q > limit) return Result.more;
    closeText();
    closeElement(p, q);
    cursor = q;
    return Result.ok;
  }
  return misreadEndTag(p, frame);
}

/** An end tag that is not the one expected: finds out why. */
function misreadEndTag(p: usize, frame: usize): Result {
  const found = readName(p + 2);
  const open = load<u32>(frame);
  if (found != 0 && isOutside(frame) && depth > floor) return leaveUnseen(p, nameEnd, found);
  if (found == 0) {
    if (nameTooLong) return fail(Code.nameTooLong, nameEnd, p, nameEnd);
    return fail(Code.malformedEndTag, p + 2, p, p + 2, open);
  }
  const stop = nameEnd;
  if (found == open && depth > floor) {
    const q = skipWhite(stop);
    return fail(Code.malformedEndTag, q, p, q, open);
  }
  // The name may go on in the next chunk.
  if (stop >= limit) return Result.more;
  if (depth <= floor) {
    // In an entity's text: the element that it would close was opened outside.
    addIssue(Code.strayEndTag, offsetOf(p), endOffsetOf(stop), found);
    return Result.failed;
  }
  const result = fail(Code.mismatchedEndTag, stop, p, stop, found, open);
  if (result == Result.failed) {
    const issue = issueAddress(issueCount - 1);
    copyTagPlaces(frame, issuePlace(issue, 2), issuePlace(issue, 3));
  }
  return result;
}

/** The end of an element whose start tag came before what is read. */
function leaveUnseen(p: usize, nameStop: usize, name: u32): Result {
  let q = skipWhite(nameStop);
  if (load<u8>(q) != 0x3e) return fail(Code.malformedEndTag, q, p, q, name);
  q++;
  if (q > limit) return Result.more;
  closeText();
  noteClose(name);
  writeTape(TapeKind.end, 0, name, offsetOf(p), endOffsetOf(q));
  cursor = q;
  return Result.ok;
}

function closeElement(p: usize, end: usize): void {
  const frame = frameAt(depth);
  structure.close(frame);
  writeTape(
    TapeKind.end,
    inEntity > 0 ? TapeFlag.fromEntity : 0,
    load<u32>(frame),
    offsetOf(p),
    endOffsetOf(end),
  );
  dropBindings(load<u32>(frame, 32));
  depth--;
  structure.refresh();
}
