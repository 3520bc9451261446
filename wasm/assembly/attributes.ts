import { encodeAt } from './characters';
import { Code } from './codes';
import { undeclaredIsFatal } from './declared';
import {
  enterEntity,
  EntityFlag,
  entityFlags,
  entityLength,
  entityText,
  expansionDepth,
  deepest,
  findEntity,
  isExpanding,
  leaveEntity,
} from './entities';
import { addIssue } from './issues';
import { grow, grownCapacity } from './memory';
import { Result } from './results';
import { referenceCodePoint, referenceName, referenceStop, readReference } from './references';
import { endOffsetOf, limit, offsetOf } from './window';

/**
 * The attributes of the tag being read.
 *
 *     attribute (40 bytes)  0 name id         4 value's address   8 address of its end
 *                           12 flags          16 offset of its normalised text in the value block
 *                           20 bytes of that  24 name's address   28 namespace (id of the URI)
 *                           32 local part     36 reserved
 */
export const attributeSize: usize = 40;

export enum ValueFlag {
  /** It holds `&`. */
  reference = 1,
  /** It holds a tab or a line end. */
  white = 2,
  /** Its normalised text stands in the value block, not in the window. */
  decoded = 4,
  /** It was not written: the document type declaration supplies it. */
  defaulted = 8,
}

export const mostAttributes: u32 = 10000;

let attributes: usize = 0;
let capacity: usize = 0;
export let attributeCount: u32 = 0;

let values: usize = 0;
let valuesCapacity: usize = 0;
let valuesUsed: usize = 0;

// @ts-ignore: decorator
@inline
export function attributeAt(index: u32): usize {
  return attributes + <usize>index * attributeSize;
}

// @ts-ignore: decorator
@inline
export function clearAttributes(): void {
  attributeCount = 0;
  valuesUsed = 0;
}

export function addAttribute(name: u32, nameAt: usize, from: usize, to: usize, flags: u32): usize {
  const need = <usize>(attributeCount + 1) * attributeSize;
  if (need > capacity) {
    attributes = grow(attributes, capacity, <usize>attributeCount * attributeSize, need);
    capacity = grownCapacity;
  }
  const attribute = attributeAt(attributeCount++);
  store<u32>(attribute, name);
  store<u32>(attribute, <u32>from, 4);
  store<u32>(attribute, <u32>to, 8);
  store<u32>(attribute, flags, 12);
  store<u32>(attribute, <u32>nameAt, 24);
  store<u32>(attribute, 0, 28);
  store<u32>(attribute, name, 32);
  return attribute;
}

/** Address of an attribute's normalised text: of the value itself where nothing changes it. */
export function valueAddress(attribute: usize): usize {
  if ((load<u32>(attribute, 12) & ValueFlag.decoded) != 0) return values + load<u32>(attribute, 16);
  return load<u32>(attribute, 4);
}

export function valueLength(attribute: usize): usize {
  if ((load<u32>(attribute, 12) & ValueFlag.decoded) != 0) return load<u32>(attribute, 20);
  return load<u32>(attribute, 8) - load<u32>(attribute, 4);
}

/** Normalises an attribute's value (XML 1.0, 3.3.3) into the value block, where that changes it. */
export function normaliseAttribute(index: u32): Result {
  let attribute = attributeAt(index);
  const flags = load<u32>(attribute, 12);
  if ((flags & (ValueFlag.reference | ValueFlag.white)) == 0 || (flags & ValueFlag.decoded) != 0)
    return Result.ok;
  const start = valuesUsed;
  const result = normalise(load<u32>(attribute, 4), load<u32>(attribute, 8), 0, 0);
  if (result != Result.ok) return result;
  attribute = attributeAt(index);
  store<u32>(attribute, <u32>start, 16);
  store<u32>(attribute, <u32>(valuesUsed - start), 20);
  store<u32>(attribute, flags | ValueFlag.decoded, 12);
  return Result.ok;
}

/** Gives an attribute a text from elsewhere. */
export function setValue(attribute: usize, from: usize, length: usize): void {
  const start = valuesUsed;
  appendBytes(from, length);
  store<u32>(attribute, <u32>start, 16);
  store<u32>(attribute, <u32>length, 20);
  store<u32>(attribute, load<u32>(attribute, 12) | ValueFlag.decoded, 12);
}

/** Trims a normalised value and folds its blanks, as attributes of other types than CDATA are. */
export function collapseValue(attribute: usize): void {
  if ((load<u32>(attribute, 12) & ValueFlag.decoded) == 0) {
    const length = valueLength(attribute);
    setValue(attribute, load<u32>(attribute, 4), length);
  }
  const at = values + load<u32>(attribute, 16);
  const length = load<u32>(attribute, 20);
  let to = at;
  for (let i: u32 = 0; i < length; i++) {
    const c = load<u8>(at + i);
    if (c == 0x20 && (to == at || load<u8>(to - 1) == 0x20)) continue;
    store<u8>(to++, c);
  }
  if (to > at && load<u8>(to - 1) == 0x20) to--;
  store<u32>(attribute, <u32>(to - at), 20);
}

/**
 * Appends the normalised form of `from`..`to`. Inside an entity, `outerStart`..`outerEnd` is the
 * reference in the document that everything is blamed on.
 */
function normalise(from: usize, to: usize, outerStart: usize, outerEnd: usize): Result {
  let p = from;
  while (p < to) {
    const c = load<u8>(p);
    if (c == 0x26) {
      const result = normaliseReference(p, outerStart, outerEnd);
      if (result != Result.ok) return result;
      p = referenceStop;
      continue;
    }
    if (c == 0x0d) {
      // A line end is one character, however it is written.
      appendByte(0x20);
      p += p + 1 < to && load<u8>(p, 1) == 0x0a ? 2 : 1;
      continue;
    }
    if (c == 0x3c) return blame(Code.lessThanInEntityInAttribute, outerStart, outerEnd, 0);
    appendByte(c == 0x0a || c == 0x09 ? <u8>0x20 : c);
    p++;
  }
  return Result.ok;
}

function normaliseReference(p: usize, outerStart: usize, outerEnd: usize): Result {
  const result = readReference(p);
  if (result != Result.ok) return result;
  if (referenceName == 0) {
    appendCodePoint(referenceCodePoint);
    return Result.ok;
  }
  const name = referenceName;
  const stop = referenceStop;
  const start = outerEnd == 0 ? p : outerStart;
  const end = outerEnd == 0 ? stop : outerEnd;
  const entity = findEntity(name, false);
  if (entity == 0) {
    if (undeclaredIsFatal) return blame(Code.unknownEntity, start, end, name);
    addIssue(Code.unknownEntitySkipped, offsetOf(start), endOffsetOf(end), name);
    return Result.ok;
  }
  const flags = entityFlags(entity);
  if ((flags & EntityFlag.unparsed) != 0)
    return blame(Code.unparsedEntityReference, start, end, name);
  if ((flags & EntityFlag.external) != 0)
    return blame(Code.externalEntityInAttribute, start, end, name);
  if (isExpanding(entity)) return blame(Code.recursiveEntity, start, end, name);
  if (!enterEntity(entity)) {
    return blame(
      expansionDepth > deepest ? Code.entityTooDeep : Code.entityTooLarge,
      start,
      end,
      name,
    );
  }
  const text = entityText(entity);
  const outerLimit = limit;
  limit = text + entityLength(entity);
  const inner = normalise(text, limit, start, end);
  limit = outerLimit;
  leaveEntity(entity);
  // Names may have been read meanwhile.
  referenceStop = stop;
  return inner;
}

function blame(code: Code, start: usize, end: usize, name: u32): Result {
  addIssue(code, offsetOf(start), endOffsetOf(end), name);
  return Result.failed;
}

function appendByte(c: u8): void {
  if (valuesUsed >= valuesCapacity) makeRoom(1);
  store<u8>(values + valuesUsed++, c);
}

function appendCodePoint(c: u32): void {
  makeRoom(4);
  valuesUsed = encodeAt(values + valuesUsed, c) - values;
}

function appendBytes(from: usize, length: usize): void {
  makeRoom(length);
  memory.copy(values + valuesUsed, from, length);
  valuesUsed += length;
}

function makeRoom(length: usize): void {
  if (valuesUsed + length <= valuesCapacity) return;
  values = grow(values, valuesCapacity, valuesUsed, valuesUsed + length);
  valuesCapacity = grownCapacity;
}
