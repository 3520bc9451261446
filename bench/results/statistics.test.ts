import { expect, test } from 'vitest';
import { median, quantile, ratios, summarize } from './statistics.mjs';

test('quantiles lie between neighbours in proportion', () => {
  expect(quantile([1, 2, 3, 4], 0.5)).toBe(2.5);
  expect(quantile([1, 2, 3, 4, 5], 0.25)).toBe(2);
  expect(quantile([7], 0.75)).toBe(7);
  expect(quantile([], 0.5)).toBeNaN();
});

test('a median does not ask for order, nor make it', () => {
  const numbers = [3, 1, 2];
  expect(median(numbers)).toBe(2);
  expect(numbers).toEqual([3, 1, 2]);
});

test('the spread is half the quartiles’ distance as a share of the median', () => {
  expect(summarize([12, 8, 10, 9, 11])).toEqual({
    median: 10,
    low: 9,
    high: 11,
    spread: 0.1,
    count: 5,
  });
});

test('ratios pair what ran in the same round', () => {
  expect(ratios([10, null, 30, 40], [5, 5, null, 10])).toEqual([2, 4]);
});

test('those who never met are compared by their medians', () => {
  expect(ratios([10, null, 30], [null, 5, null])).toEqual([4]);
});
