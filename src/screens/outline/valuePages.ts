import { UnreadableSource } from '../../intake/unreadable';
import type { SourceText } from '../source/sourceText';

const pageBytes = 16 * 1024;
/** Pages kept: enough for rows from all over a file, little enough to forget about. */
const mostPages = 256;

/**
 * Bytes of a text, for rows that need a few from here and there. A page that is not at hand is
 * fetched, and its coming is told; until then there is nothing to show.
 */
export class ValuePages {
  readonly #text: SourceText;
  readonly #changed: () => void;
  readonly #pages = new Map<number, Uint8Array>();
  readonly #fetching = new Set<number>();

  /** @param changed is told whenever pages have come */
  constructor(text: SourceText, changed: () => void) {
    this.#text = text;
    this.#changed = changed;
  }

  /** The bytes from `start` to `end`, or `null` while they are being fetched. */
  get(start: number, end: number): Uint8Array | null {
    const first = Math.floor(start / pageBytes);
    const last = Math.floor(Math.max(start, end - 1) / pageBytes);
    const parts: Uint8Array[] = [];
    for (let number = first; number <= last; number++) {
      const page = this.#page(number);
      if (page) parts.push(page);
    }
    if (parts.length < last - first + 1) return null;
    const offset = first * pageBytes;
    const [only] = parts;
    if (parts.length === 1 && only) return only.subarray(start - offset, end - offset);
    const bytes = new Uint8Array(end - start);
    parts.forEach((page, at) => {
      const pageStart = offset + at * pageBytes;
      const from = Math.max(start, pageStart);
      bytes.set(page.subarray(from - pageStart, end - pageStart), from - start);
    });
    return bytes;
  }

  #page(number: number): Uint8Array | null {
    const page = this.#pages.get(number);
    if (!page) {
      void this.#fetch(number);
      return null;
    }
    // The order of the map is the order of use.
    this.#pages.delete(number);
    this.#pages.set(number, page);
    return page;
  }

  async #fetch(number: number): Promise<void> {
    if (this.#fetching.has(number)) return;
    this.#fetching.add(number);
    let bytes: Uint8Array;
    try {
      bytes = await this.#text.read(number * pageBytes, (number + 1) * pageBytes);
    } catch (error) {
      if (!(error instanceof UnreadableSource)) throw error;
      // The source pane tells why the file cannot be read; here its values are simply missing.
      bytes = new Uint8Array(0);
    }
    this.#fetching.delete(number);
    this.#pages.set(number, bytes);
    for (const oldest of this.#pages.keys()) {
      if (this.#pages.size <= mostPages) break;
      this.#pages.delete(oldest);
    }
    this.#changed();
  }
}
