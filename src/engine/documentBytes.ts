import { concat, type Bytes } from '../intake/chunks';
import { asUtf8 } from '../intake/decoding';
import type { DetectedEncoding } from '../intake/xmlEncoding';
import { Encoding } from './tokenizer';

/** A UTF-8 byte order mark, which belongs to the document's UTF-8 form where the file has one. */
const byteOrderMark = Uint8Array.of(0xef, 0xbb, 0xbf);

/** Collects a document's bytes while it is read, and gives its UTF-8 form, which the tape's offsets count. */
export class DocumentBytes {
  readonly #encoding: DetectedEncoding;
  readonly #lent: boolean;
  #chunks: Bytes[] = [];
  /** Where chunks are copied to that are only lent. */
  #copy: Bytes;
  #length = 0;

  /**
   * @param lent whether chunks are good for a moment only, and have to be copied
   * @param expected bytes that there will be, as far as that is known; else 0
   */
  constructor(encoding: DetectedEncoding, lent: boolean, expected: number) {
    this.#encoding = encoding;
    this.#lent = lent;
    this.#copy = new Uint8Array(lent ? expected : 0);
  }

  /** Takes the next chunk. */
  add(chunk: Bytes): void {
    if (chunk.length === 0) return;
    if (this.#lent) this.#append(chunk);
    else this.#chunks.push(chunk);
    this.#length += chunk.length;
  }

  #append(chunk: Bytes): void {
    const needed = this.#length + chunk.length;
    if (needed > this.#copy.length) {
      const larger = new Uint8Array(Math.max(needed, this.#copy.length * 2));
      larger.set(this.#copy.subarray(0, this.#length));
      this.#copy = larger;
    }
    this.#copy.set(chunk, this.#length);
  }

  /** Bytes so far. */
  get length(): number {
    return this.#length;
  }

  /** The document's UTF-8 form. */
  utf8(): Bytes {
    const { encoding, mark } = this.#encoding;
    const hasMark = encoding === Encoding.utf8 && mark > 0;
    const chunks = this.#lent ? [this.#copy.subarray(0, this.#length)] : this.#chunks;
    const whole = joined(hasMark ? [byteOrderMark, ...chunks] : chunks);
    this.#chunks = [];
    this.#copy = new Uint8Array(0);
    return asUtf8(encoding, whole);
  }

  /**
   * The offset in the file of a place in the document's UTF-8 form.
   * @param units UTF-16 units before it
   * @param characters characters before it
   */
  offsetOf(text: number, units: number, characters: number): number {
    switch (this.#encoding.encoding) {
      case Encoding.utf8:
        return text;
      case Encoding.utf16le:
      case Encoding.utf16be:
        return this.#encoding.mark + 2 * units;
      default:
        return characters;
    }
  }
}

function joined(chunks: readonly Bytes[]): Bytes {
  const [first = new Uint8Array(0)] = chunks;
  if (chunks.length <= 1) return first;
  const inOneBuffer = chunks.every(
    (chunk, at) =>
      at === 0 ||
      (chunk.buffer === first.buffer && chunk.byteOffset === endOf(chunks[at - 1] ?? chunk)),
  );
  // A small file is read at once and given in pieces: they still lie one behind the other.
  if (inOneBuffer) {
    const last = chunks.at(-1) ?? first;
    return new Uint8Array(first.buffer, first.byteOffset, endOf(last) - first.byteOffset);
  }
  return concat(
    chunks,
    chunks.reduce((length, chunk) => length + chunk.length, 0),
  );
}

function endOf(chunk: Bytes): number {
  return chunk.byteOffset + chunk.length;
}
