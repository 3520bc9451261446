import { isXmlChar } from './characters';

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

/**
 * Reads `from`..`to` for valid UTF-8 and for characters that XML allows, and returns the first
 * address where either fails, or `to`. Sixteen bytes at a time while they are plain ASCII.
 */
export function checkText(from: usize, to: usize): usize {
  let p = from;
  const space = i8x16.splat(0x20);
  const tab = i8x16.splat(0x09);
  const newline = i8x16.splat(0x0a);
  const carriageReturn = i8x16.splat(0x0d);
  while (p < to) {
    while (p + 16 <= to) {
      const v = v128.load(p);
      // Signed: a byte below 0x20 is a control character or has its high bit set.
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
    if (p >= to) break;
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
  textEnd = TextEnd.complete;
  return to;
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
