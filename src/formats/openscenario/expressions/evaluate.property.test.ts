import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateExpression } from './evaluate';
import type { Scope } from './evaluation';
import { functions } from './functions';
import { exactly, type Exact } from './testing/exact';
import { evaluate, trees, write } from './testing/trees';
import type { TypedValue } from './values';

const nothing: Scope = { lookup: () => 'unknown', version: '1.3' };

/** The value of a number, as a fraction that cannot be reduced by two. */
function exact({ value }: TypedValue): Exact {
  return typeof value === 'bigint' ? { n: value, d: 1n } : exactly(Number(value));
}

describe('any expression of numbers', () => {
  it('comes to what exact arithmetic makes of it, rounded after each step', () => {
    fc.assert(
      fc.property(trees, fc.constantFrom('', ' '), (tree, blank) => {
        const { value, errors } = evaluateExpression(`\${${write(tree, blank)}}`, nothing);
        const expected = evaluate(tree);
        expect(errors.map(({ code }) => code).sort()).toEqual([...expected.problems].sort());
        expect(value?.type).toBe(
          expected.value === null ? undefined : expected.isInteger ? 'int' : 'double',
        );
        expect(value === null ? null : exact(value)).toEqual(expected.value);
      }),
      { numRuns: 5000 },
    );
  });
});

const pieces = fc.oneof(
  fc.constantFrom('$a', '$b', '$s', '$x', '$', '{', '}', '(', ')', ',', '.', ' ', '\t', '+', '-'),
  fc.constantFrom('*', '/', '%', '<', '&&', 'not', 'and', 'or', 'true', 'pi', '(int)', 'foo', 'a'),
  fc.constantFrom(...functions.keys()),
  fc.constantFrom(
    '0',
    '1',
    '2.5',
    '1e',
    '5f',
    '1e308',
    '9223372036854775807',
    '1e-320',
    '.5',
    '1.',
  ),
  fc.string({ maxLength: 3, unit: 'binary' }),
);

const scope: Scope = {
  lookup: (name) => {
    if (name === 'a') return { type: 'int', value: 3 };
    if (name === 's') return { type: 'string', value: 'text' };
    return name === 'b' ? 'broken' : 'unknown';
  },
  version: '1.3',
};

describe('any text', () => {
  const texts = fc.array(pieces, { maxLength: 30 }).map((parts) => `\${${parts.join('')}}`);

  it('comes to a value or to errors within it', () => {
    fc.assert(
      fc.property(fc.oneof(texts, fc.string({ unit: 'binary' })), fc.boolean(), (text, casts) => {
        const { value, errors } = evaluateExpression(text, { ...scope, casts });
        if (errors.length > 0) expect(value).toBeNull();
        for (const { start, end, message } of errors) {
          expect(message).toMatch(/^.+\.$/);
          expect(0 <= start && start < end && end <= text.length).toBe(text !== '');
        }
      }),
      { numRuns: 5000 },
    );
  });

  it.each(['(', '-', 'not ', '1+', '(int)', '1 + not ', 'sqrt(', 'foo(', '-('])(
    'is read to its end where it is long and full of %j',
    (piece) => {
      const text = `\${${piece.repeat(100_000)}1}`;
      for (const casts of [false, true]) {
        expect(() => evaluateExpression(text, { ...scope, casts })).not.toThrow();
      }
    },
  );
});
