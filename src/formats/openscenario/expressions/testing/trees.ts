import fc from 'fast-check';
import type { ProblemCode } from '../problems';
import { compare, compute, exactDecimal, exactly, nearestDouble, type Exact } from './exact';

/** An expression as it is meant, apart from how it is written. */
export type Tree =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'minus'; readonly of: Tree }
  | {
      readonly kind: 'binary';
      readonly operator: Operator;
      readonly left: Tree;
      readonly right: Tree;
    };

type Operator = '+' | '-' | '*' | '/' | '%';

/** What an independent reading of 9.2 makes of a tree. */
export interface Outcome {
  readonly isInteger: boolean;
  /** `null` where there is none. */
  readonly value: Exact | null;
  readonly problems: readonly ProblemCode[];
}

const literals = fc.oneof(
  fc.bigInt(0n, 2n ** 66n).map(String),
  fc.bigInt(0n, 2n ** 33n).map(String),
  fc.bigInt(0n, 20n).map(String),
  fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }).map(decimal),
  fc.constantFrom(
    '1.7976931348623157E308',
    '1.7976931348623158E308',
    '4.9E-324',
    '1E308',
    '0.0',
    '9223372036854775807',
  ),
  fc
    .tuple(fc.bigInt(0n, 10n ** 20n), fc.integer({ min: -345, max: 320 }))
    .map(([digits, exponent]) => `${digits}e${exponent}`),
);

/** Expressions of numbers with all operators that stand between them. */
export const trees: fc.Arbitrary<Tree> = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    literals.map((text): Tree => ({ kind: 'literal', text })),
    tie('tree').map((of): Tree => ({ kind: 'minus', of })),
    fc
      .tuple(fc.constantFrom<Operator>('+', '-', '*', '/', '%'), tie('tree'), tie('tree'))
      .map(([operator, left, right]): Tree => ({ kind: 'binary', operator, left, right })),
  ),
})).tree;

function decimal(value: number): string {
  const text = String(value);
  return /[.e]/.test(text) ? text : `${text}.0`;
}

const strength = { '+': 1, '-': 1, '*': 2, '/': 2, '%': 2 };

/** A tree in writing, with parentheses only where its shape needs them. */
export function write(tree: Tree, blank: string, within = 0): string {
  switch (tree.kind) {
    case 'literal':
      return tree.text;
    case 'minus':
      return `-${write(tree.of, blank, 3)}`;
    case 'binary': {
      const own = strength[tree.operator];
      const left = write(tree.left, blank, own);
      const right = write(tree.right, blank, own + 1);
      const text = `${left}${blank}${tree.operator}${blank}${right}`;
      return own < within ? `(${text})` : text;
    }
  }
}

const limits = { least: -(2n ** 63n), most: 2n ** 63n - 1n };
const largest = exactly(Number.MAX_VALUE);
const smallest = exactly(Number.MIN_VALUE);
const smallestWritten = exactDecimal('4.9e-324');

/** What a tree comes to, by exact arithmetic that is rounded after each step. */
export function evaluate(tree: Tree): Outcome {
  switch (tree.kind) {
    case 'literal':
      return literal(tree.text);
    case 'minus':
      return negated(tree.of);
    case 'binary':
      return binary(tree.operator, evaluate(tree.left), evaluate(tree.right));
  }
}

function literal(text: string): Outcome {
  const value = exactDecimal(text);
  return /^\d+$/.test(text) ? integer(value.n, []) : double(value, smallestWritten, []);
}

function negated(of: Tree): Outcome {
  // The least integer cannot be written without its sign.
  if (of.kind === 'literal' && /^\d+$/.test(of.text)) return integer(-BigInt(of.text), []);
  if (of.kind === 'minus') {
    const [signs, inner] = unwrapped(of);
    return signs % 2 === 0 ? negated(inner) : evaluate(inner);
  }
  const { isInteger, value, problems } = evaluate(of);
  if (value === null) return { isInteger, value, problems };
  return isInteger
    ? integer(-value.n, problems)
    : { isInteger, value: { ...value, n: -value.n }, problems };
}

/** How many signs a tree has, one after the other, and what they stand before. */
function unwrapped(tree: Tree): [signs: number, inner: Tree] {
  let signs = 0;
  let inner = tree;
  for (; inner.kind === 'minus'; inner = inner.of) signs++;
  return [signs, inner];
}

function binary(operator: Operator, left: Outcome, right: Outcome): Outcome {
  const problems = [...left.problems, ...right.problems];
  const isInteger = operator !== '/' && left.isInteger && right.isInteger;
  const none = { isInteger, value: null };
  if (right.value?.n === 0n && (operator === '/' || operator === '%')) {
    return { ...none, problems: [...problems, 'division-by-zero'] };
  }
  if (left.value === null || right.value === null) return { ...none, problems };
  if (isInteger) return integer(compute(operator, left.value, right.value).n, problems);
  const [a, b] = [asDouble(left.value), asDouble(right.value)];
  return double(compute(operator, a, b), smallest, problems);
}

function asDouble(value: Exact): Exact {
  return exactly(nearestDouble(value));
}

function integer(value: bigint, problems: readonly ProblemCode[]): Outcome {
  const isFitting = value >= limits.least && value <= limits.most;
  return {
    isInteger: true,
    value: isFitting ? { n: value, d: 1n } : null,
    problems: isFitting ? problems : [...problems, 'overflow'],
  };
}

function double(value: Exact, least: Exact, problems: readonly ProblemCode[]): Outcome {
  const size = value.n < 0n ? { ...value, n: -value.n } : value;
  const none = { isInteger: false, value: null };
  if (compare(size, largest) > 0) return { ...none, problems: [...problems, 'overflow'] };
  if (size.n !== 0n && compare(size, least) < 0) {
    return { ...none, problems: [...problems, 'underflow'] };
  }
  return { isInteger: false, value: exactly(nearestDouble(value)), problems };
}
