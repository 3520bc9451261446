import { none } from '../../../tree/tree';
import { convertValue } from '../expressions/conversion';
import { isExpression } from '../expressions/evaluate';
import { parseLiteral } from '../expressions/literals';
import { isProblem, type ExpressionError, type Problem } from '../expressions/problems';
import type { TypedValue, ValueType } from '../expressions/values';
import type { Model } from './model';
import { readAs } from './readAs';

/** What a value comes to. */
export interface TypedOutcome {
  /** `null` where it is wrong, or where it cannot be known. */
  readonly value: TypedValue | null;
  /** What is wrong with it; offsets are UTF-16 units into the value as it is written. */
  readonly errors: readonly ExpressionError[];
}

const unknown: TypedOutcome = { value: null, errors: [] };

/**
 * What an attribute's value comes to as a value of a type: a literal is read, `$name` stands for the
 * parameter's value, `${…}` is evaluated. A parameter that is not declared or has no usable value
 * leaves it unknown, without an error: others tell of those.
 */
export function typedOutcome(model: Model, attribute: number, type: ValueType): TypedOutcome {
  if (attribute === none) return unknown;
  const { texts, values } = model;
  const text = texts.written(attribute);
  const writing = texts.writingOf(attribute);
  if (writing === 'reference') {
    const value = values.valueOf(attribute);
    return value === null ? unknown : outcome(readAs(value, type), text);
  }
  // Before 1.1, and where it never ends, an expression is a text like any other.
  if (writing === 'expression' && model.since('1.1') && isExpression(text)) {
    const { value, errors } = values.evaluate(attribute);
    return value === null
      ? { value, errors }
      : outcome(convertValue(value, type, 'expression'), text);
  }
  return outcome(parseLiteral(text, type), text);
}

function outcome(made: TypedValue | Problem, text: string): TypedOutcome {
  if (!isProblem(made)) return { value: made, errors: [] };
  return { value: null, errors: [{ ...made, start: 0, end: text.length }] };
}
