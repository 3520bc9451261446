const comparing = 'Values are compared by conditions and constraints, not by expressions.';

/** What is said instead, where people write what other languages have and this one has not. */
const replacements: ReadonlyMap<string, string> = new Map<string, string>([
  ['**', 'Write `pow(a, b)`.'],
  ['^', 'Write `pow(a, b)`.'],
  ['//', 'Write `floor(a / b)`.'],
  ['&&', 'Write `and`.'],
  ['&', 'Write `and`.'],
  ['||', 'Write `or`.'],
  ['|', 'Write `or`.'],
  ['!', 'Write `not`.'],
  ...['<', '>', '<=', '>=', '=', '==', '!='].map((sign) => [sign, comparing] as const),
  ['?', 'An expression cannot choose between values: declare a parameter for the result.'],
  ['mod', 'Write `a % b`.'],
  ['fmod', 'Write `a % b`.'],
  ['power', 'Write `pow(a, b)`.'],
  ['ceiling', 'Write `ceil(a)`.'],
  ['fabs', 'Write `abs(a)`.'],
  ['trunc', 'Write `floor(a)` or `ceil(a)`.'],
  ['int', 'Write `round(a)`, `floor(a)` or `ceil(a)`.'],
  ['e', 'Write `2.718281828459045`.'],
  ['PI', 'Write `3.141592653589793`.'],
]);

/** How to write what an operator, a function or a constant of other languages means, where known. */
export function replacementFor(written: string): string | null {
  return replacements.get(written) ?? null;
}

/** Types that other evaluators cast to, as `(int) $value`: no part of the language of the standard. */
export const castTypes: ReadonlySet<string> = new Set([
  'int',
  'integer',
  'unsignedInt',
  'unsignedShort',
  'double',
  'float',
  'boolean',
  'bool',
  'string',
]);
