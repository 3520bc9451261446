import { Encoding } from './codes';
import { grow, grownCapacity } from './memory';
import { window, windowOffset } from './window';

/**
 * Places in the document. Offsets are known at once; line, column and the offset in the original
 * bytes are filled in at the end of each push, while the bytes are there.
 *
 *     place (16 bytes)   0 offset in the UTF-8 form   4 line, 0 while unknown
 *                        8 column in UTF-16 units     12 offset in the original file
 *
 * The check of the characters walks over all of them and leaves marks on its way; from the mark
 * before it, a place is a short walk away.
 *
 *     mark (24 bytes)    0 offset in the UTF-8 form   4 line   8 column   12 UTF-16 units before it
 *                        16 code points before it     20 whether a carriage return precedes it
 */
export const placeSize: usize = 16;
const markSize: usize = 24;

/** Where the way ends up to now. */
let wayAt: u32 = 0;
let wayLine: u32 = 1;
let wayColumn: u32 = 1;
let wayUnits: u32 = 0;
let wayPoints: u32 = 0;
export let wayAfterReturn: bool = false;

let marks: usize = 0;
let marksCapacity: usize = 0;
let markCount: usize = 0;
/** Marks that were dropped, where they are to be kept for the host. */
let kept: usize = 0;
let keptCapacity: usize = 0;
let keptCount: usize = 0;
let keeping: bool = false;
/** Index of the mark that was looked up last. */
let near: usize = 0;

/** Where the last place was found: the next one is usually not far behind it. */
let at: u32 = 0;
let line: u32 = 1;
let column: u32 = 1;
let units: u32 = 0;
let points: u32 = 0;
let afterReturn: bool = false;

let encoding: Encoding = Encoding.utf8;
let sourceStart: u32 = 0;

/** Starts a document whose byte order mark has `mark` bytes. */
export function resetPlaces(form: Encoding, mark: u32): void {
  encoding = form;
  sourceStart = mark;
  startWay(form == Encoding.utf8 ? mark : 0, 1, 1);
}

/** Starts the way inside a document in UTF-8. */
export function resumePlaces(offset: u32, atLine: u32, atColumn: u32): void {
  encoding = Encoding.utf8;
  sourceStart = offset;
  startWay(offset, atLine, atColumn);
}

function startWay(offset: u32, atLine: u32, atColumn: u32): void {
  wayAt = offset;
  wayLine = atLine;
  wayColumn = atColumn;
  wayUnits = 0;
  wayPoints = 0;
  wayAfterReturn = false;
  markCount = 0;
  keptCount = 0;
  keeping = false;
  markWay();
}

/** From now on marks are kept when they are dropped. */
export function keepMarks(): void {
  keeping = true;
}

/** Address of all marks of the document so far, where they were kept. */
export function allMarks(): usize {
  keep(markCount);
  return kept;
}

export function allMarksCount(): u32 {
  return <u32>keptCount;
}

/** Keeps the first marks. */
function keep(count: usize): void {
  const used = keptCount * markSize;
  const need = used + count * markSize;
  if (need > keptCapacity) {
    kept = grow(kept, keptCapacity, used, need);
    keptCapacity = grownCapacity;
  }
  memory.copy(kept + used, marks, count * markSize);
  keptCount += count;
}

// @ts-ignore: decorator
@inline
export function setPlace(place: usize, offset: u32): void {
  store<u32>(place, offset);
  store<u32>(place, 0, 4);
}

export function isUnknown(place: usize): bool {
  return load<u32>(place, 4) == 0;
}

/** Fills `to` with the place that lies `bytes` bytes, `u` units, `p` code points after a known one on its line. */
export function placeAfter(to: usize, from: usize, bytes: u32, u: u32, p: u32): void {
  store<u32>(to, load<u32>(from) + bytes);
  if (isUnknown(from)) {
    store<u32>(to, 0, 4);
    return;
  }
  store<u32>(to, load<u32>(from, 4), 4);
  store<u32>(to, load<u32>(from, 8) + u, 8);
  const step = encoding == Encoding.utf8 ? bytes : isTwoByte() ? u << 1 : p;
  store<u32>(to, load<u32>(from, 12) + step, 12);
}

// @ts-ignore: decorator
@inline
function isTwoByte(): bool {
  return encoding == Encoding.utf16le || encoding == Encoding.utf16be;
}

/** Fills in a place, whose bytes must still be in the window. */
export function resolvePlace(place: usize): void {
  const offset = load<u32>(place);
  standAt(offset, markBefore(offset));
  store<u32>(place, line, 4);
  store<u32>(place, column, 8);
  const source =
    encoding == Encoding.utf8
      ? at
      : isTwoByte()
        ? sourceStart + (units << 1)
        : sourceStart + points;
  store<u32>(place, source, 12);
}

/** Leaves a mark where the way has come to. */
export function markWay(): void {
  const offset = markCount * markSize;
  if (offset + markSize > marksCapacity) {
    marks = grow(marks, marksCapacity, offset, offset + markSize);
    marksCapacity = grownCapacity;
  }
  standOnWay();
  writeMark(marks + offset);
  markCount++;
}

/** Writes down where the last place was found. */
function writeMark(mark: usize): void {
  store<u32>(mark, at);
  store<u32>(mark, line, 4);
  store<u32>(mark, column, 8);
  store<u32>(mark, units, 12);
  store<u32>(mark, points, 16);
  store<u32>(mark, afterReturn ? 1 : 0, 20);
}

function standOnWay(): void {
  at = wayAt;
  line = wayLine;
  column = wayColumn;
  units = wayUnits;
  points = wayPoints;
  afterReturn = wayAfterReturn;
}

/** Drops the marks before `offset`, whose bytes are about to go, and leaves one there. */
export function dropMarks(offset: u32): void {
  const first = markBefore(offset);
  standAt(offset, first);
  if (keeping) keep(first);
  markCount -= first;
  memory.copy(marks, marks + first * markSize, markCount * markSize);
  writeMark(marks);
}

/** Index of the last mark at or before an offset. */
function markBefore(offset: u32): usize {
  let low: usize = 0;
  let high = markCount;
  // Usually one looks for the place after the last one.
  if (near < high && load<u32>(marks + near * markSize) <= offset) {
    low = near;
    if (near + 1 < high && load<u32>(marks + (near + 1) * markSize) > offset) return near;
  }
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (load<u32>(marks + middle * markSize) <= offset) low = middle;
    else high = middle;
  }
  near = low;
  return low;
}

/** Goes to an offset, from the mark before it or from nearer by. */
function standAt(offset: u32, mark: usize): void {
  if (offset < at || load<u32>(marks + mark * markSize) > at) stand(mark);
  walk(window + (at - windowOffset), window + (offset - windowOffset));
  at = offset;
}

function stand(index: usize): void {
  const mark = marks + index * markSize;
  at = load<u32>(mark);
  line = load<u32>(mark, 4);
  column = load<u32>(mark, 8);
  units = load<u32>(mark, 12);
  points = load<u32>(mark, 16);
  afterReturn = load<u32>(mark, 20) != 0;
}

/** Leads the way over plain ASCII in which `ends` lines end; `returns` tells of carriage returns. */
export function walkPlain(from: usize, to: usize, ends: u32, returns: bool): void {
  const bytes = <u32>(to - from);
  wayAt += bytes;
  wayUnits += bytes;
  wayPoints += bytes;
  wayLine += ends;
  if (ends == 0 && !wayAfterReturn) {
    wayColumn += bytes;
    return;
  }
  // A line feed counts for nothing after a carriage return, but a line begins behind it.
  const last = lastLineEnd(from, to);
  wayColumn = last >= from ? <u32>(to - last) : wayColumn + bytes;
  wayAfterReturn = returns && load<u8>(to - 1) == 0x0d;
}

/** Address of the last line feed or carriage return, or one before `from`; the bytes are whole vectors. */
function lastLineEnd(from: usize, to: usize): usize {
  for (let p = to - 16; p >= from; p -= 16) {
    const v = v128.load(p);
    const ends = i8x16.bitmask(
      v128.or(i8x16.eq(v, i8x16.splat(0x0a)), i8x16.eq(v, i8x16.splat(0x0d))),
    );
    if (ends != 0) return p + 31 - clz(ends);
  }
  return from - 1;
}

/** Leads the way over any characters. */
export function walkOver(from: usize, to: usize): void {
  standOnWay();
  walk(from, to);
  at += <u32>(to - from);
  wayAt = at;
  wayLine = line;
  wayColumn = column;
  wayUnits = units;
  wayPoints = points;
  wayAfterReturn = afterReturn;
}

/** Counts lines, columns, units and code points over some characters. */
function walk(from: usize, end: usize): void {
  let p = from;
  const newline = i8x16.splat(0x0a);
  const carriageReturn = i8x16.splat(0x0d);
  while (p < end) {
    while (p + 16 <= end) {
      const v = v128.load(p);
      const odd = v128.or(i8x16.lt_s(v, i8x16.splat(0)), i8x16.eq(v, carriageReturn));
      if (v128.any_true(odd) || afterReturn) break;
      const ends = i8x16.bitmask(i8x16.eq(v, newline));
      if (ends != 0) {
        line += popcnt(ends);
        column = 16 - (31 - clz(ends));
      } else {
        column += 16;
      }
      units += 16;
      points += 16;
      p += 16;
    }
    // One block, byte by byte: it holds something that the fast loop does not count.
    const stop = p + 16 < end ? p + 16 : end;
    while (p < stop) {
      const c = load<u8>(p++);
      if (c == 0x0a) {
        if (!afterReturn) line++;
        column = 1;
        afterReturn = false;
      } else if (c == 0x0d) {
        line++;
        column = 1;
        afterReturn = true;
      } else {
        afterReturn = false;
        if ((c & 0xc0) == 0x80) continue;
        column += c >= 0xf0 ? 2 : 1;
      }
      units += c >= 0xf0 ? 2 : 1;
      points++;
    }
  }
}
