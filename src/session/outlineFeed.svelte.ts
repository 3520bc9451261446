import type { Insight } from '../rules/insight';
import { SparseIndex } from '../tree/sparseIndex';
import type { FileEntry } from './entry.svelte';
import { InsightIndex } from './insightIndex';

export type FeedState = 'loading' | 'complete' | 'partial' | 'failed';

/**
 * The elements of one file as they come: self-contained pieces of its tape, in order, or, of a large
 * file, its sparse index. Reading `version` subscribes to new pieces; the pieces themselves are
 * plain, as they are large.
 */
export class OutlineFeed {
  readonly entry: FileEntry;
  readonly batches: ArrayBuffer[] = [];
  /** The index of a file that is too large for its tape; there is no tape then. */
  index: SparseIndex | null = $state.raw(null);
  /** What the check learnt besides; null until it has come that far, or where it does not. */
  insight: InsightIndex | null = $state.raw(null);
  /** Grows whenever pieces have come. */
  version = $state.raw(0);
  /** `partial`: the file ended early, be it cancelled or not well-formed. */
  state: FeedState = $state.raw('loading');
  #gone = false;

  constructor(entry: FileEntry) {
    this.entry = entry;
  }

  /** Takes a piece of the tape. */
  addTape(batch: ArrayBuffer): void {
    if (this.#gone) return;
    this.batches.push(batch);
    this.version++;
  }

  /**
   * Gives the memory back when the file is no longer looked at: it should not hang on whether
   * everything that ever saw the feed has been forgotten.
   */
  letGo(): void {
    this.#gone = true;
    this.batches.length = 0;
    this.index?.letGo();
  }

  /** Takes what the check learnt, in place of what it learnt before. */
  addInsight(insight: Insight): void {
    if (!this.#gone) this.insight = new InsightIndex(insight);
  }

  /** Takes a piece of the index, in place of any tape. Throws a TapeError when it does not fit. */
  addIndex(batch: ArrayBuffer): void {
    if (this.#gone) return;
    this.batches.length = 0;
    this.index ??= new SparseIndex();
    this.index.add(batch);
    this.version++;
  }
}
