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

/** Makes room for some records and returns the address of the next one. */
// @ts-ignore: decorator
@inline
export function roomOnTape(count: usize): usize {
  const at = <usize>tapeCount * recordSize;
  if (at + count * recordSize > capacity) extend(at, count);
  return records + at;
}

function extend(used: usize, count: usize): void {
  records = grow(records, capacity, used, used + count * recordSize);
  capacity = grownCapacity;
}

/** Writes a record at an address that `roomOnTape` gave room for; returns that of the next one. */
// @ts-ignore: decorator
@inline
export function putRecord(at: usize, kind: TapeKind, flags: u32, name: u32, start: u32, end: u32): usize {
  store<u32>(at, (<u32>kind) | (flags << 4) | (name << 8));
  store<u32>(at, start, 4);
  store<u32>(at, end, 8);
  return at + recordSize;
}

/** Counts the records up to an address as written. */
// @ts-ignore: decorator
@inline
export function endTapeAt(at: usize): void {
  tapeCount = <u32>((at - records) / recordSize);
}

function append(head: u32, start: u32, end: u32): void {
  const at = roomOnTape(1);
  store<u32>(at, head);
  store<u32>(at, start, 4);
  store<u32>(at, end, 8);
  tapeCount++;
}
