import type { FileEntry } from './entry.svelte';

export type FeedState = 'loading' | 'complete' | 'partial' | 'failed';

/**
 * The elements of one file as they come: self-contained pieces of its tape, in order. Reading
 * `version` subscribes to new pieces; the pieces themselves are plain, as they are large.
 */
export class OutlineFeed {
  readonly entry: FileEntry;
  readonly batches: ArrayBuffer[] = [];
  /** Grows whenever pieces have come. */
  version = $state.raw(0);
  /** `partial`: the file ended early, be it cancelled or not well-formed. */
  state: FeedState = $state.raw('loading');

  constructor(entry: FileEntry) {
    this.entry = entry;
  }
}
