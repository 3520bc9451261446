import { grow, grownCapacity } from './memory';

/**
 * The general entities that the internal subset declares, and its parameter entities.
 *
 *     entity (24 bytes)  0 name id  4 flags  8 offset of the replacement text  12 its length
 *                        16 being expanded  20 reserved
 */
const entitySize: usize = 24;

export enum EntityFlag {
  external = 1,
  unparsed = 2,
  parameter = 4,
}

/** Entities within entities, at most. */
export const deepest: i32 = 20;
/** Bytes of replacement text that one document may pull in, at most. */
export const largest: usize = 1 << 20;

let table: usize = 0;
let capacity: usize = 0;
let count: i32 = 0;

let texts: usize = 0;
let textsCapacity: usize = 0;
let textsUsed: usize = 0;

/** How deep the expansion under way is, and what was expanded in all. */
export let expansionDepth: i32 = 0;
export let expandedBytes: usize = 0;

export function resetEntities(): void {
  count = 0;
  textsUsed = 0;
  expansionDepth = 0;
  expandedBytes = 0;
}

export function findEntity(name: u32, parameter: bool): usize {
  for (let i = 0; i < count; i++) {
    const entity = table + <usize>i * entitySize;
    if (
      load<u32>(entity) == name &&
      ((load<u32>(entity, 4) & EntityFlag.parameter) != 0) == parameter
    )
      return entity;
  }
  return 0;
}

/** Declares an entity; the first declaration of a name is the one that holds. */
export function declareEntity(name: u32, flags: u32, text: usize, length: usize): void {
  if (findEntity(name, (flags & EntityFlag.parameter) != 0) != 0) return;
  const at = <usize>count * entitySize;
  if (at + entitySize > capacity) {
    table = grow(table, capacity, at, at + entitySize);
    capacity = grownCapacity;
  }
  // Room for a sentinel and for reading past the end.
  const room = length + 32;
  if (textsUsed + room > textsCapacity) {
    texts = grow(texts, textsCapacity, textsUsed, textsUsed + room);
    textsCapacity = grownCapacity;
  }
  const entity = table + at;
  store<u32>(entity, name);
  store<u32>(entity, flags, 4);
  store<u32>(entity, <u32>textsUsed, 8);
  store<u32>(entity, <u32>length, 12);
  store<u32>(entity, 0, 16);
  memory.copy(texts + textsUsed, text, length);
  memory.fill(texts + textsUsed + length, 0, 32);
  store<u8>(texts + textsUsed + length, 0x3c);
  textsUsed += room;
  count++;
}

export function entityName(entity: usize): u32 {
  return load<u32>(entity);
}
export function entityFlags(entity: usize): u32 {
  return load<u32>(entity, 4);
}
export function entityText(entity: usize): usize {
  return texts + load<u32>(entity, 8);
}
export function entityLength(entity: usize): usize {
  return load<u32>(entity, 12);
}
export function isExpanding(entity: usize): bool {
  return load<u32>(entity, 16) != 0;
}

/** Enters an entity. False when that would be too deep or too much; it is entered all the same. */
export function enterEntity(entity: usize): bool {
  store<u32>(entity, 1, 16);
  expansionDepth++;
  expandedBytes += entityLength(entity);
  return expansionDepth <= deepest && expandedBytes <= largest;
}

export function leaveEntity(entity: usize): void {
  store<u32>(entity, 0, 16);
  expansionDepth--;
}

/** A tag that is read again must not count its entities twice. */
export function rollBackExpansion(bytes: usize): void {
  expandedBytes = bytes;
  if (expansionDepth == 0) return;
  expansionDepth = 0;
  for (let i = 0; i < count; i++) store<u32>(table + <usize>i * entitySize, 0, 16);
}
