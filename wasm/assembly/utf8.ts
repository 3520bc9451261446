import { isXmlChar } from './characters';
import { markWay, walkOver, walkPlain, wayAfterReturn } from './places';

/** What `checkText` found at the address that it returned. */
export enum TextEnd {
  /** Every byte was read. */
  complete = 0,
  /** A sequence that the next chunk may complete. */
  incomplete = 1,
  /** Bytes that are no UTF-8. */
  invalidBytes = 2,
  /** A character that XML does not allow. */
  invalidCharacter = 3,
}

export let textEnd: TextEnd = TextEnd.complete;

/** Bytes between two marks of the way, about. */
const blockBytes: usize = 1024;

/**
 * Reads `from`..`to` for valid UTF-8 and for characters that XML allows, and returns the first
 * address where either fails, or `to`. Lines are counted on the way, while the bytes are at hand.
 */
export function checkText(from: usize, to: usize): usize {
  let p = from;
  textEnd = TextEnd.complete;
  while (p < to) {
    markWay();
    const stop = to - p > blockBytes ? p + blockBytes : to;
    p = checkPlain(p, stop);
    if (p == stop) continue;
    const q = checkAny(p, stop, to);
    walkOver(p, q);
    p = q;
    if (textEnd != TextEnd.complete) return p;
  }
  return to;
}

/** Reads plain ASCII, 64 bytes at a time, and returns the address where there is something else, or less. */
function checkPlain(from: usize, to: usize): usize {
  const space = i8x16.splat(0x20);
  const newline = i8x16.splat(0x0a);
  const tab = i8x16.splat(0x09);
  let p = from;
  let lines = i8x16.splat(0);
  let returns = false;
  let afterReturn = wayAfterReturn;
  while (p + 64 <= to) {
    const a = v128.load(p);
    const b = v128.load(p, 16);
    const c = v128.load(p, 32);
    const d = v128.load(p, 48);
    const endsA = i8x16.eq(a, newline);
    const endsB = i8x16.eq(b, newline);
    const endsC = i8x16.eq(c, newline);
    const endsD = i8x16.eq(d, newline);
    // Signed: a byte below 0x20 is a control character or has its high bit set.
    const oddA = v128.andnot(i8x16.lt_s(a, space), v128.or(endsA, i8x16.eq(a, tab)));
    const oddB = v128.andnot(i8x16.lt_s(b, space), v128.or(endsB, i8x16.eq(b, tab)));
    const oddC = v128.andnot(i8x16.lt_s(c, space), v128.or(endsC, i8x16.eq(c, tab)));
    const oddD = v128.andnot(i8x16.lt_s(d, space), v128.or(endsD, i8x16.eq(d, tab)));
    const odd = v128.or(v128.or(oddA, oddB), v128.or(oddC, oddD));
    if (!afterReturn && !v128.any_true(odd)) {
      lines = i8x16.sub(lines, i8x16.add(i8x16.add(endsA, endsB), i8x16.add(endsC, endsD)));
      p += 64;
      continue;
    }
    // Carriage returns end lines too, but not once more before a line feed.
    const carriageReturn = i8x16.splat(0x0d);
    const returnsA = i8x16.eq(a, carriageReturn);
    const returnsB = i8x16.eq(b, carriageReturn);
    const returnsC = i8x16.eq(c, carriageReturn);
    const returnsD = i8x16.eq(d, carriageReturn);
    const rest = v128.or(
      v128.or(v128.andnot(oddA, returnsA), v128.andnot(oddB, returnsB)),
      v128.or(v128.andnot(oddC, returnsC), v128.andnot(oddD, returnsD)),
    );
    if (v128.any_true(rest)) break;
    const before = i8x16.splat(afterReturn ? -1 : 0);
    lines = i8x16.sub(lines, lineEnds(endsA, returnsA, before));
    lines = i8x16.sub(lines, lineEnds(endsB, returnsB, returnsA));
    lines = i8x16.sub(lines, lineEnds(endsC, returnsC, returnsB));
    lines = i8x16.sub(lines, lineEnds(endsD, returnsD, returnsC));
    returns = true;
    p += 64;
    afterReturn = load<u8>(p - 1) == 0x0d;
  }
  if (p > from) walkPlain(from, p, sumOf(lines), returns);
  return p;
}

/** Line ends as lanes of -1: carriage returns, and line feeds that follow none. */
// @ts-ignore: decorator
@inline
function lineEnds(feeds: v128, returns: v128, returnsBefore: v128): v128 {
  const after = i8x16.shuffle(
    returnsBefore, returns, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30,
  );
  return v128.or(returns, v128.andnot(feeds, after));
}

/** Sum of the lanes, each of which is small. */
function sumOf(lanes: v128): u32 {
  const words = i32x4.extadd_pairwise_i16x8_u(i16x8.extadd_pairwise_i8x16_u(lanes));
  return (
    i32x4.extract_lane(words, 0) +
    i32x4.extract_lane(words, 1) +
    i32x4.extract_lane(words, 2) +
    i32x4.extract_lane(words, 3)
  );
}

/** Reads on from `from` to `stop` or just past it; sequences must end at `to`. */
function checkAny(from: usize, stop: usize, to: usize): usize {
  let p = from;
  const space = i8x16.splat(0x20);
  const tab = i8x16.splat(0x09);
  const newline = i8x16.splat(0x0a);
  const carriageReturn = i8x16.splat(0x0d);
  while (p < stop) {
    while (p + 16 <= stop) {
      const v = v128.load(p);
      const suspects = v128.andnot(
        i8x16.lt_s(v, space),
        v128.or(v128.or(i8x16.eq(v, newline), i8x16.eq(v, tab)), i8x16.eq(v, carriageReturn)),
      );
      const mask = i8x16.bitmask(suspects);
      if (mask != 0) {
        p += ctz(mask);
        break;
      }
      p += 16;
    }
    if (p >= stop) break;
    const c: u32 = load<u8>(p);
    if (c < 0x80) {
      if (!isXmlChar(c)) {
        textEnd = TextEnd.invalidCharacter;
        return p;
      }
      p++;
      continue;
    }
    const length = sequenceLength(p, to);
    if (length <= 0) return p;
    p += length;
  }
  return p;
}

/** Bytes of the multi-byte sequence at `p`, or 0 with `textEnd` set. */
function sequenceLength(p: usize, to: usize): i32 {
  const c: u32 = load<u8>(p);
  const length = c >= 0xf0 ? 4 : c >= 0xe0 ? 3 : 2;
  if (c < 0xc2 || c > 0xf4) {
    textEnd = TextEnd.invalidBytes;
    return 0;
  }
  // Overlong forms, surrogates and code points past U+10FFFF show in the second byte.
  for (let i = 1; i < length; i++) {
    if (p + i >= to) {
      textEnd = TextEnd.incomplete;
      return 0;
    }
    const d: u32 = load<u8>(p + i);
    let low: u32 = 0x80;
    let high: u32 = 0xbf;
    if (i == 1) {
      if (c == 0xe0) low = 0xa0;
      else if (c == 0xed) high = 0x9f;
      else if (c == 0xf0) low = 0x90;
      else if (c == 0xf4) high = 0x8f;
    }
    if (d < low || d > high) {
      textEnd = TextEnd.invalidBytes;
      return 0;
    }
  }
  if (c == 0xef && load<u8>(p, 1) == 0xbf && load<u8>(p, 2) >= 0xbe) {
    textEnd = TextEnd.invalidCharacter;
    return 0;
  }
  return length;
}
