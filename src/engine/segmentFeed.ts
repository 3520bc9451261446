import type { ChunkReader } from './chunks';
import { endOf } from './segment';
import type { SegmentPlan } from './segmentPlan';
import type { SegmentResult } from './segmentReader';

/** Those who read segments ahead, as the reader of the document sees them. */
export interface SegmentHelp {
  /**
   * What came of a segment, once it is read; null when it could not be. Where nobody has begun with
   * it, it is left to the caller, and nobody will. Segments are claimed in their order.
   */
  claim(index: number): Promise<SegmentResult | 'yours' | null>;
  /** Told of each segment that was joined. */
  joined?(index: number): void;
  /** Bytes that were read of segments that were not claimed yet. */
  readonly ahead: number;
  /** No more segments are needed. */
  end(): void;
}

export interface SegmentFeedParts {
  /** The document's bytes from `position` on. */
  chunks: ChunkReader;
  position: number;
  plan: SegmentPlan;
  help: SegmentHelp;
  signal: AbortSignal;
  /** Opens the document's bytes again, from an offset on. */
  reopen: (position: number) => ChunkReader;
  /** Joins a segment that begins at what was read so far; false when it has to be read after all. */
  join: (result: SegmentResult) => boolean;
}

/**
 * A document's chunks, but for the segments that others have read and that could be joined. It is
 * asked for the next chunk only when the one before has been read.
 */
export class SegmentFeed {
  readonly #parts: SegmentFeedParts;
  #chunks: ChunkReader | null;
  #position: number;
  /** The segment that comes next. */
  #index = 0;
  /** It, where it was read: it may be joined once the document is read up to where it begins. */
  #ready: SegmentResult | null = null;

  constructor(parts: SegmentFeedParts) {
    this.#parts = parts;
    this.#chunks = parts.chunks;
    this.#position = parts.position;
  }

  /** Up to where the document was read, by whomever. */
  get position(): number {
    return this.#position;
  }

  /** Bytes that were read, those behind a gap included. */
  get progress(): number {
    return Math.min(this.#position + this.#parts.help.ahead, this.#parts.plan.size);
  }

  /** The next chunk to be read in its turn, or null at the end. Rejects as `ChunkReader.next` does. */
  async next(): Promise<Uint8Array<ArrayBuffer> | null> {
    while (this.#position >= this.#stop) await this.#pass();
    this.#chunks ??= this.#parts.reopen(this.#position);
    const chunk = await this.#chunks.next();
    if (!chunk) return null;
    const cut = Math.min(chunk.length, this.#stop - this.#position);
    this.#chunks.unread([chunk.subarray(cut)]);
    this.#position += cut;
    return chunk.subarray(0, cut);
  }

  /** Stops reading, and whoever helps. */
  async cancel(): Promise<void> {
    this.#parts.help.end();
    await this.#chunks?.cancel();
  }

  /** Where there is something to decide: a segment may begin, or does. */
  get #stop(): number {
    return this.#ready?.start ?? this.#parts.plan.starts[this.#index] ?? Infinity;
  }

  async #pass(): Promise<void> {
    const { help, join, signal } = this.#parts;
    const ready = this.#ready;
    if (ready) {
      this.#ready = null;
      this.#index++;
      if (ready.start !== this.#position || !ready.segment || !join(ready)) return;
      this.#position = endOf(ready.segment);
      help.joined?.(this.#index - 1);
      const chunks = this.#chunks;
      this.#chunks = null;
      await chunks?.cancel();
      return;
    }
    const claimed = await orAbort(help.claim(this.#index), signal);
    const result = claimed === 'yours' ? null : claimed;
    if (result?.segment && (result.start ?? 0) >= this.#position) this.#ready = result;
    else this.#index++;
  }
}

/** What a promise gives; rejects with the signal's reason where that fires first. */
async function orAbort<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  let abort: (() => void) | undefined;
  try {
    return await Promise.race([
      promise,
      new Promise<never>((_, reject) => {
        abort = () => reject(signal.reason as Error);
        signal.addEventListener('abort', abort);
      }),
    ]);
  } finally {
    if (abort) signal.removeEventListener('abort', abort);
  }
}
