import { excessOfProduct, excessOfQuotient, excessOfSum, type Excess } from './doubles';
import * as integers from './integers';
import type { Integer } from './integers';
import type { TokenKind } from './lexer';

/** The operators between two numbers. */
export type Arithmetic = '+' | '-' | '*' | '/' | '%';

/** The operators between two operands. */
export type Operator = Arithmetic | 'and' | 'or';

/**
 * How tightly operators bind: unary minus and calls more than all, `not` between `and` and the sums.
 * 9.2.1 ranks `pow` with `*`, but it is written as a call, which leaves nothing to rank.
 */
const precedence: ReadonlyMap<string, number> = new Map<Operator, number>([
  ['or', 1],
  ['and', 2],
  ['+', 4],
  ['-', 4],
  ['*', 5],
  ['/', 5],
  ['%', 5],
]);

/** What an operand of `not` must bind as tightly as. */
export const withinNot = 3;

/** How tightly an operator binds; 0 for tokens that are none. */
export function precedenceOf(kind: TokenKind): number {
  return precedence.get(kind) ?? 0;
}

/** Whether a token is an operator that binds at least so tightly; `least` is 1 or more. */
export function isOperator(kind: TokenKind, least: number): kind is Operator {
  return precedenceOf(kind) >= least;
}

/** A result of integers, or `null` where it exceeds 64 bits. The divisor must not be zero. */
export function integerResult(
  operator: Exclude<Arithmetic, '/'>,
  a: Integer,
  b: Integer,
): Integer | null {
  switch (operator) {
    case '+':
      return integers.add(a, b);
    case '-':
      return integers.subtract(a, b);
    case '*':
      return integers.multiply(a, b);
    case '%':
      return integers.remainder(a, b);
  }
}

/** A result of doubles, rounded as doubles are. `%` is the remainder, with the sign of the dividend. */
export function doubleResult(operator: Arithmetic, a: number, b: number): number {
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return a / b;
    case '%':
      return a % b;
  }
}

/** Whether the exact result leaves the range of doubles; `result` is the rounded one. */
export function excessOf(
  operator: Arithmetic,
  a: number,
  b: number,
  result: number,
): Excess | null {
  switch (operator) {
    case '+':
      return excessOfSum(a, b, result);
    case '-':
      return excessOfSum(a, -b, result);
    case '*':
      return excessOfProduct(a, b, result);
    case '/':
      return excessOfQuotient(a, b, result);
    case '%':
      return null;
  }
}
