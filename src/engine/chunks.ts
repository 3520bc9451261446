import type { StageClock } from './stageClock';

/** Bytes that are given to the tokenizer at once, at most: about a millisecond's work. */
export const usualChunkBytes = 256 * 1024;

/** Bytes asked for at a time where they are read into memory of our own. */
const pooledBytes = 256 * 1024;

/**
 * A stream's chunks, none of more than `chunkBytes`, with the possibility to put some back to be read
 * again. The first `skip` bytes are left out. `next` gives `null` at the end and rejects as the
 * stream does, or with the signal's reason. Bytes that are there already are given without a stream.
 *
 * Where `pooled`, a chunk is good until the next but one is asked for: the same memory is filled again
 * and again, as far as the platform can do that, so that a file of any size leaves nothing behind.
 */
export class ChunkReader {
  readonly #reader: AnyReader | null;
  readonly #signal: AbortSignal;
  #waiting: Uint8Array<ArrayBuffer>[] = [];
  #ended: boolean;
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
    pooled = false,
  ) {
    if (!Number.isSafeInteger(chunkBytes) || chunkBytes < 1) {
      throw new RangeError(`Chunks cannot have ${chunkBytes} bytes`);
    }
    const whole = from instanceof Uint8Array;
    this.#signal = signal;
    this.#skip = skip;
    this.#chunkBytes = chunkBytes;
    this.#clock = clock;
    this.#reader = whole ? null : ((pooled ? pooledReader(from) : null) ?? from.getReader());
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

/** What of a stream's reader is used here. */
interface AnyReader {
  read(): Promise<ReadableStreamReadResult<Uint8Array<ArrayBuffer>>>;
  cancel(): Promise<void>;
}

/** A reader that fills two buffers in turn; `null` where the stream does not offer that. */
function pooledReader(stream: ReadableStream<Uint8Array<ArrayBuffer>>): AnyReader | null {
  let reader: ReadableStreamBYOBReader;
  try {
    reader = stream.getReader({ mode: 'byob' });
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
  const pool = [new ArrayBuffer(pooledBytes), new ArrayBuffer(pooledBytes)];
  return {
    async read() {
      const buffer = pool.shift() ?? new ArrayBuffer(pooledBytes);
      const { done, value } = await reader.read(new Uint8Array(buffer));
      if (done || !value) return { done: true, value: undefined };
      pool.push(value.buffer);
      return { done: false, value };
    },
    cancel: () => reader.cancel(),
  };
}
