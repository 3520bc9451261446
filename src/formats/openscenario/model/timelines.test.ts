import { expect, test } from 'vitest';
import { canFire } from './timelines';

test('an edge needs a change', () => {
  expect(
    ['always', 'never', 'rises', 'falls', 'other'].map((each) => canFire(each as never, 'rising')),
  ).toEqual([false, false, true, false, true]);
  expect(
    ['always', 'never', 'rises', 'falls', 'other'].map((each) => canFire(each as never, 'none')),
  ).toEqual([true, false, true, true, true]);
});

test('an edge that cannot be known may fire', () => {
  expect(canFire('always', null)).toBe(true);
});
