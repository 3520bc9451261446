import { Code } from './codes';
import { grow, grownCapacity } from './memory';
import { placeSize, setPlace } from './places';

/**
 * What was found, for the host to read after each push.
 *
 *     issue (96 bytes)   0 code  4 a  8 b  12 c  16 offset of its text in the text block  20 bytes of text
 *                        24 serial number of the tag it belongs to
 *                        28 the parent: its flags (bits 0–7), its name id (8–31); for text, its own flags
 *                        32 start  48 end  64 related start  80 related end (places)
 *     A related start of 0xffffffff means that there is none.
 */
export const issueSize: usize = 96;
export const noOffset: u32 = 0xffffffff;

let issues: usize = 0;
let capacity: usize = 0;
export let issueCount: u32 = 0;

let texts: usize = 0;
let textsCapacity: usize = 0;
export let textsUsed: usize = 0;

export function issueAddress(index: u32): usize {
  return issues + <usize>index * issueSize;
}
export function textsAddress(): usize {
  return texts;
}

export function clearIssues(): void {
  issueCount = 0;
  textsUsed = 0;
}

/** Takes back the issues raised since there were `count`: their construct will be read again. */
export function rollBackIssues(count: u32): void {
  issueCount = count;
}

/** Adds an issue from `start` to `end` and returns its address, valid until the next one is added. */
export function addIssue(
  code: Code,
  start: u32,
  end: u32,
  a: u32 = 0,
  b: u32 = 0,
  c: u32 = 0,
): usize {
  const need = <usize>(issueCount + 1) * issueSize;
  if (need > capacity) {
    issues = grow(issues, capacity, <usize>issueCount * issueSize, need);
    capacity = grownCapacity;
  }
  const issue = issueAddress(issueCount++);
  memory.fill(issue, 0, issueSize);
  store<u32>(issue, code);
  store<u32>(issue, a, 4);
  store<u32>(issue, b, 8);
  store<u32>(issue, c, 12);
  setPlace(issue + 32, start);
  setPlace(issue + 48, end);
  setPlace(issue + 64, noOffset);
  setPlace(issue + 80, noOffset);
  return issue;
}

/** Copies a place into one of an issue's four: 0 start, 1 end, 2 related start, 3 related end. */
export function issuePlace(issue: usize, which: i32): usize {
  return issue + 32 + <usize>which * placeSize;
}

/** Gives the last issue its text. */
export function addText(from: usize, length: usize): void {
  if (textsUsed + length > textsCapacity) {
    texts = grow(texts, textsCapacity, textsUsed, textsUsed + length);
    textsCapacity = grownCapacity;
  }
  memory.copy(texts + textsUsed, from, length);
  const issue = issueAddress(issueCount - 1);
  store<u32>(issue, <u32>textsUsed, 16);
  store<u32>(issue, <u32>length, 20);
  textsUsed += length;
}
