import { quoted } from '../../../schema/words';
import { problem, type Problem } from './problems';
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
 */
export function convertValue(value: TypedValue, target: ValueType): TypedValue | Problem {
  switch (target) {
    case 'int':
    case 'unsignedInt':
    case 'unsignedShort':
      return toInteger(value, target);
    case 'double':
      return toDouble(value);
    case 'boolean':
      return value.type === 'boolean' ? value : notBoolean(value);
    case 'string':
      return value.type === 'string' ? value : { type: 'string', value: formatValue(value) };
    case 'dateTime':
      return value.type === 'dateTime' ? value : notOfType(value, target);
  }
}

function toInteger(value: TypedValue, target: IntegerType): TypedValue | Problem {
  if (typeof value.value !== 'number' && typeof value.value !== 'bigint') {
    return notNumber(value, target);
  }
  const number = Number(value.value);
  if (!Number.isInteger(number)) {
    return problem(
      'not-integral',
      `${quoted(formatValue(value))} is no whole number, but \`${target}\` asks for one.`,
      Number.isFinite(number)
        ? 'Say how it is to be rounded: by `round`, `floor` or `ceil`.'
        : undefined,
    );
  }
  const [least, most] = integerRanges[target];
  if (number < least || number > most) {
    return problem(
      'out-of-range',
      `${quoted(formatValue(value))} does not fit into \`${target}\`, which goes from ${least} to ${most}.`,
    );
  }
  return value.type === target ? value : { type: target, value: number + 0 };
}

function toDouble(value: TypedValue): TypedValue | Problem {
  if (value.type === 'double') return value;
  if (typeof value.value !== 'number' && typeof value.value !== 'bigint') {
    return notNumber(value, 'double');
  }
  return { type: 'double', value: Number(value.value) };
}

function notNumber(value: TypedValue, target: ValueType): Problem {
  if (value.type !== 'boolean') return notOfType(value, target);
  return problem(
    'boolean-as-number',
    `${quoted(formatValue(value))} is a boolean, but \`${target}\` asks for a number.`,
  );
}

function notBoolean(value: TypedValue): Problem {
  if (value.type === 'string' || value.type === 'dateTime') return notOfType(value, 'boolean');
  return problem(
    'not-a-boolean',
    `${quoted(formatValue(value))} is a number, but \`boolean\` asks for \`true\` or \`false\`.`,
  );
}

function notOfType(value: TypedValue, target: ValueType): Problem {
  return problem(
    'not-of-type',
    `${quoted(formatValue(value))} is a \`${value.type}\`, which cannot become a \`${target}\`.`,
  );
}
