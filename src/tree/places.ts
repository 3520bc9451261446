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

  /** @param marks as `Columns.marks`, ascending; the first one stands at the first character */
  constructor(bytes: Uint8Array, marks: Uint32Array) {
    this.#bytes = bytes;
    this.#marks = marks;
  }

  /** The place of the byte at the offset; that of the end where the offset is behind it. */
  at(offset: number): TextPosition {
    const bytes = this.#bytes;
    const mark = this.#markBefore(offset);
    let [at = 0, line = 1, column = 1, units = 0, characters = 0, afterReturn = 0] =
      this.#marks.subarray(mark, mark + markWords);
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
    return { line, column, units, characters };
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
