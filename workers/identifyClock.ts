import type { StageTimes } from '../src/engine/timing';

/**
 * Measures how long a bundle was read, hashed and looked up before anything of it was checked. Files
 * of a bundle are read side by side, so that their single times overlap: what went by is shared out
 * in proportion to them.
 */
export class IdentifyClock {
  readonly #started = performance.now();
  readonly #reads = new Map<number, number>();
  #readMs = 0;
  #identifyMs = 0;
  #lookupMs = 0;
  #asked = 0;

  /** An item's bytes have come, after so many milliseconds. */
  read(item: number, ms: number): void {
    this.#reads.set(item, ms);
    this.#readMs += ms;
  }

  /** All bytes are read and hashed. */
  hashed(): void {
    this.#identifyMs = performance.now() - this.#started;
  }

  /** The page has answered for so many items. */
  answered(items: number): void {
    this.#lookupMs = performance.now() - this.#started - this.#identifyMs;
    this.#asked = items;
  }

  /** Adds to an item's stages its share of what went by before it was checked. */
  addTo(item: number, times: StageTimes): void {
    const read = this.#reads.get(item);
    if (read === undefined) return;
    const files = this.#reads.size;
    // No more than what went by, however many were waited for at once.
    const overlap = Math.min(1, this.#identifyMs / Math.max(this.#readMs, 1e-6));
    times.read += read * overlap;
    const hashing = Math.max(0, this.#identifyMs - this.#readMs * overlap);
    times.recall += hashing / files + this.#lookupMs / Math.max(1, this.#asked);
  }
}
