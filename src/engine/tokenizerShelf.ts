import type { Pack } from '../formats/pack';
import type { CompiledSchema } from '../schema/compile';
import { KeptWords } from './keptWords';
import { Tokenizer } from './tokenizer';

/** An instance that grew beyond this is not kept: its memory can only be given back whole. */
export const keptBytes = 32 * 1024 * 1024;

/** A tokenizer with the tables of a schema, and what turns their numbers into names. */
export interface SchemaTokenizer {
  tokenizer: Tokenizer;
  schema: CompiledSchema;
  words: KeptWords;
}

/** The instances of the tokenizer: one for each schema, made when it is first needed, one without. */
export class TokenizerShelf {
  readonly #module: WebAssembly.Module;
  readonly #bySchema = new Map<string, SchemaTokenizer>();
  #plain: Tokenizer | undefined;

  constructor(module: WebAssembly.Module) {
    this.#module = module;
  }

  /** One that knows no schema. */
  plain(): Tokenizer {
    this.#plain ??= new Tokenizer(this.#module);
    return this.#plain;
  }

  /** One for a version of a pack's schema. */
  with(pack: Pack, version: string): SchemaTokenizer {
    const key = `${pack.id} ${version}`;
    let made = this.#bySchema.get(key);
    if (!made) {
      const schema = pack.tables(version);
      made = { schema, tokenizer: new Tokenizer(this.#module, schema), words: new KeptWords() };
      this.#bySchema.set(key, made);
    }
    return made;
  }

  /** Bytes of memory that the instances hold. */
  get memoryBytes(): number {
    let bytes = this.#plain?.memoryBytes ?? 0;
    for (const { tokenizer } of this.#bySchema.values()) bytes += tokenizer.memoryBytes;
    return bytes;
  }

  /** Lets go of instances whose memory has grown beyond `most` bytes, and of those that broke. */
  trim(most = keptBytes): void {
    if (this.#plain && isSpent(this.#plain, most)) this.#plain = undefined;
    for (const [key, { tokenizer }] of this.#bySchema) {
      if (isSpent(tokenizer, most)) this.#bySchema.delete(key);
    }
  }
}

function isSpent(tokenizer: Tokenizer, most: number): boolean {
  return tokenizer.broken || tokenizer.memoryBytes > most;
}
