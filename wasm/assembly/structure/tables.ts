/** The compiled schema in memory; `src/schema/tables.ts` draws it. */

let words: usize = 0;
let typesAt: usize = 0;
let simpleTypesAt: usize = 0;
let rowsAt: usize = 0;
let attributesAt: usize = 0;
let checkAt: usize = 0;
let valueAt: usize = 0;
let combLength: u32 = 0;
export let globalRow: u32 = 0;
let nameTotal: u32 = 0;
export let typeTotal: u32 = 0;

/** Whether a schema is there to check against. */
export let hasSchema: bool = false;

export const noRow: u32 = 0xffffffff;
/** What `lookUp` returns where there is no entry. */
export const nothing: u32 = 0xffffffff;

export enum ContentKind {
  empty = 0,
  automaton = 1,
  all = 2,
  text = 3,
}

/** Takes over `count` words, checking that they are what this code was written for. */
export function loadTables(from: usize, count: usize): bool {
  hasSchema = false;
  if (words != 0) heap.free(words);
  words = 0;
  if (count < 16 || load<u32>(from) != 0x44534353 || load<u32>(from, 4) != 1) return false;
  if (load<u32>(from, 60) != <u32>count) return false;
  words = heap.alloc((count << 2) + 64);
  memory.copy(words, from, count << 2);
  typesAt = words + ((<usize>load<u32>(words, 12)) << 2);
  simpleTypesAt = words + ((<usize>load<u32>(words, 20)) << 2);
  rowsAt = words + ((<usize>load<u32>(words, 28)) << 2);
  attributesAt = words + ((<usize>load<u32>(words, 36)) << 2);
  combLength = load<u32>(words, 40);
  checkAt = words + ((<usize>load<u32>(words, 44)) << 2);
  valueAt = words + ((<usize>load<u32>(words, 48)) << 2);
  globalRow = load<u32>(words, 52);
  typeTotal = load<u32>(words, 8);
  nameTotal = load<u32>(words, 56);
  hasSchema = true;
  return true;
}

/** The entry of a row for a key, or `nothing`. */
// @ts-ignore: decorator
@inline
export function lookUp(row: u32, key: u32): u32 {
  const at = load<u32>(rowsAt + ((<usize>row) << 3)) + key;
  if (at >= combLength) return nothing;
  if (load<u32>(checkAt + ((<usize>at) << 2)) != row + 1) return nothing;
  return load<u32>(valueAt + ((<usize>at) << 2));
}

// @ts-ignore: decorator
@inline
export function rowFlags(row: u32): u32 {
  return load<u32>(rowsAt + ((<usize>row) << 3), 4);
}

// @ts-ignore: decorator
@inline
export function typeAt(type: u32): usize {
  return typesAt + <usize>type * 40;
}

// @ts-ignore: decorator
@inline
export function simpleTypeAt(type: u32): usize {
  return simpleTypesAt + ((<usize>type) << 4);
}

// @ts-ignore: decorator
@inline
export function attributeRecordAt(index: u32): usize {
  return attributesAt + ((<usize>index) << 4);
}

export function schemaNames(): u32 {
  return nameTotal;
}
