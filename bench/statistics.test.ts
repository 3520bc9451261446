import { expect, test } from 'vitest';
import { quantile, speedOf } from './statistics.mjs';

test('quantiles lie between neighbours in proportion', () => {
  expect(quantile([1, 2, 3, 4], 0.5)).toBe(2.5);
  expect(quantile([1, 2, 3, 4, 5], 0.25)).toBe(2);
  expect(quantile([7], 0.75)).toBe(7);
  expect(quantile([], 0.5)).toBeNaN();
});

test('speed is in millions of bytes a second, its spread half the quartiles’ distance', () => {
  expect(speedOf(5_000_000, [5, 10, 10, 10, 20])).toEqual({ median: 500, spread: 0 });
  expect(speedOf(5_000_000, [8, 9, 10, 11, 12])).toEqual({ median: 500, spread: 0.1 });
});
