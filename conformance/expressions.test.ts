import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { convertValue } from '../src/formats/openscenario/expressions/conversion';
import { evaluateExpression } from '../src/formats/openscenario/expressions/evaluate';
import type { Scope } from '../src/formats/openscenario/expressions/evaluation';
import { parseLiteral } from '../src/formats/openscenario/expressions/literals';
import {
  isProblem,
  type ExpressionError,
  type Problem,
} from '../src/formats/openscenario/expressions/problems';
import {
  numberOf,
  valueTypeNamed,
  type TypedValue,
} from '../src/formats/openscenario/expressions/values';

/*
 * The cases of the reference evaluator (39, of which some share their number): values, and errors with
 * the character they start at.
 */

const shared = fileURLToPath(new URL('../../shared/', import.meta.url));
const file = join(shared, 'reference/expression-cases.json');
const present = existsSync(file);
const corpus = join(shared, 'corpus/files');

if (!present || !existsSync(corpus)) {
  console.warn('\n  EXPRESSIONS NOT FULLY CHECKED: ../shared lacks reference or corpus.\n');
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

/** Expressions of real files that are wrong, and how: each was looked at and found to be so. */
const wrong: readonly (readonly [expression: RegExp, code: string])[] = [
  [/\bpi\b/, 'unknown-constant'],
  // Runtimes that paste texts together accept these; the standard has no operators for strings.
  [/^\$\{\$entity_name \+ [a-z ]+\}$/, 'unknown-word'],
  [/^\$\{BrakeCondition_HWT \+ _ \+ \$HeadwayTime_Brake\}$/, 'unknown-word'],
  [/^\$\{vehicle_(width|length|height)\}$/, 'unknown-word'],
  [/^\$\{5f\}$/, 'malformed-number'],
  [/^\$\{5\}\}$/, 'unknown-character'],
  // Made to be refused, in the tests of an evaluator.
  [/^\$\{2\/0\}$/, 'division-by-zero'],
  [/^\$\{sqrt\(-9\)\}$/, 'outside-domain'],
  [/^\$\{pow\((0|-3),-?0\.5\)\}$/, 'outside-domain'],
  [/E308/, 'overflow'],
];

describe.skipIf(!existsSync(corpus))('expressions of real files', () => {
  const expressions = new Set<string>();
  const files = existsSync(corpus)
    ? readdirSync(corpus, { recursive: true, encoding: 'utf8' })
    : [];
  for (const name of files) {
    if (!name.endsWith('.xosc')) continue;
    const text = readFileSync(join(corpus, name), 'latin1');
    for (const [, value = ''] of text.matchAll(/"(\$\{[^"<&]*\})"/g)) expressions.add(value);
  }

  it('are many', () => {
    expect(expressions.size).toBeGreaterThan(250);
  });

  it.each([...expressions])('%s', (expression) => {
    const scope: Scope = { lookup: () => 'broken', version: '1.3' };
    const { errors } = evaluateExpression(expression, scope);
    const [, code] = wrong.find(([pattern]) => pattern.test(expression)) ?? [];
    expect(new Set(errors.map((error) => error.code))).toEqual(
      new Set(code === undefined ? [] : [code]),
    );
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
