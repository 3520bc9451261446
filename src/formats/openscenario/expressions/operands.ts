import type { TypedValue, ValueType } from './values';

/**
 * What is known of an operand's type. All whole numbers are one kind within an expression; `number`
 * and `any` are what little is known after a mistake.
 */
export type Kind = 'integer' | 'double' | 'number' | 'boolean' | 'string' | 'dateTime' | 'any';

/** An operand's value, `null` where it cannot be known. */
export type Value = TypedValue['value'] | null;

/** An argument of a call, and its place. */
export interface Argument {
  readonly value: Value;
  readonly kind: Kind;
  readonly start: number;
  readonly end: number;
}

/** The kind of the values of a type. */
export function kindOf(type: ValueType): Kind {
  switch (type) {
    case 'int':
    case 'unsignedInt':
    case 'unsignedShort':
      return 'integer';
    default:
      return type;
  }
}

/** Whether a value is a number, whole or not. */
export function isNumeric(value: Value): value is number | bigint {
  return typeof value === 'number' || typeof value === 'bigint';
}

/** Whether a kind is known to be no number. */
export function isOtherThanNumber(kind: Kind): kind is 'boolean' | 'string' | 'dateTime' {
  return kind === 'boolean' || kind === 'string' || kind === 'dateTime';
}

/** The kind of what an operator makes of two numbers: a double as soon as one of them is. */
export function commonKind(a: Kind, b: Kind): Kind {
  if (a === 'double' || b === 'double') return 'double';
  return a === 'integer' && b === 'integer' ? 'integer' : 'number';
}

/** A value of a kind as a value of a type, or `null` where it is not known. */
export function typed(value: Value, kind: Kind): TypedValue | null {
  switch (typeof value) {
    case 'number':
      return kind === 'integer' ? { type: 'int', value } : { type: 'double', value };
    case 'bigint':
      return { type: 'int', value };
    case 'boolean':
      return { type: 'boolean', value };
    case 'string':
      return { type: kind === 'dateTime' ? 'dateTime' : 'string', value };
    default:
      return null;
  }
}
