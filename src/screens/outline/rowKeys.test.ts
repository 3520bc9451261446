import { expect, it } from 'vitest';
import { rowByKey } from './rowKeys';

it.each([
  ['ArrowDown', 4, 5],
  ['ArrowDown', -1, 0],
  ['ArrowUp', 4, 3],
  ['PageDown', 4, 14],
  ['PageUp', -1, -10],
  ['Home', 4, 0],
  ['End', 4, 99],
  ['Enter', 4, null],
])('%s leads from row %d to %s', (key, row, to) => {
  expect(rowByKey(key, row, 100, 10)).toBe(to);
});
