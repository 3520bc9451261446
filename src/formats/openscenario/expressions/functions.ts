import type { Integer } from './integers';

/** An operator of doubles that is written as a call. */
export type DoubleFunction = Extract<FunctionDefinition, { gives: 'double' }>;

/**
 * An operator that is written as a call (9.2.1). The standard does not say in which version each came;
 * all are accepted wherever expressions are.
 */
export type FunctionDefinition = {
  /** How many arguments it takes. */
  readonly takes: 1 | 2;
} & (
  | {
      /** double → int */
      readonly gives: 'integer';
      compute(x: number): number;
    }
  | {
      /** double → double */
      readonly gives: 'double';
      compute(x: number, y: number): number;
      /** Says why there is no result for these arguments, or `null`. */
      outside?(x: number, y: number): string | null;
      /** Whether 0 can be the result only where it was rounded to that, unless `x` is 0 itself. */
      readonly underflows?: true;
    }
  | {
      /** numeric → numeric: integers stay integers. A result may exceed 64 bits by one. */
      readonly gives: 'same';
      compute(x: Integer, y: Integer): Integer;
    }
);

const definitions: Readonly<Record<string, FunctionDefinition>> = {
  round: { takes: 1, gives: 'integer', compute: awayFromZero },
  floor: { takes: 1, gives: 'integer', compute: Math.floor },
  ceil: { takes: 1, gives: 'integer', compute: Math.ceil },
  sqrt: {
    takes: 1,
    gives: 'double',
    compute: Math.sqrt,
    outside: (x) => (x < 0 ? 'There is no square root of a negative number' : null),
  },
  sin: { takes: 1, gives: 'double', compute: Math.sin },
  cos: { takes: 1, gives: 'double', compute: Math.cos },
  tan: { takes: 1, gives: 'double', compute: Math.tan },
  asin: { takes: 1, gives: 'double', compute: Math.asin, outside: (x) => outsideOfUnit('sine', x) },
  acos: {
    takes: 1,
    gives: 'double',
    compute: Math.acos,
    outside: (x) => outsideOfUnit('cosine', x),
  },
  atan: { takes: 1, gives: 'double', compute: Math.atan },
  pow: {
    takes: 2,
    gives: 'double',
    compute: Math.pow,
    outside: outsideOfPowers,
    underflows: true,
  },
  // The standard defines it as (x > 0) - (x < 0).
  sign: { takes: 1, gives: 'same', compute: (x) => Number(x > 0) - Number(x < 0) },
  abs: { takes: 1, gives: 'same', compute: (x) => (x < 0 ? -x : x) },
  max: { takes: 2, gives: 'same', compute: (x, y) => (x > y ? x : y) },
  min: { takes: 2, gives: 'same', compute: (x, y) => (x < y ? x : y) },
};

/** The operators that are written as calls, by their names. */
export const functions: ReadonlyMap<string, FunctionDefinition> = new Map(
  Object.entries(definitions),
);

/** To the nearest whole number; halves go away from zero, as in C and in the evaluators written in it. */
function awayFromZero(x: number): number {
  const towardsZero = Math.trunc(x);
  return Math.abs(x - towardsZero) >= 0.5 ? towardsZero + Math.sign(x) : towardsZero;
}

function outsideOfUnit(inverse: string, x: number): string | null {
  return x < -1 || x > 1 ? `A ${inverse} goes from -1 to 1` : null;
}

/**
 * Where the reals have no power. The reference evaluator also refuses to raise a negative number to
 * whole exponents other than -1, 0 and 1; the standard does not, and those powers exist.
 */
function outsideOfPowers(x: number, y: number): string | null {
  if (x === 0 && y < 0) return '0 cannot be raised to a negative exponent';
  if (x < 0 && Number.isFinite(y) && !Number.isInteger(y)) {
    return 'A negative number can be raised to whole exponents only';
  }
  return null;
}
