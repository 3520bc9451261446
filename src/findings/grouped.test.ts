import { expect, test } from 'vitest';
import { countOf, grouped } from './grouped';

test('digits stand in groups of three', () => {
  const counts = [0, 7, 99, 100, 999, 1000, 12_345, 123_456, 1_234_567, 1_000_000_000];
  const platform = new Intl.NumberFormat('en');
  expect(counts.map(grouped)).toEqual(counts.map((count) => platform.format(count)));
});

test('counts stand with their noun', () => {
  expect([0, 1, 2000].map((count) => countOf(count, 'file'))).toEqual([
    '0 files',
    '1 file',
    '2,000 files',
  ]);
});
