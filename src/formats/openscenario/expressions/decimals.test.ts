import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excessOfLiteral } from './decimals';
import { compare, exactDecimal, exactly } from './testing/exact';

describe('a written number', () => {
  it.each([
    ['1.7976931348623157E308', null],
    ['1.7976931348623158E308', 'overflow'],
    ['17976931348623158E292', 'overflow'],
    ['0.00017976931348623157E312', null],
    ['1e309', 'overflow'],
    ['1e99999999999', 'overflow'],
    ['4.9E-324', null],
    ['4.900E-324', null],
    ['5e-324', null],
    ['4.89E-324', 'underflow'],
    ['1E-324', 'underflow'],
    ['0.1e-99999', 'underflow'],
    ['0.000', null],
    ['0e-999', null],
    ['0e999', null],
    ['.5', null],
    ['1.', null],
  ])('%s: %s', (text, verdict) => {
    expect(excessOfLiteral(text, Number(text))).toBe(verdict);
  });

  it('is compared with the ends of the range exactly', () => {
    const largest = exactly(Number.MAX_VALUE);
    const smallest = exactDecimal('4.9e-324');
    const digits = fc.oneof(
      fc.bigInt(17976931348623150000n, 17976931348623165000n).map((n) => `${n}e289`),
      fc.bigInt(4000n, 9000n).map((n) => `0.${n}e-323`),
      fc.bigInt(0n, 9000n).map((n) => `${n}0e-328`),
    );
    fc.assert(
      fc.property(digits, (text) => {
        const exact = exactDecimal(text);
        const verdict =
          compare(exact, largest) > 0
            ? 'overflow'
            : exact.n !== 0n && compare(exact, smallest) < 0
              ? 'underflow'
              : null;
        expect(excessOfLiteral(text, Number(text))).toBe(verdict);
      }),
      { numRuns: 2000 },
    );
  });
});
