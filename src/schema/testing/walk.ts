import type { CompiledSchema } from '../compile';
import { content as contentKind, header, noRow, rowRecordWords, typeRecordWords } from '../tables';

/**
 * A plain reading of compiled tables, word by word as `tables.ts` describes them, to test them
 * against. The real interpreter is written for speed; this one to be obviously right.
 */

/** The value that a row has for a key, or `null`. */
export function lookUp(schema: CompiledSchema, row: number, key: number): number | null {
  const { words } = schema;
  const base = words[word(schema, header.rowsAt) + row * rowRecordWords];
  if (base === undefined || row >= word(schema, header.rows)) throw new RangeError(`No row ${row}`);
  const place = base + key;
  if (place >= word(schema, header.combLength)) throw new RangeError('Outside of the comb');
  if (words[word(schema, header.checkAt) + place] !== row + 1) return null;
  return words[word(schema, header.valueAt) + place] ?? null;
}

/** Flags of a row's record. */
export function rowFlags(schema: CompiledSchema, row: number): number {
  return schema.words[word(schema, header.rowsAt) + row * rowRecordWords + 1] ?? 0;
}

/** The record of a type, by name. */
export function typeRecord(schema: CompiledSchema, type: string): Uint32Array {
  const id = schema.typeNames.indexOf(type);
  if (id < 0) throw new RangeError(`No type ${type}`);
  const at = word(schema, header.typesAt) + id * typeRecordWords;
  return schema.words.subarray(at, at + typeRecordWords);
}

/** What the entry for a child element says. */
export interface Child {
  readonly low: number;
  readonly type: string;
  readonly deprecated: boolean;
}

/** The entry for a child element in a content, member or children row, or `null`. */
export function childAt(schema: CompiledSchema, row: number, name: string): Child | null {
  const key = schema.names.indexOf(name);
  const value = key < 0 ? null : lookUp(schema, row, key);
  if (value === null) return null;
  return {
    low: value & 0xffff,
    type: schema.typeNames[(value >>> 16) & 0x7fff] ?? '',
    deprecated: value >>> 31 === 1,
  };
}

/** Whether a type's content may consist of these children, in this order. */
export function acceptsChildren(
  schema: CompiledSchema,
  type: string,
  children: readonly string[],
): boolean {
  const [kind = 0, row = noRow, required = 0] = typeRecord(schema, type);
  if (kind === contentKind.all) {
    let seen = 0;
    for (const name of children) {
      const member = childAt(schema, row, name);
      if (member === null || (seen & (1 << member.low)) !== 0) return false;
      seen |= 1 << member.low;
    }
    return (required & ~seen) === 0;
  }
  if (kind !== contentKind.automaton) return children.length === 0;
  let state = row;
  for (const name of children) {
    const child = childAt(schema, state, name);
    if (child === null) return false;
    state = child.low;
  }
  return (rowFlags(schema, state) & 1) !== 0;
}

/** Whether a type accepts a set of attributes: it knows them all and misses none. */
export function acceptsAttributes(
  schema: CompiledSchema,
  type: string,
  names: readonly string[],
): boolean {
  const record = typeRecord(schema, type);
  const row = record[4] ?? 0;
  let missing = record[5] ?? 0;
  for (const name of names) {
    const key = schema.names.indexOf(name);
    const index = key < 0 ? null : lookUp(schema, row, key);
    if (index === null) return false;
    const bit = schema.words[word(schema, header.attributesAt) + index * 4 + 2] ?? 0;
    missing &= ~(1 << bit);
  }
  return missing === 0;
}

/** What the lexical automaton of a simple type says of a value. */
export function readValue(
  schema: CompiledSchema,
  simpleType: string,
  value: string,
): 'accepted' | 'deprecated' | 'refused' {
  const id = schema.simpleTypeNames.indexOf(simpleType);
  if (id < 0) throw new RangeError(`No simple type ${simpleType}`);
  let row = schema.words[word(schema, header.simpleTypesAt) + id * 4 + 1] ?? noRow;
  if (row === noRow) return 'refused';
  for (const byte of new TextEncoder().encode(value)) {
    const next = lookUp(schema, row, byte);
    if (next === null) return 'refused';
    row = next;
  }
  const flags = rowFlags(schema, row);
  if ((flags & 1) === 0) return 'refused';
  return (flags & 2) !== 0 ? 'deprecated' : 'accepted';
}

/** The built-in type that a simple type accepts beside its automaton, as in `tables.ts`. */
export function builtinOf(schema: CompiledSchema, simpleType: string): number {
  const id = schema.simpleTypeNames.indexOf(simpleType);
  return schema.words[word(schema, header.simpleTypesAt) + id * 4] ?? 0;
}

function word(schema: CompiledSchema, at: number): number {
  return schema.words[at] ?? 0;
}
