import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pack, unpack } from './packing';

const dictionary = new TextEncoder().encode('some words that come again and again');

test('what was packed comes out again, with a dictionary and without', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 3000 }),
      fc.constantFrom(dictionary, new Uint8Array(0)),
      (bytes, words) => {
        expect(unpack(pack(bytes, words), words, 5000)).toEqual({ bytes, sound: true });
      },
    ),
  );
});

test('a dictionary makes it shorter', () => {
  const text = new TextEncoder().encode('words that come again');
  expect(pack(text, dictionary).length).toBeLessThan(pack(text, new Uint8Array(0)).length);
});

test('cut data give a beginning of what they held', () => {
  const bytes = Uint8Array.from({ length: 2000 }, (_, at) => (at * at) % 251);
  const packed = pack(bytes, dictionary);
  let before = 0;
  for (let length = 0; length <= packed.length; length++) {
    const { bytes: some, sound } = unpack(packed.subarray(0, length), dictionary, 5000);
    expect(sound).toBe(true);
    expect(some.length).toBeGreaterThanOrEqual(before);
    expect(some).toEqual(bytes.subarray(0, some.length));
    before = some.length;
  }
  expect(before).toBe(2000);
});

test('unpacking stops at the limit', () => {
  const packed = pack(new Uint8Array(10_000_000), dictionary);
  const { bytes, sound } = unpack(packed, dictionary, 1000);
  expect(bytes).toHaveLength(1000);
  expect(sound).toBe(false);
});

test('damaged data are not sound', () => {
  // A block of type 3, which there is none of (RFC 1951, section 3.2.3).
  expect(unpack(Uint8Array.of(7, 1, 2), dictionary, 1000).sound).toBe(false);
});
