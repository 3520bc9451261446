/**
 * The flat form of one schema version: what the structure interpreter in `wasm/assembly/structure`
 * reads. Everything is 32-bit words, so that it can be copied into Wasm memory as it is.
 *
 * `names` holds every element, attribute and type name; a name's index is its id everywhere
 * (0 is the empty name, and stands for "none").
 *
 * Rows. All automata share one comb (row displacement): a row has a base, and the entry for a key
 * (a name id, or a byte) is at `base + key` if `check` there holds the row's number. One look-up
 * serves content models, attributes, global elements and lexical automata alike.
 *
 *     word  header
 *     0     magic "SCSD" (0x44534353)
 *     1     layout version
 *     2, 3  number of types,            word offset of the type records
 *     4, 5  number of simple types,     word offset of their records
 *     6, 7  number of rows,             word offset of the row records
 *     8, 9  number of attributes,       word offset of the attribute records
 *     10    number of comb entries
 *     11    word offset of the comb's check words  (row number + 1; 0 is free)
 *     12    word offset of the comb's value words
 *     13    row of the global elements (key: name id; value: type id)
 *     14    number of names
 *     15    number of words in all
 *
 *     type record (10 words)
 *     0     content: 0 empty, 1 automaton, 2 all, 3 text
 *     1     automaton: row of the start state; all: row of the members; else 0xffffffff
 *     2     all: bit mask of the required members; else 0
 *     3     text: simple type id; else 0
 *     4     row of the attributes (key: name id; value: index of an attribute record)
 *     5     bit mask of the required attributes (bit n is the type's nth attribute)
 *     6     row of every child the type knows, wherever it may stand (value as in a content row)
 *     7     name id of the type's own name
 *     8, 9  first attribute record, number of attributes (at most 32)
 *
 *     simple type record (4 words)
 *     0     built-in type: see `builtin` below
 *     1     row of the start state of the lexical automaton, or 0xffffffff
 *     2     name id of the type's own name, or 0
 *     3     reserved, 0
 *     A value is right when the built-in type or the automaton accepts it. The automaton reads the
 *     normalised value byte by byte (UTF-8) and does not trim; the built-in types trim as XSD says.
 *
 *     row record (2 words)
 *     0     base
 *     1     flags: 1 accepting; 2 the value accepted here is deprecated
 *
 *     attribute record (4 words)
 *     0     name id
 *     1     simple type id
 *     2     its bit's number
 *     3     flags: 1 required, 2 deprecated
 *
 *     value words
 *     content row    next row (bits 0–15), child's type id (16–30), deprecated (31)
 *     member row     bit number (0–15), child's type id (16–30), deprecated (31)
 *     children row   0 (0–15), child's type id (16–30), deprecated (31)
 *     byte row       next row
 */
export interface SchemaTables {
  readonly names: readonly string[];
  readonly words: Uint32Array;
}

export const tablesMagic = 0x44534353;
export const tablesVersion = 1;
export const noRow = 0xffffffff;

/** Content kinds of a type record. */
export const content = { empty: 0, automaton: 1, all: 2, text: 3 } as const;

/** Built-in types, the XML Schema ones whose lexical space is checked by hand-written loops. */
export const builtin = {
  none: 0,
  string: 1,
  boolean: 2,
  double: 3,
  int: 4,
  unsignedInt: 5,
  unsignedShort: 6,
  dateTime: 7,
} as const;

/** Word indexes of the header. */
export const header = {
  magic: 0,
  version: 1,
  types: 2,
  typesAt: 3,
  simpleTypes: 4,
  simpleTypesAt: 5,
  rows: 6,
  rowsAt: 7,
  attributes: 8,
  attributesAt: 9,
  combLength: 10,
  checkAt: 11,
  valueAt: 12,
  globalRow: 13,
  names: 14,
  words: 15,
  length: 16,
} as const;

export const typeRecordWords = 10;
export const simpleTypeRecordWords = 4;
export const rowRecordWords = 2;
export const attributeRecordWords = 4;
