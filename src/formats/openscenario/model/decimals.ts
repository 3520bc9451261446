const zero = 0x30;
const point = 0x2e;
const minus = 0x2d;
const plus = 0x2b;

/** Digits that a double holds without loss, whatever they are. */
const mostDigits = 15;

const powersOfTen = Float64Array.from({ length: mostDigits + 1 }, (_, power) => 10 ** power);

/**
 * The value of a plain decimal such as `12` or `-0.50` in UTF-8, the same as `Number` has for its
 * text, without making one; NaN for anything else, which is then read in the ordinary way. Both the
 * digits and the power of ten are exact doubles, and so their quotient is rounded once.
 */
export function plainDecimal(bytes: Uint8Array, start: number, end: number): number {
  const sign = bytes[start];
  let at = sign === minus || sign === plus ? start + 1 : start;
  let digits = 0;
  let value = 0;
  let afterPoint = -1;
  for (; at < end; at++) {
    const digit = (bytes[at] ?? 0) - zero;
    if (digit >= 0 && digit <= 9) {
      value = value * 10 + digit;
      digits++;
      if (afterPoint >= 0) afterPoint++;
    } else if (bytes[at] === point && afterPoint < 0) {
      afterPoint = 0;
    } else {
      return NaN;
    }
  }
  if (digits === 0 || digits > mostDigits) return NaN;
  if (afterPoint > 0) value /= powersOfTen[afterPoint] ?? NaN;
  return sign === minus ? -value : value;
}

/** The number that a text stands for as a `double` of XML Schema; NaN where it is none. */
export function doubleOf(text: string): number {
  const trimmed = text.trim();
  if (trimmed === 'INF') return Infinity;
  if (trimmed === '-INF') return -Infinity;
  return trimmed === '' ? NaN : Number(trimmed);
}
