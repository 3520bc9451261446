import { expect, test } from 'vitest';
import { doubleOf } from './decimals';

test.each([
  ['INF', Infinity],
  [' -INF ', -Infinity],
  ['1e3', 1000],
  ['NaN', NaN],
  ['', NaN],
  ['fast', NaN],
])('%j as a double', (text, number) => {
  expect(doubleOf(text)).toBe(number);
});
