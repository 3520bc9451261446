import type { ResolvedValue } from '../../rules/insight';
import type { DocRange } from './placing';
import type { TextWindow } from './window';

/** A resolved value and the range of the editor's document where it is written. */
export interface PlacedValue extends DocRange {
  value: ResolvedValue;
}

/**
 * The values that are written, as a whole, in what a window shows, in order. The editor counts UTF-16
 * units and takes every line end for one; values are placed by bytes of UTF-8.
 * @param values in document order
 */
export function placeValues(window: TextWindow, values: readonly ResolvedValue[]): PlacedValue[] {
  const placed: PlacedValue[] = [];
  const walk = new Walk(window);
  for (const value of values) {
    const [start, end] = value.at;
    if (start < walk.byte) continue;
    if (end > window.to) break;
    const from = walk.to(start);
    placed.push({ from, to: walk.to(end), value });
  }
  return placed;
}

/** Goes through a window's text, counting bytes and the editor's positions. */
class Walk {
  /** Offset into the text's UTF-8 form. */
  byte: number;
  readonly #text: string;
  #unit = 0;
  #position = 0;

  constructor({ from, text }: TextWindow) {
    this.byte = from;
    this.#text = text;
  }

  /** Goes on to a byte offset, and says what position it is. */
  to(byte: number): number {
    const text = this.#text;
    while (this.byte < byte && this.#unit < text.length) {
      const code = text.charCodeAt(this.#unit++);
      if (code < 0x80) {
        this.byte++;
        // Of CR LF, the second one counts.
        if (code !== carriageReturn || text.charCodeAt(this.#unit) !== lineFeed) this.#position++;
      } else if (code >= 0xd800 && code < 0xdc00) {
        this.byte += 4;
        this.#unit++;
        this.#position += 2;
      } else {
        this.byte += code < 0x800 ? 2 : 3;
        this.#position++;
      }
    }
    return this.#position;
  }
}

const carriageReturn = 13;
const lineFeed = 10;
