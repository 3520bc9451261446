/**
 * How a batch of a sparse index lies in memory. Of a document that is too large for its tape to be
 * kept, the index remembers a place every 64 KB or so, and which elements are open there; from any of
 * them the document can be read again. `writer.ts` writes it, `src/tree/sparseIndex.ts` reads it, nothing else does.
 *
 * A batch is an ArrayBuffer of little-endian 32-bit words:
 *
 *     word 0   magic "SCIX" (0x58494353)
 *     word 1   version
 *     word 2   number of entries in this batch
 *     word 3   number of entries in the batches before it
 *     word 4   number of open elements in this batch
 *     word 5   number of open elements in the batches before it
 *     word 6   number of names in this batch
 *     word 7   number of names in the batches before it
 *     word 8   bytes of the names
 *     then     the entries, seven words each
 *     then     the open elements, six words each
 *     then     for each name its length in bytes (one word), then all names' UTF-8
 *
 * An entry: 0 offset into the document's UTF-8 form; 1 offset into the file; 2 line; 3 column (in
 * UTF-16 units); 4 the innermost open element; 5 elements that began before it; 6 flags.
 *
 * An open element: 0 its parent; 1 its name; 2 to 5 the place of its `<`, as of an entry.
 *
 * Open elements and names are numbered from 1, in the order in which they come; 0 is none. Only
 * elements that are open at some entry are here: every one that is longer than the distance between
 * two entries, and a few others. Entries ascend; the last one stands where the reading ended.
 */
export const indexMagic = 0x58494353;
export const indexVersion = 1;
export const indexHeaderWords = 9;
export const entryWords = 7;
export const openWords = 6;

export const entryFlag = {
  /** The document can be read again from here: it stands in element content, between constructs. */
  readable: 1,
} as const;

/** Bytes that are read between two entries, at most, as far as constructs allow. */
export const indexStep = 56 * 1024;

/**
 * Where the reading came to a stop in the middle of something, it goes on by so many bytes, and tries
 * so many times, to find a place from which the document can be read again.
 */
export const retryStep = 1024;
export const mostRetries = 8;

/** Entries closer together than this are not worth their room. */
export const leastStep = 32 * 1024;
