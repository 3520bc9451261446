import { expect, it } from 'vitest';
import { InsightIndex } from './insightIndex';

const index = new InsightIndex({
  values: [
    { at: [10, 16], text: '13.9', how: '$speed, double' },
    { at: [30, 32], text: '2', how: '$n, int' },
  ],
  tables: [],
});

it.each([
  [0, 10, null],
  [0, 11, '13.9'],
  [15, 40, '13.9'],
  [16, 30, null],
  [16, 31, '2'],
  [32, 99, null],
])('between %d and %d, the first is %s', (start, end, text) => {
  expect(index.firstIn(start, end)?.text ?? null).toBe(text);
});

it('without values there is nothing anywhere', () => {
  expect(new InsightIndex({ values: [], tables: [] }).firstIn(0, 9)).toBeNull();
});
