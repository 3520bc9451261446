import { decodeAt, decodedLength, isNameChar, isNameStart } from './characters';
import { allocate, grow, grownCapacity } from './memory';
import { limit } from './window';

/**
 * Interned names. An id is the order of first appearance; the names of a schema are put in first,
 * so that their ids are their indexes there. Id 0 is the empty name.
 *
 *     entry (32 bytes)   0 address  4 bytes  8 kind  12 prefix id  16 local part's id
 *                        20 UTF-16 units  24 code points  28 hash
 *
 * The first `mostTokens` of them have a token besides, to be recognised by: a comparison or two.
 *
 *     token (80 bytes)   0 the name, padded with zeros (32 bytes)   32 a mask: ff for each byte of it
 *                        64 length; 0 for a name that is too long or not plain
 */
const entrySize: usize = 32;
const tokenSize: usize = 80;
const longestToken: u32 = 32;
/** Names from this id on have no tokens. */
export const mostTokens: u32 = 4096;

export enum NameKind {
  plain = 0,
  /** `prefix:local`. */
  prefixed = 1,
  /** A Name that is no QName: colons in wrong places. */
  malformed = 2,
  /** `xmlns`. */
  defaultDeclaration = 3,
  /** `xmlns:…`. */
  prefixDeclaration = 4,
}

export const longestName: usize = 10000;

let entries: usize = 0;
let entriesCapacity: usize = 0;
let count: u32 = 0;

let tokens: usize = 0;
let tokensCapacity: usize = 0;

let bytes: usize = 0;
let bytesCapacity: usize = 0;
let bytesUsed: usize = 0;

/** Open addressing: an id in each slot, 0 where it is free. */
let slots: usize = 0;
let slotMask: u32 = 0;

/** What holds for every document: the schema's names and the ones that the grammar knows. */
let seededCount: u32 = 0;
let seededBytes: usize = 0;
let seededSlots: usize = 0;
let seededMask: u32 = 0;

/** Address after the name that `readName` read last. */
export let nameEnd: usize = 0;
/** Stands for a name that runs off the end of what has come. */
export let incompleteName: u32 = 0;
/** Set when a name was longer than `longestName`. */
export let nameTooLong: bool = false;

export function nameCount(): u32 {
  return count;
}
export function nameAddress(id: u32): usize {
  return bytes + load<u32>(entries + <usize>id * entrySize);
}
export function nameLength(id: u32): u32 {
  return load<u32>(entries + <usize>id * entrySize, 4);
}
export function nameKind(id: u32): NameKind {
  return load<u32>(entries + <usize>id * entrySize, 8);
}
export function prefixOf(id: u32): u32 {
  return load<u32>(entries + <usize>id * entrySize, 12);
}
export function localOf(id: u32): u32 {
  return load<u32>(entries + <usize>id * entrySize, 16);
}
export function unitsOf(id: u32): u32 {
  return load<u32>(entries + <usize>id * entrySize, 20);
}
export function codePointsOf(id: u32): u32 {
  return load<u32>(entries + <usize>id * entrySize, 24);
}

/** Address of the token of a name, whose id must be below `mostTokens`. */
// @ts-ignore: decorator
@inline
export function tokenOf(id: u32): usize {
  return tokens + <usize>id * tokenSize;
}

/** Length of a token's name. */
// @ts-ignore: decorator
@inline
export function tokenLength(token: usize): u32 {
  return load<u32>(token, 64);
}

/** Whether the bytes at `p` begin with a token's name. */
// @ts-ignore: decorator
@inline
export function beginsWith(p: usize, token: usize, length: u32): bool {
  const head = v128.and(v128.xor(v128.load(p), v128.load(token)), v128.load(token, 32));
  if (v128.any_true(head)) return false;
  if (length <= 16) return true;
  const tail = v128.and(v128.xor(v128.load(p, 16), v128.load(token, 16)), v128.load(token, 48));
  return !v128.any_true(tail);
}

/** Forgets everything, the schema's names too. */
export function clearNames(): void {
  count = 0;
  bytesUsed = 0;
  if (slots == 0) resizeSlots(1024);
  memory.fill(slots, 0, (<usize>slotMask + 1) << 2);
  // Id 0, which no look-up may find.
  append(0, 0, 0);
  makeToken(0);
}

/** Makes all names known so far the ones that every document starts with. */
export function seedNames(): void {
  seededCount = count;
  seededBytes = bytesUsed;
  seededMask = slotMask;
  if (seededSlots != 0) heap.free(seededSlots);
  seededSlots = heap.alloc((<usize>slotMask + 1) << 2);
  memory.copy(seededSlots, slots, (<usize>slotMask + 1) << 2);
}

/** Forgets the last document's own names. */
export function resetNames(): void {
  if (count == seededCount) return;
  // Nothing is to be recognised by a name that is no more.
  for (let id = seededCount; id < count && id < mostTokens; id++) dropToken(id);
  count = seededCount;
  bytesUsed = seededBytes;
  if (slotMask != seededMask) {
    heap.free(slots);
    slots = heap.alloc((<usize>seededMask + 1) << 2);
    slotMask = seededMask;
  }
  memory.copy(slots, seededSlots, (<usize>seededMask + 1) << 2);
}

/**
 * Reads the name at `p`; returns its id, or 0 where no name starts. `nameEnd` is set.
 * The end is guessed at the next usual delimiter: a known name needs no look at its characters,
 * and an unknown one is looked at character by character, once.
 */
export function readName(p: usize): u32 {
  let end = p;
  while (true) {
    const v = v128.load(end);
    const stops = v128.or(
      v128.or(i8x16.le_u(v, i8x16.splat(0x20)), i8x16.eq(v, i8x16.splat(0x3d))),
      v128.or(
        i8x16.eq(v, i8x16.splat(0x3e)),
        v128.or(i8x16.eq(v, i8x16.splat(0x2f)), i8x16.eq(v, i8x16.splat(0x3c))),
      ),
    );
    const mask = i8x16.bitmask(stops);
    if (mask != 0) {
      end += ctz(mask);
      break;
    }
    end += 16;
    if (end - p > longestName) break;
  }
  if (end == p) {
    nameEnd = p;
    return 0;
  }
  const length = end - p;
  if (length <= longestName) {
    const id = find(p, length, hashOf(p, length));
    if (id != 0 && nameKind(id) != NameKind.malformed) {
      nameEnd = end;
      return id;
    }
  }
  return readUnknownName(p);
}

function readUnknownName(p: usize): u32 {
  if (!isNameStart(decodeAt(p))) {
    nameEnd = p;
    return 0;
  }
  let end = p + decodedLength;
  while (isNameChar(decodeAt(end))) end += decodedLength;
  nameEnd = end;
  if (end - p > longestName) {
    nameTooLong = true;
    return 0;
  }
  // It may go on in the next chunk: what there is of it must not become a name of its own.
  if (end >= limit) return incompleteName;
  return intern(p, end - p);
}

/** Id of any bytes, which become a name if they were none. */
export function intern(p: usize, length: usize): u32 {
  if (length == 0) return 0;
  const hash = hashOf(p, length);
  const known = find(p, length, hash);
  if (known != 0) return known;
  const id = append(p, length, hash);
  if (count << 1 > slotMask) resizeSlots((slotMask + 1) << 1);
  else insert(id, hash);
  if (id < mostTokens) makeToken(id);
  classify(id);
  // Only plain names are to be recognised; what they are is known just now.
  if (id < mostTokens && nameKind(id) != NameKind.plain) dropToken(id);
  return id;
}

// @ts-ignore: decorator
@inline
function dropToken(id: u32): void {
  store<u32>(tokenOf(id), 0, 64);
}

function makeToken(id: u32): void {
  const at = <usize>id * tokenSize;
  if (at + tokenSize > tokensCapacity) {
    tokens = grow(tokens, tokensCapacity, at, at + tokenSize);
    tokensCapacity = grownCapacity;
  }
  const token = tokenOf(id);
  const length = nameLength(id);
  memory.fill(token, 0, tokenSize);
  if (length > longestToken) return;
  memory.copy(token, nameAddress(id), length);
  memory.fill(token + 32, 0xff, length);
  store<u32>(token, length, 64);
}

/** Works out how a new name stands with Namespaces in XML. */
function classify(id: u32): void {
  const at = nameAddress(id);
  const length: usize = nameLength(id);
  let colon: usize = length;
  let colons = 0;
  let units: u32 = 0;
  let points: u32 = 0;
  for (let i: usize = 0; i < length; i++) {
    const c = load<u8>(at + i);
    if (c == 0x3a) {
      if (colons++ == 0) colon = i;
    }
    if ((c & 0xc0) != 0x80) {
      points++;
      units += c >= 0xf0 ? 2 : 1;
    }
  }
  const entry = entries + <usize>id * entrySize;
  store<u32>(entry, units, 20);
  store<u32>(entry, points, 24);
  if (colons == 0) {
    const isXmlns = length == 5 && load<u32>(at) == 0x6e6c6d78 && load<u8>(at, 4) == 0x73;
    store<u32>(entry, isXmlns ? NameKind.defaultDeclaration : NameKind.plain, 8);
    store<u32>(entry, 0, 12);
    store<u32>(entry, id, 16);
    return;
  }
  if (colons > 1 || colon == 0 || colon == length - 1 || !isNameStart(decodeAt(at + colon + 1))) {
    store<u32>(entry, NameKind.malformed, 8);
    store<u32>(entry, 0, 12);
    store<u32>(entry, id, 16);
    return;
  }
  const isDeclaration = colon == 5 && load<u32>(at) == 0x6e6c6d78 && load<u8>(at, 4) == 0x73;
  // Interning may move everything, so nothing computed above is used after it.
  const prefix = intern(nameAddress(id), colon);
  const local = intern(nameAddress(id) + colon + 1, length - colon - 1);
  const moved = entries + <usize>id * entrySize;
  store<u32>(moved, isDeclaration ? NameKind.prefixDeclaration : NameKind.prefixed, 8);
  store<u32>(moved, prefix, 12);
  store<u32>(moved, local, 16);
}

function append(p: usize, length: usize, hash: u32): u32 {
  const room = (length + 31) & ~15;
  if (bytesUsed + room > bytesCapacity) {
    // The bytes may be our own: keep their distance from the block's start.
    const inside = p >= bytes && p < bytes + bytesUsed;
    const distance = p - bytes;
    bytes = grow(bytes, bytesCapacity, bytesUsed, bytesUsed + room);
    bytesCapacity = grownCapacity;
    if (inside) p = bytes + distance;
  }
  if ((<usize>count + 1) * entrySize > entriesCapacity) {
    entries = grow(
      entries,
      entriesCapacity,
      <usize>count * entrySize,
      (<usize>count + 1) * entrySize,
    );
    entriesCapacity = grownCapacity;
  }
  const entry = entries + <usize>count * entrySize;
  memory.fill(entry, 0, entrySize);
  store<u32>(entry, <u32>bytesUsed);
  store<u32>(entry, <u32>length, 4);
  store<u32>(entry, hash, 28);
  memory.copy(bytes + bytesUsed, p, length);
  memory.fill(bytes + bytesUsed + length, 0, room - length);
  bytesUsed += room;
  return count++;
}

function find(p: usize, length: usize, hash: u32): u32 {
  let slot = hash & slotMask;
  while (true) {
    const id = load<u32>(slots + ((<usize>slot) << 2));
    if (id == 0) return 0;
    const entry = entries + <usize>id * entrySize;
    if (load<u32>(entry, 28) == hash && load<u32>(entry, 4) == <u32>length) {
      if (sameBytes(bytes + load<u32>(entry), p, length)) return id;
    }
    slot = (slot + 1) & slotMask;
  }
}

/** Compares `length` bytes, sixteen at a time; both sides may be read past their end. */
// @ts-ignore: decorator
@inline
export function sameBytes(a: usize, b: usize, length: usize): bool {
  let left = length;
  while (left >= 16) {
    if (v128.any_true(v128.xor(v128.load(a), v128.load(b)))) return false;
    a += 16;
    b += 16;
    left -= 16;
  }
  if (left == 0) return true;
  const different = ~i8x16.bitmask(i8x16.eq(v128.load(a), v128.load(b)));
  return (different & ((1 << (<i32>left)) - 1)) == 0;
}

// @ts-ignore: decorator
@inline
function hashOf(p: usize, length: usize): u32 {
  let h: u64 = length * 0x9e3779b97f4a7c15;
  let left = length;
  while (left >= 16) {
    h = mix(h, load<u64>(p), load<u64>(p, 8));
    p += 16;
    left -= 16;
  }
  if (left > 0) {
    let low = load<u64>(p);
    let high: u64 = 0;
    if (left < 8) low &= ((<u64>1) << ((<u64>left) << 3)) - 1;
    else if (left > 8) high = load<u64>(p, 8) & (((<u64>1) << ((<u64>left - 8) << 3)) - 1);
    h = mix(h, low, high);
  }
  return <u32>(h >> 32);
}

// @ts-ignore: decorator
@inline
function mix(h: u64, low: u64, high: u64): u64 {
  h = (h ^ low) * 0xff51afd7ed558ccd;
  h ^= h >> 33;
  h = (h ^ high) * 0xc4ceb9fe1a85ec53;
  return h ^ (h >> 29);
}

function insert(id: u32, hash: u32): void {
  let slot = hash & slotMask;
  while (load<u32>(slots + ((<usize>slot) << 2)) != 0) slot = (slot + 1) & slotMask;
  store<u32>(slots + ((<usize>slot) << 2), id);
}

function resizeSlots(size: u32): void {
  if (slots != 0) heap.free(slots);
  slots = allocate((<usize>size) << 2);
  memory.fill(slots, 0, (<usize>size) << 2);
  slotMask = size - 1;
  for (let id: u32 = 1; id < count; id++)
    insert(id, load<u32>(entries + <usize>id * entrySize, 28));
}
