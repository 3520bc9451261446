/** Reads a whole document and tells how many elements it has (null where that is not cheap to say). */
export type Read = (document: Uint8Array<ArrayBuffer>) => number | null | Promise<number | null>;

/** What a contestant is given where it runs. */
export interface Surroundings {
  /** The tokenizer's module. */
  tokenizer: WebAssembly.Module;
  /** The text of ASAM's schema, where it is at hand. */
  xsd: string | null;
}

/** Something that reads XML, and is measured at it. */
export interface Contestant {
  name: string;
  /** Whether it checks against a schema as well. */
  schema: boolean;
  /** Loads and compiles what is needed once; null where the surroundings lack something. */
  prepare(surroundings: Surroundings): Read | null | Promise<Read | null>;
}
