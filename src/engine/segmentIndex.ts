import { indexStep, leastStep, mostRetries, retryStep } from '../tape/index/layout';
import type { IndexEntry } from '../tape/index/writer';
import type { TextPlace, Tokenizer } from './tokenizer';

/**
 * An entry of a large document's sparse index as a segment knows it: lines, columns and elements
 * count from the segment's start, and only those elements are told that began in it.
 */
export interface SegmentEntry extends Omit<IndexEntry, 'place' | 'open'> {
  place: TextPlace;
  open: { name: string; place: TextPlace }[];
  /** Elements that began before the segment and have ended in it so far. */
  ended: number;
}

/** Notes the entries of a segment while it is read, as `ElementsTeller` does those of a document. */
export class SegmentIndex {
  readonly entries: SegmentEntry[] = [];
  readonly #tokenizer: Tokenizer;
  #last: number;
  #retries = 0;

  /** @param start byte offset at which the segment begins */
  constructor(tokenizer: Tokenizer, start: number) {
    this.#tokenizer = tokenizer;
    this.#last = start;
  }

  /** Bytes that may be read before `note` is called again. */
  get stepBytes(): number {
    return this.#retries > 0 ? retryStep : indexStep;
  }

  /** Adds an entry if the reading came far enough since the last one. */
  note(): void {
    const tokenizer = this.#tokenizer;
    const { place, between: readable, elements, unseenEnded: ended } = tokenizer;
    if (place.text < this.#last + leastStep) return;
    if (!readable && this.#retries < mostRetries) {
      this.#retries++;
      return;
    }
    this.#retries = 0;
    this.#last = place.text;
    this.entries.push({ place, readable, elements, ended, open: tokenizer.openElements });
  }
}

/** What the document knows where a segment is joined. */
export interface JoinedAt {
  place: TextPlace;
  elements: number;
  open: readonly { name: string; place: TextPlace }[];
}

/** An entry of a segment as the whole document has it. */
export function entryIn(at: JoinedAt, entry: SegmentEntry): IndexEntry {
  const moved = (place: TextPlace): TextPlace => ({
    ...place,
    line: place.line + at.place.line - 1,
    column: place.line === 1 ? place.column + at.place.column - 1 : place.column,
  });
  const around = at.open.slice(0, at.open.length - entry.ended);
  const open = [...around, ...entry.open.map(({ name, place }) => ({ name, place: moved(place) }))];
  return {
    place: moved(entry.place),
    // Behind the root there is no content to begin in, which the segment could not know.
    readable: entry.readable && open.length > 0,
    elements: at.elements + entry.elements,
    open,
  };
}
