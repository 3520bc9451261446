import { expect, test } from 'vitest';
import type { TypedValue } from '../expressions/values';
import { keeps, keepsConstraints, type Constraint } from './constraints';

const double = (value: number): TypedValue => ({ type: 'double', value });
const text = (value: string): TypedValue => ({ type: 'string', value });
const time = (value: string): TypedValue => ({ type: 'dateTime', value });

test.each<[value: TypedValue, rule: string, bound: TypedValue | null, kept: boolean | null]>([
  [double(1), 'equalTo', double(1), true],
  [double(1), 'notEqualTo', double(1), false],
  [double(1), 'lessThan', { type: 'int', value: 1 }, false],
  [double(1), 'lessOrEqual', double(1), true],
  [double(2), 'greaterThan', double(1), true],
  [double(1), 'greaterOrEqual', double(2), false],
  [double(Infinity), 'equalTo', double(Infinity), true],
  [double(NaN), 'equalTo', double(1), null],
  [{ type: 'boolean', value: true }, 'greaterThan', { type: 'boolean', value: false }, true],
  [{ type: 'boolean', value: true }, 'equalTo', double(1), null],
  [text('a'), 'equalTo', text('a'), true],
  [text('a'), 'notEqualTo', text('b'), true],
  [text('a'), 'lessThan', text('b'), null],
  [time('2024-01-01T00:00:00Z'), 'lessThan', time('2024-01-01T00:00:00-01:00'), true],
  [double(1), 'lessThan', null, null],
  [double(1), 'near', double(1), null],
])('%o %s %o', (value, rule, bound, kept) => {
  expect(keeps(value, { rule, bound })).toBe(kept);
});

test('one group has to hold as a whole', () => {
  const above = (bound: number): Constraint => ({ rule: 'greaterThan', bound: double(bound) });
  const below = (bound: number): Constraint => ({ rule: 'lessThan', bound: double(bound) });
  const unknown: Constraint = { rule: 'lessThan', bound: null };
  expect(keepsConstraints(double(5), [])).toBe(true);
  expect(keepsConstraints(double(5), [[above(0), below(10)]])).toBe(true);
  expect(keepsConstraints(double(5), [[above(0), below(3)]])).toBe(false);
  expect(keepsConstraints(double(5), [[below(3)], [above(4)]])).toBe(true);
  expect(keepsConstraints(double(5), [[below(3)], [unknown]])).toBeNull();
  expect(keepsConstraints(double(5), [[below(3), unknown]])).toBe(false);
});
