import { slipIn } from '../../../schema/slips';
import { quoted } from '../../../schema/words';
import { isDateTime } from './dateTimes';
import { problem, type Problem } from './problems';
import { integerRanges, type IntegerType, type TypedValue, type ValueType } from './values';

const whole = /^[+-]?\d+$/;
const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/** The doubles that are no decimal numbers, as XML Schema spells them. */
const specialDoubles: ReadonlyMap<string, number> = new Map([
  ['INF', Infinity],
  ['-INF', -Infinity],
  ['NaN', NaN],
]);

/**
 * Reads a plain value, no reference and no expression, by the lexical rules of XML Schema's type of
 * the same name; blanks around it do not count except in a string.
 */
export function parseLiteral(text: string, type: ValueType): TypedValue | Problem {
  if (type === 'string') return { type, value: text };
  const bare = text.trim();
  const value = read(bare, type);
  if (value !== null) return value;
  if (bare === '') return problem('not-of-type', `The value is empty, which is no \`${type}\`.`);
  const slip = slipIn(bare, type);
  const reason = slip?.reason === undefined ? '' : `: ${slip.reason}`;
  return problem('not-of-type', `${quoted(bare)} is no \`${type}\`${reason}.`, slip?.help);
}

function read(text: string, type: Exclude<ValueType, 'string'>): TypedValue | null {
  switch (type) {
    case 'double':
      return readDouble(text);
    case 'boolean':
      return readBoolean(text);
    case 'dateTime':
      return isDateTime(text) ? { type, value: text } : null;
    case 'int':
    case 'unsignedInt':
    case 'unsignedShort':
      return readWhole(text, type);
  }
}

function readDouble(text: string): TypedValue | null {
  const value = decimal.test(text) ? Number(text) : specialDoubles.get(text);
  return value === undefined ? null : { type: 'double', value };
}

function readBoolean(text: string): TypedValue | null {
  if (text === 'true' || text === '1') return { type: 'boolean', value: true };
  return text === 'false' || text === '0' ? { type: 'boolean', value: false } : null;
}

function readWhole(text: string, type: IntegerType): TypedValue | null {
  // `-0` is a way to write 0.
  const value = whole.test(text) ? Number(text) + 0 : NaN;
  const [least, most] = integerRanges[type];
  return value >= least && value <= most ? { type, value } : null;
}
