/**
 * A whole number of at most 64 bits: a number as long as that is exact, a bigint beyond. The reference
 * evaluator computes integers in 64 bits and calls what exceeds them an error.
 */
export type Integer = number | bigint;

const least = -(2n ** 63n);
const most = 2n ** 63n - 1n;

/** Digits of the largest 64-bit number: longer ones need not be looked at. */
const mostDigits = String(most).length;

/** A whole number in its proper form, or `null` where it exceeds 64 bits. */
export function fitting(exact: bigint): Integer | null {
  const number = Number(exact);
  if (Number.isSafeInteger(number)) return number;
  return exact < least || exact > most ? null : exact;
}

/** The sum, or `null` where it exceeds 64 bits. */
export function add(a: Integer, b: Integer): Integer | null {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b;
    // A safe result has not been rounded: rounding starts where safety ends.
    if (Number.isSafeInteger(sum)) return sum;
  }
  return fitting(BigInt(a) + BigInt(b));
}

/** The difference, or `null` where it exceeds 64 bits. */
export function subtract(a: Integer, b: Integer): Integer | null {
  if (typeof a === 'number' && typeof b === 'number') {
    const difference = a - b;
    if (Number.isSafeInteger(difference)) return difference;
  }
  return fitting(BigInt(a) - BigInt(b));
}

/** The product, or `null` where it exceeds 64 bits. */
export function multiply(a: Integer, b: Integer): Integer | null {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b;
    if (Number.isSafeInteger(product)) return positiveZero(product);
  }
  return fitting(BigInt(a) * BigInt(b));
}

/** What the division leaves, with the sign of the dividend. The divisor must not be zero. */
export function remainder(a: Integer, b: Integer): Integer | null {
  if (typeof a === 'number' && typeof b === 'number') return positiveZero(a % b);
  return fitting(BigInt(a) % BigInt(b));
}

/** A double without decimal places as an integer, or `null` where it exceeds 64 bits or is not finite. */
export function integerOf(whole: number): Integer | null {
  if (Number.isSafeInteger(whole)) return positiveZero(whole);
  return Number.isFinite(whole) ? fitting(BigInt(whole)) : null;
}

/** Reads decimal digits, or tells by `null` that the number exceeds 64 bits. */
export function readInteger(digits: string, negative: boolean): Integer | null {
  const number = Number(digits);
  if (Number.isSafeInteger(number)) return negative ? positiveZero(-number) : number;
  const significant = digits.replace(/^0+/, '');
  if (significant.length > mostDigits) return null;
  return fitting(negative ? -BigInt(significant) : BigInt(significant));
}

/** Integers know no negative zero. */
function positiveZero(number: number): number {
  return number + 0;
}
