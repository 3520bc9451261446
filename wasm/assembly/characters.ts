/** Classes of ASCII characters and of code points, as the productions of XML 1.0 fifth edition. */

const nameStart: u8 = 1;
const nameChar: u8 = 2;
const white: u8 = 4;
const pubid: u8 = 8;
const digit: u8 = 16;
const letter: u8 = 32;

const classes: usize = memory.data(128);

/** Fills the class table; called once when the module starts. */
export function initCharacters(): void {
  for (let c = 0; c < 128; c++) {
    let k: u8 = 0;
    const isLetter = (c >= 0x41 && c <= 0x5a) || (c >= 0x61 && c <= 0x7a);
    const isDigit = c >= 0x30 && c <= 0x39;
    if (isLetter) k |= letter;
    if (isDigit) k |= digit;
    if (isLetter || c == 0x5f || c == 0x3a) k |= nameStart | nameChar;
    if (isDigit || c == 0x2d || c == 0x2e) k |= nameChar;
    if (c == 0x20 || c == 0x09 || c == 0x0a || c == 0x0d) k |= white;
    if (isLetter || isDigit || c == 0x20 || c == 0x0d || c == 0x0a || c == 0x5f || c == 0x25)
      k |= pubid;
    if (
      c == 0x21 ||
      (c >= 0x23 && c <= 0x2f) ||
      (c >= 0x3a && c <= 0x3b) ||
      c == 0x3d ||
      c == 0x3f ||
      c == 0x40
    )
      k |= pubid;
    if (c == 0x26) k &= ~pubid;
    store<u8>(classes + c, k);
  }
}

// @ts-ignore: decorator
@inline
export function isWhite(c: u32): bool {
  return c == 0x20 || c == 0x0a || c == 0x09 || c == 0x0d;
}

// @ts-ignore: decorator
@inline
export function isDigit(c: u32): bool {
  return c - 0x30 < 10;
}

export function isLetter(c: u32): bool {
  return (c | 0x20) - 0x61 < 26;
}

/** PubidChar. */
export function isPubidChar(c: u32): bool {
  return c < 128 && (load<u8>(classes + c) & pubid) != 0;
}

/** NameStartChar, by code point. */
export function isNameStart(c: u32): bool {
  if (c < 128) return (load<u8>(classes + c) & nameStart) != 0;
  return (
    (c >= 0xc0 && c <= 0x2ff && c != 0xd7 && c != 0xf7) ||
    (c >= 0x370 && c <= 0x1fff && c != 0x37e) ||
    (c >= 0x200c && c <= 0x200d) ||
    (c >= 0x2070 && c <= 0x218f) ||
    (c >= 0x2c00 && c <= 0x2fef) ||
    (c >= 0x3001 && c <= 0xd7ff) ||
    (c >= 0xf900 && c <= 0xfdcf) ||
    (c >= 0xfdf0 && c <= 0xfffd) ||
    (c >= 0x10000 && c <= 0xeffff)
  );
}

/** NameChar, by code point. */
export function isNameChar(c: u32): bool {
  if (c < 128) return (load<u8>(classes + c) & nameChar) != 0;
  return isNameStart(c) || c == 0xb7 || (c >= 0x300 && c <= 0x36f) || (c >= 0x203f && c <= 0x2040);
}

/** Char. */
export function isXmlChar(c: u32): bool {
  if (c < 0x20) return c == 0x09 || c == 0x0a || c == 0x0d;
  return c <= 0xd7ff || (c >= 0xe000 && c <= 0xfffd) || (c >= 0x10000 && c <= 0x10ffff);
}

/** Bytes of the code point that `decodeAt` read last. */
export let decodedLength: i32 = 0;

/** The code point at an address that holds valid UTF-8. */
export function decodeAt(p: usize): u32 {
  const c: u32 = load<u8>(p);
  if (c < 0x80) {
    decodedLength = 1;
    return c;
  }
  if (c < 0xe0) {
    decodedLength = 2;
    return ((c & 0x1f) << 6) | ((<u32>load<u8>(p, 1)) & 0x3f);
  }
  if (c < 0xf0) {
    decodedLength = 3;
    return (
      ((c & 0x0f) << 12) | (((<u32>load<u8>(p, 1)) & 0x3f) << 6) | ((<u32>load<u8>(p, 2)) & 0x3f)
    );
  }
  decodedLength = 4;
  return (
    ((c & 0x07) << 18) |
    (((<u32>load<u8>(p, 1)) & 0x3f) << 12) |
    (((<u32>load<u8>(p, 2)) & 0x3f) << 6) |
    ((<u32>load<u8>(p, 3)) & 0x3f)
  );
}

/** Writes a code point as UTF-8 and returns the address after it. */
export function encodeAt(p: usize, c: u32): usize {
  if (c < 0x80) {
    store<u8>(p, c);
    return p + 1;
  }
  if (c < 0x800) {
    store<u8>(p, 0xc0 | (c >> 6));
    store<u8>(p, 0x80 | (c & 0x3f), 1);
    return p + 2;
  }
  if (c < 0x10000) {
    store<u8>(p, 0xe0 | (c >> 12));
    store<u8>(p, 0x80 | ((c >> 6) & 0x3f), 1);
    store<u8>(p, 0x80 | (c & 0x3f), 2);
    return p + 3;
  }
  store<u8>(p, 0xf0 | (c >> 18));
  store<u8>(p, 0x80 | ((c >> 12) & 0x3f), 1);
  store<u8>(p, 0x80 | ((c >> 6) & 0x3f), 2);
  store<u8>(p, 0x80 | (c & 0x3f), 3);
  return p + 4;
}

/**
 * First address at or after `p` that holds no white space, a block at a time. Control characters were
 * sorted out before: what is not above a space is white.
 */
// @ts-ignore: decorator
@inline
export function endOfWhite(p: usize): usize {
  while (true) {
    const others = ~i8x16.bitmask(i8x16.le_u(v128.load(p), i8x16.splat(0x20))) & 0xffff;
    if (others != 0) return p + ctz(others);
    p += 16;
  }
}

/** First address at or after `p` that holds no white space. */
export function skipWhite(p: usize): usize {
  while (true) {
    const c = load<u8>(p);
    if (!isWhite(c)) return p;
    p++;
  }
}
