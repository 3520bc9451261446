import { describe, expect, it } from 'vitest';
import { convertValue } from './conversion';
import { formatValue, numberOf, valueTypeNamed, type TypedValue, type ValueType } from './values';

const half: TypedValue = { type: 'double', value: 0.5 };
const three: TypedValue = { type: 'double', value: 3 };
const yes: TypedValue = { type: 'boolean', value: true };
const text: TypedValue = { type: 'string', value: '3' };
const date: TypedValue = { type: 'dateTime', value: '2024-05-17T14:30:00' };

function int(value: number | bigint): TypedValue {
  return { type: 'int', value };
}

describe('a value becomes another type', () => {
  it.each<[TypedValue, ValueType, unknown]>([
    [three, 'int', 3],
    [three, 'unsignedShort', 3],
    [{ type: 'double', value: -0 }, 'unsignedInt', 0],
    [int(65535), 'unsignedShort', 65535],
    [int(7), 'double', 7],
    [int(2n ** 62n), 'double', 2 ** 62],
    [half, 'double', 0.5],
    [yes, 'boolean', true],
    [text, 'string', '3'],
    [half, 'string', '0.5'],
    [yes, 'string', 'true'],
    [date, 'string', '2024-05-17T14:30:00'],
    [date, 'dateTime', '2024-05-17T14:30:00'],
  ])('%o as %s', (value, type, expected) => {
    expect(convertValue(value, type)).toEqual({ type, value: expected });
  });

  it.each<[TypedValue, ValueType, string, string]>([
    [half, 'int', 'not-integral', '`0.5` is no whole number, but `int` asks for one.'],
    [
      { type: 'double', value: Infinity },
      'int',
      'not-integral',
      '`INF` is no whole number, but `int` asks for one.',
    ],
    [
      int(65536),
      'unsignedShort',
      'out-of-range',
      '`65536` does not fit into `unsignedShort` (0 to 65535).',
    ],
    [
      int(2n ** 63n - 1n),
      'int',
      'out-of-range',
      '`9223372036854775807` does not fit into `int` (-2147483648 to 2147483647).',
    ],
    [
      int(-1),
      'unsignedInt',
      'out-of-range',
      '`-1` does not fit into `unsignedInt` (0 to 4294967295).',
    ],
    [yes, 'double', 'boolean-as-number', '`true` is a boolean, but `double` asks for a number.'],
    [yes, 'int', 'boolean-as-number', '`true` is a boolean, but `int` asks for a number.'],
    [
      three,
      'boolean',
      'not-a-boolean',
      '`3` is a number, but `boolean` asks for `true` or `false`.',
    ],
    [text, 'double', 'not-of-type', '`3` is a `string`, which cannot become a `double`.'],
    [text, 'boolean', 'not-of-type', '`3` is a `string`, which cannot become a `boolean`.'],
    [three, 'dateTime', 'not-of-type', '`3` is a `double`, which cannot become a `dateTime`.'],
  ])('%o not as %s', (value, type, code, message) => {
    expect(convertValue(value, type)).toMatchObject({ code, message });
  });
});

describe('what an expression comes to', () => {
  it.each<[TypedValue, ValueType, string]>([
    [yes, 'double', 'The expression is a boolean, but `double` asks for a number.'],
    [
      half,
      'int',
      'The expression comes to `0.5`, which is no whole number, but `int` asks for one.',
    ],
    [
      int(65536),
      'unsignedShort',
      'The expression comes to `65536`, which does not fit into `unsignedShort` (0 to 65535).',
    ],
    [text, 'double', 'The expression is a `string`, which cannot become a `double`.'],
  ])('%o not as %s', (value, type, message) => {
    expect(convertValue(value, type, 'expression')).toMatchObject({ message });
  });
});

describe('a number where a boolean is asked for', () => {
  it.each([
    [1, 'Write `true`.'],
    [0, 'Write `false`.'],
    [2, undefined],
  ])('%s', (value, help) => {
    const outcome = convertValue(int(value), 'boolean');
    expect('help' in outcome ? outcome.help : undefined).toBe(help);
  });
});

describe('a value', () => {
  it('is shown as an attribute would hold it', () => {
    const infinite: TypedValue = { type: 'double', value: -Infinity };
    expect([half, yes, date, int(2n ** 60n), infinite].map(formatValue)).toEqual([
      '0.5',
      'true',
      '2024-05-17T14:30:00',
      '1152921504606846976',
      '-INF',
    ]);
  });

  it('is a number, or is none', () => {
    expect([half, int(2n ** 60n), yes, text].map(numberOf)).toEqual([0.5, 2 ** 60, null, null]);
  });

  it('has a type by its name, old spellings included', () => {
    expect(['integer', 'int', 'boolean', 'bool', 'constructor'].map(valueTypeNamed)).toEqual([
      'int',
      'int',
      'boolean',
      null,
      null,
    ]);
  });
});
