/** A rational number, to compute with exactly. The denominator is positive. */
export interface Exact {
  readonly n: bigint;
  readonly d: bigint;
}

export type ExactOperator = '+' | '-' | '*' | '/' | '%';

/** The value of a finite double, exactly. */
export function exactly(double: number): Exact {
  let d = 1n;
  let scaled = double;
  // Doubling a double loses nothing; 1,074 times make each one whole.
  while (!Number.isInteger(scaled)) {
    scaled *= 2;
    d *= 2n;
  }
  return { n: BigInt(scaled), d };
}

/** The value of a decimal number such as `12.5e-3`, exactly. */
export function exactDecimal(text: string): Exact {
  const [mantissa = '', power = '0'] = text.toLowerCase().split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  const exponent = Number(power) - fraction.length;
  const digits = BigInt(whole + fraction);
  return exponent < 0
    ? { n: digits, d: 10n ** BigInt(-exponent) }
    : { n: digits * 10n ** BigInt(exponent), d: 1n };
}

/** The exact result of an operator; `b` must not be zero where it divides. */
export function compute(operator: ExactOperator, a: Exact, b: Exact): Exact {
  switch (operator) {
    case '+':
      return { n: a.n * b.d + b.n * a.d, d: a.d * b.d };
    case '-':
      return { n: a.n * b.d - b.n * a.d, d: a.d * b.d };
    case '*':
      return { n: a.n * b.n, d: a.d * b.d };
    case '/': {
      const quotient = { n: a.n * b.d, d: a.d * b.n };
      return quotient.d < 0n ? { n: -quotient.n, d: -quotient.d } : quotient;
    }
    case '%': {
      // The division of bigints drops decimal places, as the remainder needs it.
      const times = (a.n * b.d) / (a.d * b.n);
      return compute('-', a, { n: b.n * times, d: b.d });
    }
  }
}

/** Sign of `a - b`. */
export function compare(a: Exact, b: Exact): number {
  const difference = a.n * b.d - b.n * a.d;
  return difference === 0n ? 0 : difference > 0n ? 1 : -1;
}

const most = 53;

/** The double nearest to a value, halves to even, for a value within the range of doubles. */
export function nearestDouble({ n, d }: Exact): number {
  if (n < 0n) return -nearestDouble({ n: -n, d });
  if (n === 0n) return 0;
  // The exponent for which the whole part has 53 bits, or as many as the smallest exponent leaves.
  const guess = bitsOf(n) - bitsOf(d) - most;
  for (let exponent = Math.max(guess - 1, -1074); ; exponent++) {
    const top = exponent < 0 ? n << BigInt(-exponent) : n;
    const bottom = exponent < 0 ? d : d << BigInt(exponent);
    const whole = rounded(top, bottom);
    if (bitsOf(whole) <= most || whole === 1n << BigInt(most)) return scaledBy(whole, exponent);
  }
}

function rounded(top: bigint, bottom: bigint): bigint {
  const whole = top / bottom;
  const twice = (top - whole * bottom) * 2n;
  const isUp = twice > bottom || (twice === bottom && whole % 2n === 1n);
  return isUp ? whole + 1n : whole;
}

function bitsOf(value: bigint): number {
  return value === 0n ? 0 : value.toString(2).length;
}

/** `whole` × 2^exponent, in steps that do not leave the range on the way. */
function scaledBy(whole: bigint, exponent: number): number {
  let value = Number(whole);
  let left = exponent;
  for (; left > 1000; left -= 1000) value *= 2 ** 1000;
  for (; left < -1000; left += 1000) value *= 2 ** -1000;
  return value * 2 ** left;
}
