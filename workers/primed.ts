import type { BytesAccess } from '../src/intake/bytes';
import type { ByteRange } from '../src/intake/source';

/**
 * Access to bytes of which some have been read already (to hash them): those are not fetched a
 * second time. A range is known by identity, so only as the source that was read names it.
 */
export class PrimedAccess implements BytesAccess {
  readonly #inner: BytesAccess;
  readonly #read = new Map<ByteRange, Uint8Array<ArrayBuffer>>();

  constructor(inner: BytesAccess) {
    this.#inner = inner;
  }

  /** Keeps the bytes of a range at hand until `forget`. */
  prime(range: ByteRange, bytes: Uint8Array<ArrayBuffer>): void {
    this.#read.set(range, bytes);
  }

  forget(range: ByteRange): void {
    this.#read.delete(range);
  }

  /** What is at hand for another reading stays. */
  release(buffer: ArrayBuffer): void {
    for (const bytes of this.#read.values()) if (bytes.buffer === buffer) return;
    this.#inner.release?.(buffer);
  }

  size(range: ByteRange): number {
    return this.#inner.size(range);
  }

  slice(range: ByteRange, start: number, end: number): ByteRange {
    return this.#inner.slice(range, start, end);
  }

  stream(range: ByteRange): ReadableStream<Uint8Array<ArrayBuffer>> {
    const bytes = this.#read.get(range);
    if (!bytes) return this.#inner.stream(range);
    return new ReadableStream({
      start(controller) {
        if (bytes.length > 0) controller.enqueue(bytes);
        controller.close();
      },
    });
  }

  read(range: ByteRange): Promise<Uint8Array<ArrayBuffer>> {
    const bytes = this.#read.get(range);
    return bytes ? Promise.resolve(bytes) : this.#inner.read(range);
  }

  atHand(range: ByteRange): Uint8Array<ArrayBuffer> | null {
    return this.#read.get(range) ?? this.#inner.atHand?.(range) ?? null;
  }
}
