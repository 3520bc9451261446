import { textLimit } from '../limits';
import { marks } from './marks';

/** There are no more bytes: the link was cut, or says more than it holds. */
export class EndOfBytes extends Error {
  override readonly name = 'EndOfBytes';
}

/** The bytes are none that the writer writes. */
export class WrongBytes extends Error {
  override readonly name = 'WrongBytes';
}

/** Reads what `BytesOut` writes. Throws EndOfBytes or WrongBytes. */
export class BytesIn {
  readonly #bytes: Uint8Array;
  #at = 0;
  readonly #texts: string[] = [];

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get atEnd(): boolean {
    return this.#at === this.#bytes.length;
  }

  byte(): number {
    const value = this.#bytes[this.#at];
    if (value === undefined) throw new EndOfBytes();
    this.#at++;
    return value;
  }

  /** A whole number from 0 on that a number can hold exactly. */
  count(): number {
    let value = 0;
    for (let unit = 1; unit <= 2 ** 49; unit *= 128) {
      const byte = this.byte();
      value += (byte & 127) * unit;
      if (!Number.isSafeInteger(value)) break;
      if (byte < 128) return value;
    }
    throw new WrongBytes('A number is too large');
  }

  signed(): number {
    const value = this.count();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  raw(length: number): Uint8Array {
    if (length > this.#bytes.length - this.#at) throw new EndOfBytes();
    const from = this.#at;
    this.#at += length;
    return this.#bytes.subarray(from, this.#at);
  }

  text(): string {
    const text = this.textOrNull();
    if (text === null) throw new WrongBytes('A text is missing');
    return text;
  }

  textOrNull(): string | null {
    const first = this.byte();
    if (first === marks.none) return null;
    if (first === marks.again) {
      const known = this.#texts[this.count()];
      if (known === undefined) throw new WrongBytes('A text is named that was not there');
      return known;
    }
    const from = this.#at - 1;
    const end = this.#bytes.indexOf(marks.end, from);
    if (end < 0) throw new EndOfBytes();
    this.#at = end + 1;
    const text = decoded(this.#bytes.subarray(from, end));
    this.#texts.push(text);
    return text;
  }
}

function decoded(bytes: Uint8Array): string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new WrongBytes('A text is no UTF-8');
  }
  if (text.length > textLimit) throw new WrongBytes('A text is too long');
  return text;
}
