import { expect, it } from 'vitest';
import { formatBytes } from './bytes';

it.each([
  [0, '0 B'],
  [999, '999 B'],
  [1000, '1 KB'],
  [7234, '7.2 KB'],
  [99_960, '100 KB'],
  [999_499, '999 KB'],
  [999_600, '1 MB'],
  [50_000_000, '50 MB'],
  [2_147_483_648, '2.1 GB'],
])('says %d bytes as %s', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});
