import { encodeAt } from './characters';
import { Encoding } from './codes';

/** A byte that can never be UTF-8: written where the source cannot be decoded. */
const undecodable: u8 = 0xff;

/** windows-1252's 0x80–0x9F, as code points. Unassigned ones are C1 controls, as WHATWG has it. */
const windows1252High: StaticArray<u16> = [
  0x20ac, 0x81, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039,
  0x0152, 0x8d, 0x017d, 0x8f, 0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc,
  0x2122, 0x0161, 0x203a, 0x0153, 0x9d, 0x017e, 0x0178,
];

/** Half a code unit (in bits 0–7, bit 8 set) and a high surrogate waiting for the next chunk. */
let halfUnit: u32 = 0;
let highSurrogate: u32 = 0;

export function resetTranscoder(): void {
  halfUnit = 0;
  highSurrogate = 0;
}

/** Most bytes that `transcode` writes for `count` bytes of a source. */
export function transcodedBound(count: usize): usize {
  return count * 3 + 16;
}

/**
 * Converts `count` bytes at `from` to UTF-8 at `to` and returns the address after the last one
 * written. Sequences may be cut anywhere between calls; `last` says that none follows.
 */
export function transcode(
  encoding: Encoding,
  from: usize,
  count: usize,
  to: usize,
  last: bool,
): usize {
  if (encoding == Encoding.utf16le || encoding == Encoding.utf16be) {
    return transcodeUtf16(encoding == Encoding.utf16be, from, count, to, last);
  }
  for (let i: usize = 0; i < count; i++) {
    const c: u32 = load<u8>(from + i);
    if (c < 0x80) {
      store<u8>(to++, c);
    } else if (encoding == Encoding.ascii) {
      store<u8>(to++, undecodable);
    } else if (encoding == Encoding.windows1252 && c < 0xa0) {
      to = encodeAt(to, unchecked(windows1252High[c - 0x80]));
    } else {
      to = encodeAt(to, c);
    }
  }
  return to;
}

function transcodeUtf16(bigEndian: bool, from: usize, count: usize, to: usize, last: bool): usize {
  const end = from + count;
  while (from < end || halfUnit != 0) {
    let first: u32;
    if (halfUnit != 0) {
      if (from >= end) break;
      first = halfUnit & 0xff;
      halfUnit = 0;
    } else {
      first = load<u8>(from++);
      if (from >= end) {
        halfUnit = 0x100 | first;
        break;
      }
    }
    const second: u32 = load<u8>(from++);
    const unit = bigEndian ? (first << 8) | second : (second << 8) | first;
    if (highSurrogate != 0) {
      if ((unit & 0xfc00) == 0xdc00) {
        to = encodeAt(to, 0x10000 + ((highSurrogate - 0xd800) << 10) + (unit - 0xdc00));
        highSurrogate = 0;
        continue;
      }
      store<u8>(to++, undecodable);
      highSurrogate = 0;
    }
    if ((unit & 0xfc00) == 0xd800) highSurrogate = unit;
    else if ((unit & 0xfc00) == 0xdc00) store<u8>(to++, undecodable);
    else to = encodeAt(to, unit);
  }
  if (last && (halfUnit != 0 || highSurrogate != 0)) {
    store<u8>(to++, undecodable);
    resetTranscoder();
  }
  return to;
}
