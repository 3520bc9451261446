/*
 * Doubles round quietly where a result leaves their range: the largest one less 1 is the largest one
 * again. The reference evaluator compares exact results with the range, and so is it done here. Results
 * well within the range, nearly all, cost one comparison. Where an operand is infinite already, since a
 * parameter's value is, nothing is left to exceed.
 */

/** How a result leaves the range of doubles: it is too large, or too close to zero without being zero. */
export type Excess = 'overflow' | 'underflow';

/** Whether an exact sum leaves the range. `sum` is `a + b` as doubles add; differences are sums too. */
export function excessOfSum(a: number, b: number, sum: number): Excess | null {
  if (Math.abs(sum) < Number.MAX_VALUE || !areFinite(a, b)) return null;
  if (!Number.isFinite(sum)) return 'overflow';
  // What rounding took away, exactly (Knuth's two-sum).
  const share = sum - a;
  const lost = a - (sum - share) + (b - share);
  return lost * Math.sign(sum) > 0 ? 'overflow' : null;
}

/** Whether an exact product leaves the range. `product` is `a * b` as doubles multiply. */
export function excessOfProduct(a: number, b: number, product: number): Excess | null {
  const size = Math.abs(product);
  if (isWithin(size) || a === 0 || b === 0 || !areFinite(a, b)) return null;
  return excess(size, () => compareProducts(Math.abs(a), Math.abs(b), size, 1));
}

/** Whether an exact quotient leaves the range. `quotient` is `a / b` as doubles divide, `b` not zero. */
export function excessOfQuotient(a: number, b: number, quotient: number): Excess | null {
  const size = Math.abs(quotient);
  if (isWithin(size) || a === 0 || !areFinite(a, b)) return null;
  return excess(size, () => compareProducts(Math.abs(a), 1, size, Math.abs(b)));
}

function isWithin(size: number): boolean {
  return size > Number.MIN_VALUE && size < Number.MAX_VALUE;
}

function areFinite(a: number, b: number): boolean {
  return Number.isFinite(a) && Number.isFinite(b);
}

/** Judges a rounded size at or beyond an end of the range; `order` compares the exact size with it. */
function excess(size: number, order: () => number): Excess | null {
  if (size === Infinity) return 'overflow';
  if (size === 0) return 'underflow';
  if (size === Number.MAX_VALUE) return order() > 0 ? 'overflow' : null;
  return order() < 0 ? 'underflow' : null;
}

/** Sign of `a * b - c * d`, exactly, for positive finite doubles. */
function compareProducts(a: number, b: number, c: number, d: number): number {
  const left = scaled(a) * scaled(b);
  const right = scaled(c) * scaled(d);
  return left === right ? 0 : left > right ? 1 : -1;
}

const bits = new DataView(new ArrayBuffer(8));

/** A positive finite double in units of the smallest one, 2^-1074, of which each is a multiple. */
function scaled(value: number): bigint {
  bits.setFloat64(0, value);
  const raw = bits.getBigUint64(0);
  const exponent = raw >> 52n;
  const fraction = raw & 0xfffffffffffffn;
  return exponent === 0n ? fraction : (fraction | 0x10000000000000n) << (exponent - 1n);
}
