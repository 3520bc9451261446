import type { CompiledSchema } from './compile';
import {
  attributeRecordWords,
  content as contentKind,
  header,
  noRow,
  rowRecordWords,
  typeRecordWords,
} from './tables';

/** What may stand at a place: names in schema order, and whether the content may end there. */
export interface Expectation {
  readonly names: readonly string[];
  readonly mayEnd: boolean;
}

/** What an attribute record says, in names. */
export interface AttributeFacts {
  readonly name: string;
  readonly simpleType: string;
  readonly required: boolean;
  readonly deprecated: boolean;
}

/** Name of a type by its id. Throws a RangeError for an id that no type has. */
export function typeName(schema: CompiledSchema, type: number): string {
  return nameAt(schema.typeNames, type, 'type');
}

/** Name of a simple type by its id; plain text has the empty name. */
export function simpleTypeName(schema: CompiledSchema, simpleType: number): string {
  return nameAt(schema.simpleTypeNames, simpleType, 'simple type');
}

/** What is expected in a state of a content automaton. */
export function expectedAt(schema: CompiledSchema, row: number): Expectation {
  const flags = schema.words[rowRecord(schema, row) + 1] ?? 0;
  return {
    names: schema.expectedByRow.get(row) ?? [],
    mayEnd: (flags & 1) !== 0,
  };
}

/** What is expected in a type with an `all` after the members whose bits are set in `seen`. */
export function expectedInAll(schema: CompiledSchema, type: number, seen: number): Expectation {
  const at = typeRecord(schema, type);
  const members = schema.expectedByRow.get(schema.words[at + 1] ?? noRow) ?? [];
  const required = schema.words[at + 2] ?? 0;
  return {
    names: members.filter((_, bit) => (seen & (1 << bit)) === 0),
    mayEnd: (required & ~seen) === 0,
  };
}

/** The members of a type with an `all` whose bits are set in `seen`, in schema order. */
export function seenInAll(schema: CompiledSchema, type: number, seen: number): string[] {
  const row = schema.words[typeRecord(schema, type) + 1] ?? noRow;
  const members = schema.expectedByRow.get(row) ?? [];
  return members.filter((_, bit) => (seen & (1 << bit)) !== 0);
}

/** What is expected at the very beginning of a type's content; nothing in an empty or text one. */
export function expectedFirst(schema: CompiledSchema, type: number): Expectation {
  const at = typeRecord(schema, type);
  switch (schema.words[at]) {
    case contentKind.automaton:
      return expectedAt(schema, schema.words[at + 1] ?? noRow);
    case contentKind.all:
      return expectedInAll(schema, type, 0);
    default:
      return { names: [], mayEnd: true };
  }
}

/** The names that a document may begin with. */
export function expectedRoots(schema: CompiledSchema): string[] {
  return [...schema.roots];
}

/** An attribute record by its index. Throws a RangeError for an index that there is not. */
export function attributeAt(schema: CompiledSchema, index: number): AttributeFacts {
  const { words } = schema;
  if (index < 0 || index >= (words[header.attributes] ?? 0)) {
    throw new RangeError(`No attribute record ${index}`);
  }
  const at = (words[header.attributesAt] ?? 0) + index * attributeRecordWords;
  const flags = words[at + 3] ?? 0;
  return {
    name: nameAt(schema.names, words[at] ?? -1, 'name'),
    simpleType: simpleTypeName(schema, words[at + 1] ?? -1),
    required: (flags & 1) !== 0,
    deprecated: (flags & 2) !== 0,
  };
}

/** All attributes of a type, by their bits. */
export function attributesOf(schema: CompiledSchema, type: number): AttributeFacts[] {
  const at = typeRecord(schema, type);
  const first = schema.words[at + 8] ?? 0;
  const count = schema.words[at + 9] ?? 0;
  return Array.from({ length: count }, (_, bit) => attributeAt(schema, first + bit));
}

/** Names of the required attributes of a type whose bits are not set in `present`. */
export function missingAttributes(schema: CompiledSchema, type: number, present: number): string[] {
  const missing = (schema.words[typeRecord(schema, type) + 5] ?? 0) & ~present;
  return attributesOf(schema, type)
    .filter((_, bit) => (missing & (1 << bit)) !== 0)
    .map((attribute) => attribute.name);
}

function typeRecord(schema: CompiledSchema, type: number): number {
  return (schema.words[header.typesAt] ?? 0) + type * typeRecordWords;
}

function rowRecord(schema: CompiledSchema, row: number): number {
  return (schema.words[header.rowsAt] ?? 0) + row * rowRecordWords;
}

function nameAt(names: readonly string[], id: number, what: string): string {
  const name = names[id];
  if (name === undefined) throw new RangeError(`No ${what} ${id}`);
  return name;
}
