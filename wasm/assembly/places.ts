import { Encoding } from './codes';
import { window, windowEnd, windowOffset } from './window';

/**
 * Places in the document. Offsets are known at once; line, column and the offset in the original
 * bytes are filled in at the end of each push, in one walk over what was read, while it is there.
 *
 *     place (16 bytes)   0 offset in the UTF-8 form   4 line, 0 while unknown
 *                        8 column in UTF-16 units     12 offset in the original file
 */
export const placeSize: usize = 16;

/** Where the walk stands. */
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
  at = form == Encoding.utf8 ? mark : 0;
  line = 1;
  column = 1;
  units = 0;
  points = 0;
  afterReturn = false;
}

/** Starts the walk inside a document in UTF-8. */
export function resumePlaces(offset: u32, atLine: u32, atColumn: u32): void {
  resetPlaces(Encoding.utf8, offset);
  line = atLine;
  column = atColumn;
}

/** Writes the place that the walk has come to. */
export function storeWalk(place: usize): void {
  setPlace(place, at);
  resolvePlace(place);
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

/** Fills in a place; calls must come in ascending order of offsets. */
export function resolvePlace(place: usize): void {
  walkTo(load<u32>(place));
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

/** Moves the walk to an offset, counting lines. Offsets behind it leave it where it is. */
export function walkTo(offset: u32): void {
  if (offset <= at) return;
  let p = window + (at - windowOffset);
  let end = window + (offset - windowOffset);
  if (end > windowEnd) end = windowEnd;
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
  at = offset;
}
