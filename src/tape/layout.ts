/**
 * How a tape batch lies in memory. `wasm/README.md` draws it byte by byte; the tokenizer writes the
 * records (`wasm/assembly/tape.ts`), `reader.ts` is the only code that reads them.
 *
 * A batch is an ArrayBuffer of little-endian 32-bit words:
 *
 *     word 0   magic "SCTP" (0x50544353)
 *     word 1   version
 *     word 2   number of records in this batch
 *     word 3   number of records in the batches before it
 *     word 4   first name id of the name section (ids below it came in earlier batches)
 *     word 5   number of names in the name section
 *     word 6   bytes of the name section
 *     word 7   reserved, 0
 *     then     the records, three words each
 *     then     the name section: for each name its length in bytes (one word), then all names' UTF-8
 *
 * A record: word 0 = kind (bits 0–3) | flags (bits 4–7) | name id (bits 8–31); word 1 = start;
 * word 2 = end. Start and end are byte offsets into the document's UTF-8 form, end exclusive.
 *
 *     element    the start tag, `<` to past `>`; its attributes follow it
 *     end        the end tag, `</` to past `>`; for an empty-element tag, both at the tag's end
 *     attribute  the value without its quotes
 *     text       a run of character data, from its first to its last character that is not white
 *     cdata, comment, pi, doctype    the whole construct
 */
export const tapeMagic = 0x50544353;
export const tapeVersion = 1;
export const batchHeaderWords = 8;
export const recordWords = 3;

export const recordKind = {
  element: 1,
  attribute: 2,
  text: 3,
  end: 4,
  cdata: 5,
  comment: 6,
  pi: 7,
  doctype: 8,
} as const;
export type RecordKind = (typeof recordKind)[keyof typeof recordKind];

export const recordFlag = {
  /** The value holds references, line ends or tabs: it reads differently from its bytes. */
  decode: 1,
  /** It stands in an entity's text; start and end are those of the reference. */
  fromEntity: 2,
  /** Element: written as an empty-element tag. Attribute: supplied by a default in the DTD. */
  implied: 4,
  /** Element or attribute: it is in a namespace. */
  namespaced: 8,
} as const;
