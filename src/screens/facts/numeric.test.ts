import { expect, it } from 'vitest';
import { isNumeric } from './numeric';

it.each([
  [['1', '-2.5', '1e-3', ''], true],
  [['1', 'dry'], false],
  [['', ''], false],
  [['1.2.3'], false],
])('tells whether %j are numbers', (cells, expected) => {
  expect(
    isNumeric(
      cells.map((cell) => [cell]),
      0,
    ),
  ).toBe(expected);
});
