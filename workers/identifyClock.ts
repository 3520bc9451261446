import type { StageTimes } from '../src/engine/timing';

/** A file costs something however small it is. */
const leastWeight = 4096;

/**
 * Measures how long a bundle was read, hashed and looked up before anything of it was checked. Its
 * files are read side by side; what went by is shared out by their sizes, and how much of it was
 * reading is taken from the first of them: measuring each would cost a small file a good part of its
 * time.
 */
export class IdentifyClock {
  readonly #started = performance.now();
  readonly #weights = new Map<number, number>();
  #weight = 0;
  /** When the first item's bytes had come, and when they had been hashed. */
  #firstRead: number | null = null;
  #firstHashed: number | null = null;
  #identifyMs = 0;
  #lookupMs = 0;
  #asked = 0;

  /** An item of so many bytes has been read. */
  read(item: number, bytes: number): void {
    const weight = bytes + leastWeight;
    this.#weights.set(item, weight);
    this.#weight += weight;
    this.#firstRead ??= performance.now();
  }

  /** An item has been hashed. */
  hashed(): void {
    this.#firstHashed ??= performance.now();
  }

  /** All items are read and hashed. */
  identified(): void {
    this.#identifyMs = performance.now() - this.#started;
  }

  /** The page has answered for so many items. */
  answered(items: number): void {
    this.#lookupMs = performance.now() - this.#started - this.#identifyMs;
    this.#asked = items;
  }

  /** Adds to an item's stages its share of what went by before it was checked. */
  addTo(item: number, times: StageTimes): void {
    const weight = this.#weights.get(item);
    if (weight === undefined) return;
    const reading = (this.#firstRead ?? this.#started) - this.#started;
    const whole = (this.#firstHashed ?? this.#started) - this.#started;
    const share = this.#identifyMs * (weight / this.#weight);
    const read = whole > 0 ? share * Math.min(1, reading / whole) : share;
    times.read += read;
    times.recall += share - read + this.#lookupMs / Math.max(1, this.#asked);
  }
}
