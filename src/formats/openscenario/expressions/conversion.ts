import { quoted } from '../../../schema/words';
import { problem, type Problem } from './problems';
import { helpForBoolean } from './wording';
import {
  formatValue,
  integerRanges,
  type IntegerType,
  type TypedValue,
  type ValueType,
} from './values';

/**
 * A value as one of another type: what an expression or a parameter comes to where it is used. Nothing
 * may get lost on the way: a double becomes a whole number only where it is one (as RA's evaluator
 * has it since casts are no longer part of the language), and a boolean is no number. Everything can
 * become a string, as a reference within a text does.
 * @param origin what messages speak of: the value, or the expression that comes to it
 */
export function convertValue(
  value: TypedValue,
  target: ValueType,
  origin: Origin = 'value',
): TypedValue | Problem {
  switch (target) {
    case 'int':
    case 'unsignedInt':
    case 'unsignedShort':
      return toInteger(value, target, origin);
    case 'double':
      return toDouble(value, origin);
    case 'boolean':
      return value.type === 'boolean' ? value : notBoolean(value, origin);
    case 'string':
      return value.type === 'string' ? value : { type: 'string', value: formatValue(value) };
    case 'dateTime':
      return value.type === 'dateTime' ? value : notOfType(value, target, origin);
  }
}

/** Where a value comes from, as far as messages tell. */
export type Origin = 'value' | 'expression';

function toInteger(value: TypedValue, target: IntegerType, origin: Origin): TypedValue | Problem {
  if (typeof value.value !== 'number' && typeof value.value !== 'bigint') {
    return notNumber(value, target, origin);
  }
  const number = Number(value.value);
  if (!Number.isInteger(number)) {
    return problem(
      'not-integral',
      `${result(value, origin)} is no whole number, but \`${target}\` asks for one.`,
      Number.isFinite(number)
        ? 'Say how it is to be rounded: by `round`, `floor` or `ceil`.'
        : undefined,
    );
  }
  const [least, most] = integerRanges[target];
  if (number < least || number > most) {
    return problem(
      'out-of-range',
      `${result(value, origin)} does not fit into \`${target}\` (${least} to ${most}).`,
    );
  }
  return value.type === target ? value : { type: target, value: number + 0 };
}

function toDouble(value: TypedValue, origin: Origin): TypedValue | Problem {
  if (value.type === 'double') return value;
  if (typeof value.value !== 'number' && typeof value.value !== 'bigint') {
    return notNumber(value, 'double', origin);
  }
  return { type: 'double', value: Number(value.value) };
}

function notNumber(value: TypedValue, target: ValueType, origin: Origin): Problem {
  if (value.type !== 'boolean') return notOfType(value, target, origin);
  return problem(
    'boolean-as-number',
    `${subject(value, origin)} is a boolean, but \`${target}\` asks for a number.`,
  );
}

function notBoolean(value: TypedValue, origin: Origin): Problem {
  if (value.type === 'string' || value.type === 'dateTime')
    return notOfType(value, 'boolean', origin);
  return problem(
    'not-a-boolean',
    `${subject(value, origin)} is a number, but \`boolean\` asks for \`true\` or \`false\`.`,
    helpForBoolean(formatValue(value)),
  );
}

function notOfType(value: TypedValue, target: ValueType, origin: Origin): Problem {
  return problem(
    'not-of-type',
    `${subject(value, origin)} is a \`${value.type}\`, which cannot become a \`${target}\`.`,
  );
}

/** What a message on the type of a value begins with. */
function subject(value: TypedValue, origin: Origin): string {
  return origin === 'expression' ? 'The expression' : quoted(formatValue(value));
}

/** What a message on the value itself begins with. */
function result(value: TypedValue, origin: Origin): string {
  const shown = quoted(formatValue(value));
  return origin === 'expression' ? `The expression comes to ${shown}, which` : shown;
}
