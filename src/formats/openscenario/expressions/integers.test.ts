import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as integers from './integers';
import { fitting, type Integer } from './integers';

const least = -(2n ** 63n);
const most = 2n ** 63n - 1n;

/** Integers of any size, and many where numbers stop being exact and where 64 bits end. */
const exact = fc.oneof(
  fc.bigInt(least, most),
  fc.bigInt(-(2n ** 54n), 2n ** 54n),
  fc.bigInt(-(2n ** 32n), 2n ** 32n),
  fc.bigInt(-3n, 3n),
  fc.bigInt(least, least + 3n),
  fc.bigInt(most - 3n, most),
);

function proper(value: bigint): Integer {
  const found = fitting(value);
  if (found === null) throw new RangeError(`${value} does not fit`);
  return found;
}

function expected(value: bigint): Integer | null {
  return value < least || value > most ? null : proper(value);
}

describe('whole numbers', () => {
  it('are computed exactly in 64 bits, and exceed them as bigints do', () => {
    fc.assert(
      fc.property(exact, exact, (x, y) => {
        const [a, b] = [proper(x), proper(y)];
        expect(integers.add(a, b)).toBe(expected(x + y));
        expect(integers.subtract(a, b)).toBe(expected(x - y));
        expect(integers.multiply(a, b)).toBe(expected(x * y));
        if (y !== 0n) expect(integers.remainder(a, b)).toBe(expected(x % y));
      }),
      { numRuns: 3000 },
    );
  });

  it('are numbers as long as that is exact, and bigints beyond', () => {
    expect(fitting(2n ** 53n - 1n)).toBe(Number.MAX_SAFE_INTEGER);
    expect(fitting(2n ** 53n)).toBe(2n ** 53n);
    expect(integers.subtract(integers.add(Number.MAX_SAFE_INTEGER, 1) ?? 0, 1)).toBe(
      Number.MAX_SAFE_INTEGER,
    );
  });

  it('know no negative zero', () => {
    expect(integers.multiply(-1, 0)).toBe(0);
    expect(integers.remainder(-4, 2)).toBe(0);
    expect(integers.integerOf(-0)).toBe(0);
    expect(integers.readInteger('0', true)).toBe(0);
  });

  it('are read from any number of digits', () => {
    fc.assert(
      fc.property(
        fc.bigInt(0n, 2n ** 65n),
        fc.boolean(),
        fc.nat(40),
        (value, isNegative, zeros) => {
          const read = integers.readInteger('0'.repeat(zeros) + String(value), isNegative);
          expect(read).toBe(expected(isNegative ? -value : value));
        },
      ),
    );
    expect(integers.readInteger('9'.repeat(1_000_000), false)).toBeNull();
  });

  it('come from doubles without decimal places, where 64 bits hold those', () => {
    expect(integers.integerOf(2 ** 60)).toBe(2n ** 60n);
    expect(integers.integerOf(-(2 ** 63))).toBe(least);
    expect(integers.integerOf(2 ** 63)).toBeNull();
    expect(integers.integerOf(NaN)).toBeNull();
    expect(integers.integerOf(Infinity)).toBeNull();
  });
});
