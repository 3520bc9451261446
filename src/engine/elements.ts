import { indexStep, leastStep, mostRetries, retryStep } from '../tape/index/layout';
import { IndexWriter } from '../tape/index/writer';
import type { InspectEvents, InspectOptions } from './inspection';
import { defaultTapeLimit } from './inspection';
import type { JoinedAt, SegmentEntry } from './segmentIndex';
import { entryIn } from './segmentIndex';
import type { Tokenizer } from './tokenizer';

/** Tape records that are collected before they are handed on, once the first were. */
const tapeBatch = 20_000;

/** Times that packed documents grow, at least, as a rule. One that does not has an index, and no tape. */
const usualRatio = 4;

/** Index entries that are collected likewise: about two megabytes of the document. */
const indexBatch = 32;

/**
 * Tells a document's elements while it is read: as a tape, or, of a large document, as a sparse index.
 * Where the size is not known beforehand (packed files) both are kept until one of them is right.
 */
export class ElementsTeller {
  readonly #tokenizer: Tokenizer;
  readonly #events: InspectEvents;
  readonly #limit: number;
  #tape: boolean;
  #index: IndexWriter | null = null;
  #told = false;
  #retries = 0;
  #needed: boolean;

  /**
   * @param sizes bytes of the content where that is a fact, and as it is stored where it is packed
   * @param needed whether others need the tape, to whom it goes where it is not wanted here
   */
  constructor(
    tokenizer: Tokenizer,
    options: InspectOptions,
    events: InspectEvents,
    { size, packedSize }: { size: number | null; packedSize: number | null },
    needed: boolean,
  ) {
    this.#needed = needed;
    this.#tokenizer = tokenizer;
    this.#events = events;
    this.#limit = options.tapeLimit ?? defaultTapeLimit;
    const leastSize = size ?? (packedSize ?? 0) * usualRatio;
    const large = leastSize > this.#limit;
    this.#tape = options.tape && !large;
    if (options.tape && (large || size === null)) this.#index = new IndexWriter();
  }

  /** Whether the tokenizer is to write a tape from the document's start. */
  get wantsTape(): boolean {
    return this.#tape;
  }

  /** Others need the tape no longer. */
  release(): void {
    this.#needed = false;
    if (!this.#tape) this.#tokenizer.stopTape();
  }

  /** Bytes that may be read before the next call of `take`. */
  get stepBytes(): number {
    if (!this.#index) return Infinity;
    return this.#retries > 0 ? retryStep : indexStep;
  }

  /**
   * Takes what the last push brought. Small pieces wait for more, unless `now`.
   * @param received bytes of the content so far
   */
  take(received: number, now: boolean): void {
    this.#note(leastStep, mostRetries);
    if (this.#tape && this.#index && received > this.#limit) {
      this.#tape = false;
      if (!this.#needed) this.#tokenizer.stopTape();
    }
    if (this.#tape) {
      if (now || this.#tokenizer.tapeRecords >= tapeBatch) {
        this.#events.tape?.(this.#tokenizer.takeTape());
      }
    } else if (this.#needed) this.#tokenizer.moveTape();
    if (!this.#tape && this.#index) {
      const enough = !this.#told || now || this.#index.waiting >= indexBatch;
      if (enough && this.#index.waiting > 0) this.#tellIndex(this.#index);
    }
  }

  /** Takes what others noted of a segment, which begins at `at`; `received` is where it ends. */
  takeSegment(entries: readonly SegmentEntry[], at: JoinedAt, received: number): void {
    for (const entry of entries) this.#index?.add(entryIn(at, entry));
    this.#retries = 0;
    this.take(received, false);
  }

  /** The reading has ended: the index ends where it did. */
  finish(received: number): void {
    this.#note(1, 0);
    this.take(received, true);
  }

  /**
   * Adds an entry, if the reading came so many bytes on since the last one. One from which nothing
   * can be read again is put off so many times.
   */
  #note(step: number, retries: number): void {
    const index = this.#index;
    if (!index) return;
    const tokenizer = this.#tokenizer;
    const { place } = tokenizer;
    if (index.lastText >= 0 && place.text < index.lastText + step) return;
    const readable = tokenizer.between;
    if (!readable && this.#retries < retries) {
      this.#retries++;
      return;
    }
    this.#retries = 0;
    index.add({
      place,
      readable,
      elements: tokenizer.elements,
      open: tokenizer.openElements,
    });
  }

  #tellIndex(index: IndexWriter): void {
    this.#told = true;
    this.#events.index?.(index.take());
  }
}
