import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { convertValue, isProblem } from '../src/formats/openscenario/expressions/conversion';
import { evaluateExpression } from '../src/formats/openscenario/expressions/evaluate';
import type { ExpressionError, Problem } from '../src/formats/openscenario/expressions/problems';
import { parseLiteral } from '../src/formats/openscenario/expressions/literals';
import {
  numberOf,
  valueTypeNamed,
  type TypedValue,
} from '../src/formats/openscenario/expressions/values';

/*
 * The cases of the reference evaluator (39, of which some share their number): values, and errors with
 * the character they start at.
 */

const file = fileURLToPath(
  new URL('../../shared/reference/expression-cases.json', import.meta.url),
);
const present = existsSync(file);

if (!present) {
  console.warn('\n  EXPRESSIONS NOT FULLY CHECKED: there is no ../shared/reference.\n');
}

interface ReferenceCase {
  id: number;
  comment: string;
  /** Such as `double speed= 4.333;`. */
  parameterDefinitions?: string[];
  expr: string;
  expectedValue?: number;
  expectedDatatype?: string;
  expectedError?: { message: string; column: number };
}

const cases: ReferenceCase[] = present
  ? (JSON.parse(readFileSync(file, 'utf8')) as ReferenceCase[])
  : [];

/** What our problems are called where the reference evaluator says one of these things. */
const codes: readonly (readonly [says: RegExp, code: string])[] = [
  [/^Value '\d+' cannot be converted/, 'out-of-range'],
  // Case 7: it asks for a cast by type alone; here the value itself has decimal places.
  [/^Double values must be explicitly casted/, 'not-integral'],
  [/^Divison by zero/, 'division-by-zero'],
  [/square root from a negative/, 'outside-domain'],
  [/^Raising /, 'outside-domain'],
  [/operation ins infinite/, 'overflow'],
  // It says so of underflow, too.
  [/^Internal Overflow/, 'overflow|underflow'],
];

describe.skipIf(!present)('the reference evaluator’s cases', () => {
  it('are all there', () => {
    expect(cases).toHaveLength(39);
    expect(new Set(cases.map(({ id }) => id)).size).toBe(35);
  });

  it.each(cases)('$id: $expr', (reference) => {
    const parameters = declared(reference.parameterDefinitions ?? []);
    const { value, errors } = evaluateExpression(reference.expr, {
      lookup: (name) => parameters.get(name) ?? 'unknown',
      version: '1.1',
      casts: true,
    });
    const outcome = value === null ? null : converted(value, reference.expectedDatatype);
    const found: (ExpressionError | Problem)[] = [...errors];
    if (outcome !== null && isProblem(outcome)) found.push(outcome);

    if (reference.expectedError === undefined) {
      expect(found).toEqual([]);
      expect(outcome === null || isProblem(outcome) ? null : numberOf(outcome)).toBe(
        reference.expectedValue,
      );
      return;
    }
    const { message, column } = reference.expectedError;
    const [, code = ''] = codes.find(([says]) => says.test(message)) ?? [];
    expect(found).toHaveLength(1);
    expect(code.split('|')).toContain(found[0]?.code);
    // A conversion has no place of its own: the whole value is meant.
    const start = found[0] !== undefined && 'start' in found[0] ? found[0].start : 2;
    expect(start).toBe(column);
  });
});

function declared(definitions: readonly string[]): Map<string, TypedValue> {
  return new Map(
    definitions.map((definition) => {
      const [, typeName = '', name = '', text = ''] =
        /^(\w+)\s+(\w+)\s*=\s*(.*);$/.exec(definition) ?? [];
      const type = valueTypeNamed(typeName);
      const value = type === null ? null : parseLiteral(text, type);
      if (value === null || isProblem(value)) throw new Error(`Cannot read ${definition}`);
      return [name, value];
    }),
  );
}

function converted(value: TypedValue, typeName: string | undefined): TypedValue | Problem {
  const type = valueTypeNamed(typeName ?? '');
  return type === null ? value : convertValue(value, type);
}
