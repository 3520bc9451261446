import type { Excess } from './doubles';

/** A positive decimal number: 0.DIGITS times ten to the exponent, without zeros at either end. */
interface Decimal {
  readonly digits: string;
  readonly exponent: number;
}

/** The largest double, exactly. */
const largest = decimalOf(String(2n ** 1024n - 2n ** 971n));

/** The smallest double as the reference evaluator's cases write it; exactly it is 4.94…E-324. */
const smallest = decimalOf('4.9E-324');

/**
 * Whether a number leaves the range of doubles as it is written: digits with an optional point and an
 * exponent, no sign. `value` is what it reads as. Reading rounds, so that `1.7976931348623158E308` and
 * `4.89E-324` would pass for the largest and the smallest double.
 */
export function excessOfLiteral(text: string, value: number): Excess | null {
  if (value > Number.MIN_VALUE && value < Number.MAX_VALUE) return null;
  if (value === Infinity) return 'overflow';
  const exact = decimalOf(text);
  if (exact.digits === '') return null;
  if (value === 0) return 'underflow';
  if (value === Number.MAX_VALUE) return compare(exact, largest) > 0 ? 'overflow' : null;
  return compare(exact, smallest) < 0 ? 'underflow' : null;
}

function decimalOf(text: string): Decimal {
  const [mantissa = '', power = '0'] = text.toLowerCase().split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  const all = whole + fraction;
  const significant = all.replace(/^0+/, '');
  return {
    digits: withoutZerosAtEnd(significant),
    exponent: Number(power) + whole.length - (all.length - significant.length),
  };
}

function withoutZerosAtEnd(digits: string): string {
  let end = digits.length;
  while (digits[end - 1] === '0') end--;
  return digits.slice(0, end);
}

function compare(a: Decimal, b: Decimal): number {
  if (a.exponent !== b.exponent) return a.exponent - b.exponent;
  return a.digits === b.digits ? 0 : a.digits > b.digits ? 1 : -1;
}
