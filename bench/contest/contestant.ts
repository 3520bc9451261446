/** A document's bytes, at hand in memory. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** A document on disk that is too large to be held: a path in Node.js, a File in a browser. */
export type Stored = { path: string; bytes: number } | File;

/** What a contestant is given where it runs. */
export interface Surroundings {
  /** The tokenizer's module, compiled. */
  tokenizer: WebAssembly.Module;
  /** The binary of sax-wasm, which brings no way of its own to find it. */
  saxWasm: Bytes;
  /** The text of ASAM's schema, where it is at hand. */
  xsd: string | null;
}

/** A contestant at work, with everything loaded that it needs. */
export interface Reader {
  /**
   * Takes a document as it would come to it: packed, as a Blob, or tokenized. This is not measured.
   * The document differs at each call; `read` is given the one accepted last.
   */
  accept?(document: Bytes): void | Promise<void>;
  /** The same for a document that is not held in memory. Contestants without it sit such a race out. */
  acceptStored?(document: Stored): void | Promise<void>;
  /**
   * Does what is measured. Throws where the document is not found valid. Gives the number of elements
   * where that is known without effort, else null.
   */
  read(document: Bytes): number | null | Promise<number | null>;
  /** Counts the elements by the contestant's own means, where `read` does not; not measured. */
  count?(document: Bytes): number;
  /** Bytes of Wasm memory that it holds. */
  wasmBytes?(): number;
}

/** Something that does a part or all of the work, and is measured at it. */
export interface Contestant {
  name: string;
  /** A stage alone, the whole way, another parser, or the loop that machines are compared by. */
  role: 'stage' | 'whole' | 'peer' | 'reference';
  /** Whether it checks against a schema as well. */
  schema: boolean;
  /** Whether it is made for documents with mistakes, and for no others. */
  mistaken?: boolean;
  /** What it does and what it leaves out, for whoever reads the table. */
  note: string;
  /** Loads and compiles what is needed once; null where the surroundings lack something. */
  prepare(surroundings: Surroundings): Reader | null | Promise<Reader | null>;
}
