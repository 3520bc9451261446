/**
 * Lines and columns of ascending offsets in a UTF-8 document, found in one pass: line ends (LF, CR LF
 * and a lone CR) by the platform's search, columns by counting on in the line.
 */
export class PlaceFinder {
  readonly #bytes: Uint8Array;
  /** The next line feed and carriage return that are not passed yet; the length where there is none. */
  #feed: number;
  #return: number;
  #offset = 0;
  #line = 1;
  #column = 1;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#feed = this.#next(0x0a, 0);
    this.#return = this.#next(0x0d, 0);
  }

  /** The offset that was moved to last. */
  get offset(): number {
    return this.#offset;
  }

  /** Its line, from 1. */
  get line(): number {
    return this.#line;
  }

  /** Its column in UTF-16 units, from 1. */
  get column(): number {
    return this.#column;
  }

  /** Goes on to an offset. Throws a RangeError for one in front of the last. */
  moveTo(offset: number): void {
    if (offset < this.#offset) {
      throw new RangeError(`Offset ${offset} lies in front of ${this.#offset}`);
    }
    for (let end = this.#lineEnd(); end <= offset; end = this.#lineEnd()) {
      if (end > this.#bytes.length) break;
      this.#line++;
      this.#column = 1;
      this.#offset = end;
      if (this.#feed < end) this.#feed = this.#next(0x0a, end);
      if (this.#return < end) this.#return = this.#next(0x0d, end);
    }
    this.#column += utf16Units(this.#bytes, this.#offset, offset);
    this.#offset = offset;
  }

  /** Where the next line begins; beyond the document where there is none. */
  #lineEnd(): number {
    const lone = this.#return < this.#feed && this.#return + 1 !== this.#feed;
    return (lone ? this.#return : this.#feed) + 1;
  }

  #next(byte: number, from: number): number {
    const at = this.#bytes.indexOf(byte, from);
    return at < 0 ? this.#bytes.length : at;
  }
}

/** UTF-16 units that the UTF-8 in `[from, to)` stands for. */
function utf16Units(bytes: Uint8Array, from: number, to: number): number {
  let units = 0;
  for (let at = from; at < to; at++) {
    const byte = bytes[at] ?? 0;
    if ((byte & 0xc0) !== 0x80) units += byte >= 0xf0 ? 2 : 1;
  }
  return units;
}
