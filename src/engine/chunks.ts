import type { StageClock } from './stageClock';

/** Bytes that are given to the tokenizer at once, at most: about a millisecond's work. */
export const usualChunkBytes = 256 * 1024;

/**
 * A stream's chunks, none of more than `chunkBytes`, with the possibility to put some back to be read
 * again. The first `skip` bytes are left out. `next` gives `null` at the end and rejects as the
 * stream does, or with the signal's reason. Bytes that are there already are given without a stream.
 *
 * Where there is a `release`, a chunk is good until the next but one is read from the stream: then its
 * memory is given back, so that a file of any size leaves nothing to be collected.
 */
export class ChunkReader {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>> | null;
  readonly #signal: AbortSignal;
  #waiting: Uint8Array<ArrayBuffer>[] = [];
  #ended: boolean;
  readonly #release: ((buffer: ArrayBuffer) => void) | undefined;
  /** Memory that is to be given back, the oldest first. */
  readonly #used: ArrayBuffer[] = [];
  #skip: number;
  readonly #chunkBytes: number;
  readonly #clock: StageClock | undefined;

  /** Throws a RangeError where `chunkBytes` is not a whole number above 0. */
  constructor(
    from: ReadableStream<Uint8Array<ArrayBuffer>> | Uint8Array<ArrayBuffer>,
    signal: AbortSignal,
    skip: number,
    chunkBytes = usualChunkBytes,
    clock?: StageClock,
    release?: (buffer: ArrayBuffer) => void,
  ) {
    if (!Number.isSafeInteger(chunkBytes) || chunkBytes < 1) {
      throw new RangeError(`Chunks cannot have ${chunkBytes} bytes`);
    }
    const whole = from instanceof Uint8Array;
    this.#release = release;
    this.#signal = signal;
    this.#skip = skip;
    this.#chunkBytes = chunkBytes;
    this.#clock = clock;
    this.#reader = whole ? null : from.getReader();
    this.#ended = whole;
    if (whole && from.length > skip) {
      const first = this.#split(from.subarray(skip));
      this.#waiting.unshift(first);
    }
  }

  async next(): Promise<Uint8Array<ArrayBuffer> | null> {
    this.#signal.throwIfAborted();
    const waiting = this.#waiting.shift();
    if (waiting) return waiting;
    while (!this.#ended) {
      const { done, value } = await this.#read();
      this.#signal.throwIfAborted();
      if (done) {
        this.#ended = true;
        break;
      }
      if (this.#release) this.#keepTwo(value.buffer, this.#release);
      const skipped = Math.min(this.#skip, value.length);
      this.#skip -= skipped;
      if (value.length > skipped) return this.#split(value.subarray(skipped));
    }
    return null;
  }

  async #read(): Promise<ReadableStreamReadResult<Uint8Array<ArrayBuffer>>> {
    if (!this.#reader) return { done: true, value: undefined };
    try {
      const result = await this.#reader.read();
      this.#clock?.lap('read');
      return result;
    } catch (error) {
      // A stream that failed is closed, and would fail to be cancelled with the same error.
      this.#ended = true;
      throw error;
    }
  }

  #keepTwo(buffer: ArrayBuffer, release: (buffer: ArrayBuffer) => void): void {
    this.#used.push(buffer);
    const oldest = this.#used.length > 2 ? this.#used.shift() : undefined;
    if (oldest) release(oldest);
  }

  #split(chunk: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
    const size = this.#chunkBytes;
    for (let at = size; at < chunk.length; at += size) {
      this.#waiting.push(chunk.subarray(at, at + size));
    }
    return chunk.subarray(0, size);
  }

  /** Puts chunks back, to be read before all others. */
  unread(chunks: Uint8Array<ArrayBuffer>[]): void {
    this.#waiting.unshift(...chunks.filter((chunk) => chunk.length > 0));
  }

  /** Stops reading; the source may be closed. */
  async cancel(): Promise<void> {
    this.#waiting = [];
    if (!this.#ended) await this.#reader?.cancel();
  }
}
