import { expect, it } from 'vitest';
import { laneList, metres, stretchList } from './words';

it('lengths have at most three decimals', () => {
  expect([0, 12, 0.1 + 0.2, 1234.56789, -2.0004].map(metres)).toEqual([
    '0 m',
    '12 m',
    '0.3 m',
    '1234.568 m',
    '-2 m',
  ]);
});

it('lanes are listed, many of them in part', () => {
  expect(laneList([])).toBe('no lanes');
  expect(laneList([0])).toBe('the lane 0');
  expect(laneList([1, 0, -1])).toBe('the lanes 1, 0, -1');
  expect(laneList(Array.from({ length: 15 }, (_, at) => at))).toMatch(/, 11 and 3 others$/);
});

it('stretches may be open where the road’s length is not known', () => {
  expect(stretchList([{ from: 0, to: 50 }])).toBe('from 0 to 50 m');
  expect(
    stretchList([
      { from: 0, to: 20.5 },
      { from: 50, to: NaN },
    ]),
  ).toBe('from 0 to 20.5 m and from 50 m on');
});
