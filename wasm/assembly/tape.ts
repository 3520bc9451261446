import { grow, grownCapacity } from './memory';

/** The tape's writer; `README.md` draws it, `src/tape/reader.ts` reads it. */

export enum TapeKind {
  element = 1,
  attribute = 2,
  text = 3,
  end = 4,
  cdata = 5,
  comment = 6,
  pi = 7,
  doctype = 8,
}

export enum TapeFlag {
  decode = 1,
  fromEntity = 2,
  implied = 4,
  namespaced = 8,
}

const recordSize: usize = 12;

let records: usize = 0;
let capacity: usize = 0;
export let tapeCount: u32 = 0;
/** Whether anybody wants the tape. */
export let tapeWanted: bool = false;

export function resetTape(wanted: bool): void {
  tapeWanted = wanted;
  tapeCount = 0;
}
export function clearTape(): void {
  tapeCount = 0;
}
export function tapeAddress(): usize {
  return records;
}

// @ts-ignore: decorator
@inline
export function writeTape(kind: TapeKind, flags: u32, name: u32, start: u32, end: u32): void {
  if (!tapeWanted) return;
  append((<u32>kind) | (flags << 4) | (name << 8), start, end);
}

function append(head: u32, start: u32, end: u32): void {
  const at = <usize>tapeCount * recordSize;
  if (at + recordSize > capacity) {
    records = grow(records, capacity, at, at + recordSize);
    capacity = grownCapacity;
  }
  store<u32>(records + at, head);
  store<u32>(records + at, start, 4);
  store<u32>(records + at, end, 8);
  tapeCount++;
}
