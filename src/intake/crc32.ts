/**
 * CRC-32 as zip and gzip use it (reflected polynomial 0xEDB88320), eight bytes a step: a table for
 * each of eight byte positions, so that the eight look-ups do not wait for each other.
 */
const tables = makeTables();

function makeTables(): Uint32Array {
  const all = new Uint32Array(8 * 256);
  for (let byte = 0; byte < 256; byte++) {
    let value = byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    all[byte] = value;
  }
  for (let at = 256; at < all.length; at++) {
    const previous = all[at - 256] ?? 0;
    all[at] = (previous >>> 8) ^ (all[previous & 0xff] ?? 0);
  }
  return all;
}

/** Goes on with a checksum (0 to begin with) over more bytes; returns an unsigned 32-bit number. */
export function crc32(sum: number, bytes: Uint8Array): number {
  let value = ~sum;
  let at = 0;
  const table = (position: number, byte: number): number => tables[position * 256 + byte] ?? 0;
  const whole = bytes.length - (bytes.length % 8);
  while (at < whole) {
    const low =
      value ^
      (b(bytes, at) |
        (b(bytes, at + 1) << 8) |
        (b(bytes, at + 2) << 16) |
        (b(bytes, at + 3) << 24));
    value =
      table(7, low & 0xff) ^
      table(6, (low >>> 8) & 0xff) ^
      table(5, (low >>> 16) & 0xff) ^
      table(4, low >>> 24) ^
      table(3, b(bytes, at + 4)) ^
      table(2, b(bytes, at + 5)) ^
      table(1, b(bytes, at + 6)) ^
      table(0, b(bytes, at + 7));
    at += 8;
  }
  for (; at < bytes.length; at++) value = (value >>> 8) ^ table(0, (value ^ b(bytes, at)) & 0xff);
  return ~value >>> 0;
}

function b(bytes: Uint8Array, at: number): number {
  return bytes[at] ?? 0;
}
