import { expect, test } from 'vitest';
import { grouped } from './grouped';

test('digits stand in groups of three', () => {
  const counts = [0, 7, 99, 100, 999, 1000, 12_345, 123_456, 1_234_567, 1_000_000_000];
  const platform = new Intl.NumberFormat('en');
  expect(counts.map(grouped)).toEqual(counts.map((count) => platform.format(count)));
});
