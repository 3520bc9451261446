import { expect, test } from 'vitest';
import { intervalWords, isOutside, parseInterval } from './interval';

test.each([
  ['[0..inf[', [0, 1, Infinity, NaN], [-1e-9, -Infinity]],
  [']0..inf[', [1e-9, Infinity], [0, -0, -1]],
  [']0..100]', [0.1, 100], [0, 100.1]],
  ['[0..1]', [0, 1], [-0.1, 1.1]],
  [']-inf..0]', [-Infinity, 0], [1]],
  ['[-pi..pi]', [-3.1416, 3.142], [3.15, -90]],
  ['[0..2pi[', [0, 6.2832], [6.3, -0.1]],
])('%s', (text, inside, outside) => {
  const interval = parseInterval(text);
  for (const value of inside) expect(isOutside(interval, value), String(value)).toBe(false);
  for (const value of outside) expect(isOutside(interval, value), String(value)).toBe(true);
});

test.each(['', '0..1', '[0..1', '[..1]', '[a..1]', '[0;1]'])('%j is no interval', (text) => {
  expect(() => parseInterval(text)).toThrow(SyntaxError);
});

test.each([
  ['[0..inf[', 'm', '0 or more'],
  [']0..inf[', '', 'more than 0'],
  ['[-pi..pi]', 'rad', 'from -π to π rad'],
  ['[0..2pi[', 'rad', 'at least 0 and less than 2π rad'],
  [']0..100]', '', 'more than 0 and at most 100'],
  [']-inf..0]', '', '0 or less'],
  ['[-90..90]', '°', 'from -90 to 90°'],
])('%s in words', (text, unit, words) => {
  expect(intervalWords(parseInterval(text), unit)).toBe(words);
});
