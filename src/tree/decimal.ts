/** Powers of ten that a double holds exactly. */
const powers = Float64Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));
const largestPower = powers.length - 1;

/** Exponents beyond this are zero or infinity anyway; it keeps their sum a small integer. */
const mostExponent = 10_000;

/**
 * The number that the ASCII bytes `[from, to)` spell as `xs:double` does, to the last bit the one that
 * `Number` gives; NaN where they spell none. White space around it is passed over. Infinities are NaN
 * too: nothing on a road can be measured by them.
 *
 * Where the digits make an integer below 2^53, it and the power of ten it is to be multiplied or
 * divided by are exact, so that the one operation rounds correctly, and no string is made.
 */
export function readDecimal(bytes: Uint8Array, from: number, to: number): number {
  const plain = to - from <= plainBytes ? readPlain(bytes, from, to) : NaN;
  return Number.isNaN(plain) ? readAny(bytes, from, to) : plain;
}

/** Bytes of a plain number, at most: their digits make an integer that is exact. */
const plainBytes = 15;

/** What nearly all numbers are: digits, with a minus before or a point among them; NaN for others. */
function readPlain(bytes: Uint8Array, from: number, to: number): number {
  const negative = bytes[from] === 0x2d;
  const first = negative ? from + 1 : from;
  let mantissa = 0;
  let point = to;
  for (let at = first; at < to; at++) {
    const digit = (bytes[at] ?? 0) - 0x30;
    if (digit >= 0 && digit <= 9) mantissa = mantissa * 10 + digit;
    else if (digit === pointDigit && point === to) point = at;
    else return NaN;
  }
  const decimals = point === to ? 0 : to - point - 1;
  // A point alone is no number.
  if (to - first - (point === to ? 0 : 1) === 0) return NaN;
  const size = decimals === 0 ? mantissa : mantissa / (powers[decimals] ?? 1);
  return negative ? -size : size;
}

/** The point, counted from the digit 0. */
const pointDigit = 0x2e - 0x30;

function readAny(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  let end = to;
  while (at < end && isWhite(bytes[at])) at++;
  while (end > at && isWhite(bytes[end - 1])) end--;
  const start = at;
  const sign = bytes[at];
  if (sign === 0x2d || sign === 0x2b) at++;

  let digits = 0;
  let mantissa = 0;
  let scale = 0;
  /** Zeros that only count once another digit follows them. */
  let zeros = 0;
  let inFraction = false;
  for (; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === 0x2e && !inFraction) {
      inFraction = true;
      continue;
    }
    const digit = byte - 0x30;
    if (digit < 0 || digit > 9) break;
    digits++;
    if (inFraction) scale--;
    if (digit === 0) {
      zeros++;
      continue;
    }
    // Once it is too large to be exact its value no longer matters, only that it is too large.
    for (; zeros > 0; zeros--) mantissa *= 10;
    mantissa = mantissa * 10 + digit;
  }
  if (digits === 0) return NaN;

  let exponent = 0;
  if (at < end && ((bytes[at] ?? 0) | 0x20) === 0x65) {
    at++;
    const minus = bytes[at] === 0x2d;
    if (minus || bytes[at] === 0x2b) at++;
    if (at === end) return NaN;
    for (; at < end; at++) {
      const digit = (bytes[at] ?? 0) - 0x30;
      if (digit < 0 || digit > 9) return NaN;
      exponent = Math.min(mostExponent, exponent * 10 + digit);
    }
    if (minus) exponent = -exponent;
  }
  if (at < end) return NaN;

  const power = exponent + scale + zeros;
  if (mantissa > Number.MAX_SAFE_INTEGER || Math.abs(power) > largestPower) {
    return mantissa === 0 ? 0 : finite(Number(asciiOf(bytes, start, end)));
  }
  const size = power < 0 ? mantissa / (powers[-power] ?? 1) : mantissa * (powers[power] ?? 1);
  return sign === 0x2d ? -size : size;
}

function isWhite(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

function finite(value: number): number {
  return Number.isFinite(value) ? value : NaN;
}

/** Short texts: a decoder takes longer to get going than they take to build. */
function asciiOf(bytes: Uint8Array, from: number, to: number): string {
  let text = '';
  for (let at = from; at < to; at++) text += String.fromCharCode(bytes[at] ?? 0);
  return text;
}
