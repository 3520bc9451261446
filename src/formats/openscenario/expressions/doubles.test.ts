import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excessOfProduct, excessOfQuotient, excessOfSum } from './doubles';
import { compare, compute, exactly, type ExactOperator } from './testing/exact';

const most = Number.MAX_VALUE;
const least = Number.MIN_VALUE;

/** Doubles of any size, and many at the ends of the range. */
const doubles = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.double({ min: most / 4, max: most, noNaN: true }),
  fc.double({ min: 1e-165, max: 1e-150, noNaN: true }),
  fc.double({ min: 0.25, max: 4, noNaN: true }),
  fc.constantFrom(most, -most, least, -least, 1, 2 ** -53, 2 ** 970, 2 ** 969),
);

/** What exact arithmetic says of a result. */
function excess(operator: ExactOperator, a: number, b: number): string | null {
  const result = compute(operator, exactly(a), exactly(b));
  const size = result.n < 0n ? { ...result, n: -result.n } : result;
  if (compare(size, exactly(most)) > 0) return 'overflow';
  return size.n !== 0n && compare(size, exactly(least)) < 0 ? 'underflow' : null;
}

describe('the range of doubles', () => {
  it('is left by sums as exact sums leave it', () => {
    fc.assert(
      fc.property(doubles, doubles, (a, b) => {
        expect(excessOfSum(a, b, a + b)).toBe(excess('+', a, b));
      }),
      { numRuns: 2000 },
    );
  });

  it('is left by products as exact products leave it, also where those round to its ends', () => {
    const pairs = fc.oneof(
      fc.tuple(doubles, doubles),
      doubles.filter((a) => Math.abs(a) > 1e-300).map((a) => [a, most / a] as const),
      doubles.filter((a) => Math.abs(a) < 1e300 && a !== 0).map((a) => [a, least / a] as const),
    );
    fc.assert(
      fc.property(
        pairs.filter(([, b]) => Number.isFinite(b)),
        ([a, b]) => {
          expect(excessOfProduct(a, b, a * b)).toBe(excess('*', a, b));
        },
      ),
      { numRuns: 5000 },
    );
  });

  it('is left by quotients as exact quotients leave it', () => {
    const pairs = fc.oneof(
      fc.tuple(doubles, doubles),
      doubles.filter((b) => Math.abs(b) < 1).map((b) => [most * b, b] as const),
      doubles.map((b) => [least * b, b] as const),
    );
    fc.assert(
      fc.property(
        pairs.filter(([a, b]) => b !== 0 && Number.isFinite(a)),
        ([a, b]) => {
          expect(excessOfQuotient(a, b, a / b)).toBe(excess('/', a, b));
        },
      ),
      { numRuns: 5000 },
    );
  });

  it.each([
    // Each rounds to the largest or the smallest double, from beyond it.
    [1.3407807929942597e154, 1.3407807929942597e154, 'overflow'],
    [least, 0.75, 'underflow'],
    [most, 1, null],
    [least, 1, null],
    [0, most, null],
  ])('%d × %d: %s', (a, b, verdict) => {
    expect(excessOfProduct(a, b, a * b)).toBe(verdict);
  });

  it('cannot be left from outside', () => {
    expect(excessOfSum(Infinity, 1, Infinity)).toBeNull();
    expect(excessOfProduct(-Infinity, 2, -Infinity)).toBeNull();
    expect(excessOfQuotient(1, Infinity, 0)).toBeNull();
    expect(excessOfSum(NaN, 1, NaN)).toBeNull();
  });
});
