import type { Excess } from './doubles';
import type { DoubleFunction, FunctionDefinition } from './functions';
import * as integers from './integers';
import { commonKind, isNumeric, type Argument, type Kind, type Value } from './operands';
import type { ExpressionError, Problem } from './problems';
import * as wording from './wording';

/** The kind of what a call comes to, as far as it is known without computing it. */
export function kindOfCall(definition: FunctionDefinition, given: readonly Argument[]): Kind {
  if (definition.gives !== 'same') return definition.gives;
  return given.map(({ kind }) => kind).reduce(commonKind, 'integer');
}

/**
 * What a call comes to, or why it comes to nothing; `null` where an argument is not known or no number.
 * `text` is the expression that the arguments are parts of; `second` is `first` where there is but one.
 */
export function resultOfCall(
  name: string,
  definition: FunctionDefinition,
  first: Argument,
  second: Argument,
  text: string,
): Value | ExpressionError {
  const { value: x } = first;
  const { value: y } = second;
  if (!isNumeric(x) || !isNumeric(y)) return null;
  switch (definition.gives) {
    case 'integer': {
      if (first.kind === 'integer') return x;
      const value = integers.integerOf(definition.compute(Number(x)));
      return value ?? at(first, second, wording.integerOverflow(wording.resultOf(name)));
    }
    case 'double': {
      const told = faultOf(name, definition, first, second, text);
      return told ?? definition.compute(Number(x), Number(y));
    }
    case 'same': {
      const value = definition.compute(x, y);
      if (kindOfCall(definition, [first, second]) !== 'integer') return Number(value);
      const fitting = typeof value === 'bigint' ? integers.fitting(value) : value;
      return fitting ?? at(first, second, wording.integerOverflow(wording.resultOf(name)));
    }
  }
}

function faultOf(
  name: string,
  definition: DoubleFunction,
  first: Argument,
  second: Argument,
  text: string,
): ExpressionError | null {
  const x = Number(first.value);
  const y = Number(second.value);
  const reason = definition.outside?.(x, y) ?? null;
  if (reason !== null) {
    const argument = text.slice(first.start, first.end);
    return at(first, second, wording.outsideDomain(reason, argument, x));
  }
  const excess = excessOfCall(definition, x, y);
  if (excess === null) return null;
  return at(first, second, wording.doubleExcess(wording.resultOf(name), excess));
}

function excessOfCall(definition: DoubleFunction, x: number, y: number): Excess | null {
  if (!Number.isFinite(x) || !Number.isFinite(y)) return null;
  const result = definition.compute(x, y);
  if (!Number.isFinite(result)) return 'overflow';
  return definition.underflows === true && result === 0 && x !== 0 ? 'underflow' : null;
}

function at({ start }: Argument, { end }: Argument, told: Problem): ExpressionError {
  return { ...told, start, end };
}
