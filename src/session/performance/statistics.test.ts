import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chanceOfLower, median, randomFrom, speedup } from './statistics';

const times = fc.array(fc.double({ min: 0.1, max: 1e6, noNaN: true }), { minLength: 1 });

describe('the median', () => {
  it('has as many values below as above', () => {
    fc.assert(
      fc.property(times, (values) => {
        const middle = median(values);
        expect(values.filter((value) => value < middle).length).toBeLessThanOrEqual(
          values.length / 2,
        );
        expect(values.filter((value) => value > middle).length).toBeLessThanOrEqual(
          values.length / 2,
        );
      }),
    );
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
    expect(median([])).toBeNaN();
  });
});

describe('the chance that values are lower', () => {
  it('agrees with tables of Mann and Whitney’s U', () => {
    // U = 0 for 5 and 5: exact 0.0040 one-sided; the normal approximation says 0.0061.
    expect(chanceOfLower([1, 2, 3, 4, 5], [6, 7, 8, 9, 10])).toBeCloseTo(0.0061, 3);
    // The same the other way round is all but certain not to be lower.
    expect(chanceOfLower([6, 7, 8, 9, 10], [1, 2, 3, 4, 5])).toBeGreaterThan(0.99);
  });

  it('is no small one where both are alike, or all the same', () => {
    expect(chanceOfLower([1, 3, 5, 7], [2, 4, 6, 8])).toBeGreaterThan(0.2);
    expect(chanceOfLower([1, 1, 1], [1, 1, 1])).toBe(1);
    expect(chanceOfLower([], [1])).toBe(1);
  });

  it('depends on the order alone', () => {
    fc.assert(
      fc.property(times, times, (a, b) => {
        const squared = (values: number[]) => values.map((value) => value ** 2);
        expect(chanceOfLower(squared(a), squared(b))).toBeCloseTo(chanceOfLower(a, b), 6);
      }),
    );
  });
});

describe('a speed-up', () => {
  const random = randomFrom(7);
  const noisy = (ms: number, rounds = 21): number[] =>
    Array.from({ length: rounds }, () => ms * (1 + 0.05 * random()));

  it('is found, and sure, where there is one', () => {
    const { ratio, atLeast } = speedup(noisy(12), noisy(10), 0.99);
    expect(ratio).toBeCloseTo(1.2, 1);
    expect(atLeast).toBeGreaterThan(1.1);
    expect(atLeast).toBeLessThanOrEqual(ratio);
  });

  it('is not sure where noise would do', () => {
    const wild = (): number[] => Array.from({ length: 9 }, () => 10 * (0.5 + random()));
    expect(speedup(wild(), wild(), 0.99).atLeast).toBeLessThan(1.1);
  });

  it('is not fooled by rounds that were slow for everyone', () => {
    const usual = noisy(10);
    const other = usual.map((ms) => ms / 1.2);
    const load = usual.map((_, round) => (round % 3 === 0 ? 5 : 1));
    const { atLeast } = speedup(
      usual.map((ms, round) => ms * (load[round] ?? 1)),
      other.map((ms, round) => ms * (load[round] ?? 1)),
      0.99,
    );
    expect(atLeast).toBeCloseTo(1.2, 5);
  });

  it('needs rounds', () => {
    expect(() => speedup([], [], 0.95)).toThrow(RangeError);
    expect(() => speedup([1], [1, 2], 0.95)).toThrow(RangeError);
  });
});
