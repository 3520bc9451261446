import { expect, test } from 'vitest';
import { crc32 } from './crc32';
import { bytesOf, noise } from './testing/sources';

test('matches the check value that RFC-style CRC catalogues give for "123456789"', () => {
  expect(crc32(0, bytesOf('123456789'))).toBe(0xcbf43926);
  expect(crc32(0, new Uint8Array(0))).toBe(0);
});

test('does not depend on how the bytes are cut', () => {
  const bytes = noise(1000);
  const whole = crc32(0, bytes);
  for (const cut of [1, 7, 8, 9, 500, 999]) {
    expect(crc32(crc32(0, bytes.subarray(0, cut)), bytes.subarray(cut))).toBe(whole);
  }
});
