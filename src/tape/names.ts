import { TapeError, type TapeBatch } from './reader';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** The names of a tape by their ids, decoded when they are first asked for. Id 0 is the empty name. */
export class TapeNames {
  readonly #texts: (string | undefined)[] = [''];
  readonly #bytes: Uint8Array[] = [new Uint8Array(0)];

  /** Number of ids, the empty name's included; all ids are below it. */
  get count(): number {
    return this.#bytes.length;
  }

  /** Takes in the names that come with a batch. Throws a TapeError when batches are missing. */
  add(batch: TapeBatch): void {
    const { firstName, nameLengths, nameBytes } = batch;
    if (nameLengths.length > 0 && firstName !== this.#bytes.length) {
      throw new TapeError(`Names from ${firstName} on do not follow ${this.#bytes.length} names`);
    }
    // One copy of the section, so that a few names do not keep a batch of records alive.
    const own = nameBytes.slice();
    let at = 0;
    for (const length of nameLengths) {
      this.#bytes.push(own.subarray(at, at + length));
      at += length;
    }
  }

  /** The name with this id. Throws a RangeError for an id that no batch has brought. */
  text(id: number): string {
    const known = this.#texts[id];
    if (known !== undefined) return known;
    const bytes = this.#bytes[id];
    if (!bytes) throw new RangeError(`No name has the id ${id}`);
    const text = decoder.decode(bytes);
    this.#texts[id] = text;
    return text;
  }
}
