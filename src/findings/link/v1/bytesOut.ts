import { marks } from './marks';

const encoder = new TextEncoder();

/** Writes numbers and texts, byte by byte. */
export class BytesOut {
  #bytes = new Uint8Array(4096);
  #length = 0;
  readonly #texts = new Map<string, number>();

  get bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  byte(value: number): void {
    if (this.#length === this.#bytes.length) this.#grow(1);
    this.#bytes[this.#length++] = value;
  }

  /** A whole number from 0 on: seven bits a byte, the lowest first; the eighth says that more follow. */
  count(value: number): void {
    let rest = value;
    while (rest > 127) {
      this.byte(128 + (rest % 128));
      rest = Math.floor(rest / 128);
    }
    this.byte(rest);
  }

  /** A whole number with a sign, small where it is near 0. */
  signed(value: number): void {
    this.count(value < 0 ? -2 * value - 1 : 2 * value);
  }

  raw(bytes: Uint8Array): void {
    if (this.#length + bytes.length > this.#bytes.length) this.#grow(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** A text, spelt out the first time; later, its number among the texts so far. */
  text(text: string | null): void {
    if (text === null) {
      this.byte(marks.none);
      return;
    }
    const known = this.#texts.get(text);
    if (known !== undefined) {
      this.byte(marks.again);
      this.count(known);
      return;
    }
    this.#texts.set(text, this.#texts.size);
    this.raw(encoder.encode(text));
    this.byte(marks.end);
  }

  #grow(by: number): void {
    const larger = new Uint8Array(2 * this.#bytes.length + by);
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}
