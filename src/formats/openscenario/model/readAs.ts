import { convertValue } from '../expressions/conversion';
import { parseLiteral } from '../expressions/literals';
import { isProblem, type Problem } from '../expressions/problems';
import type { TypedValue, ValueType } from '../expressions/values';

/**
 * A parameter's or an expression's value where one of a type is needed. A text that reads like such a
 * value serves as one, as in RA's implementation: `string` is what many declare for whatever is there.
 */
export function readAs(value: TypedValue, type: ValueType): TypedValue | Problem {
  if (value.type === 'string' && type !== 'string') return parseLiteral(value.value, type);
  return convertValue(value, type);
}

/** What a text may be read as within an expression, the first that fits. */
const operandTypes = ['int', 'double', 'boolean'] as const;

/** A parameter's value as an expression computes with it. */
export function asOperand(value: TypedValue): TypedValue {
  if (value.type !== 'string') return value;
  for (const type of operandTypes) {
    // `1` is a boolean's literal as well, but a number first of all.
    const read = parseLiteral(value.value, type);
    if (!isProblem(read)) return read;
  }
  return value;
}
