import { expect, test } from 'vitest';
import { normal, poisson, seededRandom, uniform, weighted, type Random } from './random';

const draws = 4000;

function meanOf(draw: (random: Random) => number): { mean: number; variance: number } {
  const random = seededRandom(7);
  const values = Array.from({ length: draws }, () => draw(random));
  const mean = values.reduce((sum, value) => sum + value, 0) / draws;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / draws;
  return { mean, variance };
}

test('the same seed gives the same numbers, another seed others', () => {
  const ten = (seed: number): number[] => {
    const random = seededRandom(seed);
    return Array.from({ length: 10 }, () => random());
  };
  expect(ten(1.5)).toEqual(ten(1.5));
  expect(ten(1.5)).not.toEqual(ten(1.25));
  for (const number of ten(0)) expect(number >= 0 && number < 1).toBe(true);
});

test('numbers are spread as their distribution says', () => {
  expect(meanOf((random) => uniform(random, 10, 20)).mean).toBeCloseTo(15, 0);
  const bell = meanOf((random) => normal(random, 22, 9));
  expect(bell.mean).toBeCloseTo(22, 0);
  expect(Math.abs(bell.variance - 9)).toBeLessThan(1);
});

test.each([3, 1000])('%i events are counted about as often', (expected) => {
  const { mean, variance } = meanOf((random) => poisson(random, expected));
  expect(Math.abs(mean / expected - 1)).toBeLessThan(0.05);
  expect(Math.abs(variance / expected - 1)).toBeLessThan(0.1);
});

test('what has no weight is never drawn, and the rest as often as it weighs', () => {
  const random = seededRandom(3);
  const counts = [0, 0, 0, 0];
  for (let draw = 0; draw < draws; draw++) {
    const index = weighted(random, [0, 1, 3, 0]);
    counts[index] = (counts[index] ?? 0) + 1;
  }
  expect([counts[0], counts[3]]).toEqual([0, 0]);
  expect((counts[2] ?? 0) / (counts[1] ?? 1)).toBeCloseTo(3, 0);
});
