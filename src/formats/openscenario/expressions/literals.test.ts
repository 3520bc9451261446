import { describe, expect, it } from 'vitest';
import { parseLiteral } from './literals';
import { isProblem } from './problems';
import type { ValueType } from './values';

/** What a text reads as, or `null` where it is refused. */
function read(text: string, type: ValueType): unknown {
  const outcome = parseLiteral(text, type);
  return isProblem(outcome) ? null : outcome.value;
}

describe('a literal', () => {
  it.each<[ValueType, string, number]>([
    ['double', '1.5', 1.5],
    ['double', '1.', 1],
    ['double', '.5', 0.5],
    ['double', '+1', 1],
    ['double', ' 1.0 ', 1],
    ['double', '-2e-3', -0.002],
    ['double', '1E+2', 100],
    ['double', 'INF', Infinity],
    ['double', '-INF', -Infinity],
    ['double', 'NaN', NaN],
    ['double', '1e400', Infinity],
    ['int', '2147483647', 2147483647],
    ['int', '-2147483648', -2147483648],
    ['int', '+007', 7],
    ['int', '-0', 0],
    ['unsignedInt', '4294967295', 4294967295],
    ['unsignedInt', '-0', 0],
    ['unsignedShort', '+65535', 65535],
  ])('of type %s: %j', (type, text, value) => {
    expect(read(text, type)).toBe(value);
  });

  it.each<[ValueType, string]>([
    ['double', ''],
    ['double', '+INF'],
    ['double', 'nan'],
    ['double', '.'],
    ['double', 'e5'],
    ['double', '.e1'],
    ['double', '1e'],
    ['double', '1,5'],
    ['double', '1 2'],
    ['int', '1.0'],
    ['int', '1e2'],
    ['int', '2147483648'],
    ['int', '-2147483649'],
    ['int', '- 1'],
    ['unsignedInt', '-1'],
    ['unsignedInt', '4294967296'],
    ['unsignedShort', '65536'],
    ['boolean', 'True'],
    ['boolean', 'yes'],
    ['boolean', ''],
  ])('of type %s is not %j', (type, text) => {
    expect(read(text, type)).toBeNull();
  });

  it('that is a boolean is a word or a digit', () => {
    expect(['true', '1', ' false ', '0'].map((text) => read(text, 'boolean'))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('that is a string keeps its blanks', () => {
    expect(read(' a ', 'string')).toBe(' a ');
  });

  it.each([
    '2024-05-17T14:30:00',
    '2024-02-29T24:00:00',
    '2024-05-17T14:30:00.125Z',
    '-0044-03-15T12:00:00+14:00',
    '12024-05-17T14:30:00-13:59',
  ])('that is a date: %s', (text) => {
    expect(read(text, 'dateTime')).toBe(text);
  });

  it.each([
    '2024-05-17',
    '2024-05-17T14:30',
    '2024-5-17T14:30:00',
    '2024-13-01T00:00:00',
    '2024-00-01T00:00:00',
    '2024-04-31T00:00:00',
    '2023-02-29T00:00:00',
    '1900-02-29T00:00:00',
    '2024-05-17T24:00:01',
    '2024-05-17T25:00:00',
    '2024-05-17T14:60:00',
    '2024-05-17T14:30:60',
    '2024-05-17T14:30:00.',
    '2024-05-17T14:30:00+14:01',
    '2024-05-17T14:30:00+01:60',
    '0000-05-17T14:30:00',
    '02024-05-17T14:30:00',
    '2024-05-17 14:30:00',
  ])('that is no date: %s', (text) => {
    expect(read(text, 'dateTime')).toBeNull();
  });

  it('that is refused says why, and how to write it', () => {
    expect(parseLiteral('1,5', 'double')).toEqual({
      code: 'not-of-type',
      rule: 'type_casting',
      message: '`1,5` is no `double`: a comma is no decimal point.',
      help: 'Write `1.5`.',
    });
    expect(parseLiteral('70000', 'unsignedShort')).toMatchObject({
      message: '`70000` is no `unsignedShort`: it is above 65535.',
    });
    expect(parseLiteral(' ', 'int')).toMatchObject({
      message: 'The value is empty, which is no `int`.',
    });
  });
});
