import { expect, test } from 'vitest';
import { parseSize } from './sizes';

test.each([
  ['0', 0],
  ['65536', 65_536],
  ['64K', 65_536],
  ['64 KB', 65_536],
  ['64kib', 65_536],
  ['1.5M', 1_572_864],
  ['2G', 2 ** 31],
])('%s is %i bytes', (text, bytes) => {
  expect(parseSize(text)).toBe(bytes);
});

test.each(['', 'K', '-1', '1e3', '0x10', '1 2', '64T', '1,5M', '.5M', 'infinity'])(
  '“%s” is no size',
  (text) => {
    expect(parseSize(text)).toBeNull();
  },
);
