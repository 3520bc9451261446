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

/** Words of a mark: offset, line, column, units, characters, whether a carriage return precedes it. */
const markWords = 6;

/**
 * Finds the places of bytes in a document's UTF-8 form. The tokenizer has left marks on its way, about
 * one a kilobyte; from the mark before it, a place is a short walk away. Line ends are LF, CR LF and a
 * lone CR.
 */
export class PlaceFinder {
  readonly #bytes: Uint8Array;
  readonly #marks: Uint32Array;
  /** The place that was found last: the next one is often close behind it. */
  #offset = 0;
  #line = 1;
  #column = 1;
  #units = 0;
  #characters = 0;
  #afterReturn = 0;

  /** @param marks as `Columns.marks`, ascending; the first one stands at the first character */
  constructor(bytes: Uint8Array, marks: Uint32Array) {
    this.#bytes = bytes;
    this.#marks = marks;
    this.#standAt(0);
  }

  /** The place of the byte at the offset; that of the end where the offset is behind it. */
  at(offset: number): TextPosition {
    const bytes = this.#bytes;
    const mark = this.#markBefore(offset);
    if (offset < this.#offset || (this.#marks[mark] ?? 0) > this.#offset) this.#standAt(mark);
    let at = this.#offset;
    let line = this.#line;
    let column = this.#column;
    let units = this.#units;
    let characters = this.#characters;
    let afterReturn = this.#afterReturn;
    const end = Math.min(offset, bytes.length);
    for (; at < end; at++) {
      const byte = bytes[at] ?? 0;
      // Bytes inside a character count with its first one; those of four bytes take two units.
      if ((byte & 0xc0) === 0x80) continue;
      const width = byte >= 0xf0 ? 2 : 1;
      characters++;
      units += width;
      column += width;
      if (byte === lineFeed || byte === carriageReturn) {
        // The line feed of a pair ends no other line, but the next one begins behind it.
        if (byte === carriageReturn || afterReturn === 0) line++;
        column = 1;
      }
      afterReturn = byte === carriageReturn ? 1 : 0;
    }
    this.#offset = at;
    this.#line = line;
    this.#column = column;
    this.#units = units;
    this.#characters = characters;
    this.#afterReturn = afterReturn;
    return { line, column, units, characters };
  }

  /** Goes to a mark. */
  #standAt(mark: number): void {
    const marks = this.#marks;
    this.#offset = marks[mark] ?? 0;
    this.#line = marks[mark + 1] ?? 1;
    this.#column = marks[mark + 2] ?? 1;
    this.#units = marks[mark + 3] ?? 0;
    this.#characters = marks[mark + 4] ?? 0;
    this.#afterReturn = marks[mark + 5] ?? 0;
  }

  /** Where the last mark at or before an offset begins. */
  #markBefore(offset: number): number {
    let low = 0;
    let high = this.#marks.length / markWords;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if ((this.#marks[middle * markWords] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low * markWords;
  }
}
