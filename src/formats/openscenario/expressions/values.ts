import type { Integer } from './integers';

/** Types whose values are whole numbers. */
export type IntegerType = 'int' | 'unsignedInt' | 'unsignedShort';

/** Types of parameters, of variables, and of what an attribute holds where it is no enumeration. */
export type ValueType = IntegerType | 'double' | 'boolean' | 'string' | 'dateTime';

/** A value and its type. */
export type TypedValue =
  /** A bigint only where an expression leaves the safe integers: no type of an attribute does. */
  | { readonly type: IntegerType; readonly value: Integer }
  | { readonly type: 'double'; readonly value: number }
  | { readonly type: 'boolean'; readonly value: boolean }
  | { readonly type: 'string' | 'dateTime'; readonly value: string };

const valueTypes: ReadonlyMap<string, ValueType> = new Map([
  ['int', 'int'],
  // What `int` was called in 1.0 and 1.1; deprecated since 1.2.
  ['integer', 'int'],
  ['unsignedInt', 'unsignedInt'],
  ['unsignedShort', 'unsignedShort'],
  ['double', 'double'],
  ['boolean', 'boolean'],
  ['string', 'string'],
  ['dateTime', 'dateTime'],
]);

/** The type that a `parameterType` or `variableType` names, or `null` where there is none. */
export function valueTypeNamed(name: string): ValueType | null {
  return valueTypes.get(name) ?? null;
}

/** Least and greatest value of each type of whole numbers: 32 bits with sign, 32 and 16 bits without. */
export const integerRanges: Readonly<Record<IntegerType, readonly [least: number, most: number]>> =
  {
    int: [-2147483648, 2147483647],
    unsignedInt: [0, 4294967295],
    unsignedShort: [0, 65535],
  };

/** A value as a number, for comparing it with ranges; `null` where it is none. */
export function numberOf({ value }: TypedValue): number | null {
  return typeof value === 'number' || typeof value === 'bigint' ? Number(value) : null;
}

/** A value as an attribute would hold it. */
export function formatValue({ value }: TypedValue): string {
  // XML Schema's spelling of what is not finite.
  if (value === Infinity) return 'INF';
  return value === -Infinity ? '-INF' : String(value);
}
