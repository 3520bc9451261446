/** Where a byte of a document's UTF-8 form stands. */
export interface TextPosition {
  /** 1-based, as are columns; columns count UTF-16 units. */
  line: number;
  column: number;
  /** UTF-16 units, and characters, before it in the document. */
  units: number;
  characters: number;
}

const lineFeed = 10;
const carriageReturn = 13;

/**
 * Finds the places of bytes in a document's UTF-8 form, in one pass over it: offsets must be asked
 * for in ascending order. Line ends are LF, CR LF and a lone CR.
 * @param from offset of the first character (a byte order mark before it is not counted)
 */
export class PlaceFinder {
  readonly #bytes: Uint8Array;
  readonly #ascii: boolean;
  #at: number;
  /** The first line feed from there on, as far as it was looked for; the length where there is none. */
  #feed = -1;
  #line = 1;
  #column = 1;
  #units = 0;
  #characters = 0;

  /** @param counted whether units and characters are wanted; without, lines are skipped as a whole */
  constructor(bytes: Uint8Array, from = 0, counted = false) {
    this.#bytes = bytes;
    this.#at = from;
    this.#ascii = !counted && !bytes.includes(carriageReturn);
  }

  /** The place of the byte at the offset; the last one's where the offset is behind it. */
  at(offset: number): TextPosition {
    if (this.#ascii) this.#skipLines(offset);
    this.#walk(offset);
    return {
      line: this.#line,
      column: this.#column,
      units: this.#units,
      characters: this.#characters,
    };
  }

  /** Goes on to the start of the line that the offset is in: what is between is of no interest. */
  #skipLines(offset: number): void {
    for (;;) {
      if (this.#feed < this.#at) this.#feed = this.#nextFeed();
      if (this.#feed >= offset) return;
      this.#at = this.#feed + 1;
      this.#line++;
      this.#column = 1;
    }
  }

  #nextFeed(): number {
    const at = this.#bytes.indexOf(lineFeed, this.#at);
    return at < 0 ? this.#bytes.length : at;
  }

  #walk(offset: number): void {
    const bytes = this.#bytes;
    const end = Math.min(offset, bytes.length);
    for (; this.#at < end; this.#at++) {
      const byte = bytes[this.#at] ?? 0;
      // Bytes inside a character count with its first one; those of four bytes take two units.
      if ((byte & 0xc0) === 0x80) continue;
      const units = byte >= 0xf0 ? 2 : 1;
      this.#characters++;
      this.#units += units;
      this.#column += units;
      const broken =
        byte === lineFeed || (byte === carriageReturn && bytes[this.#at + 1] !== lineFeed);
      if (!broken) continue;
      this.#line++;
      this.#column = 1;
    }
  }
}
