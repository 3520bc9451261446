/** How far a percentile may be off, as a share of itself. */
const accuracy = 0.01;
const growth = (1 + accuracy) / (1 - accuracy);
const logGrowth = Math.log(growth);

/** What is smaller counts as nothing: a hundredth of a microsecond, where milliseconds are counted. */
const smallest = 1e-5;

/**
 * Percentiles over any number of values in little memory: values are counted in buckets whose bounds
 * grow by two per cent (DDSketch), so each percentile is right within one per cent of itself.
 */
export class Sketch {
  readonly #buckets = new Map<number, number>();
  #count = 0;
  #none = 0;

  /** How many values were added. */
  get count(): number {
    return this.#count;
  }

  /** Adds a value, 0 or more. */
  add(value: number): void {
    this.#count += 1;
    if (!(value > smallest)) {
      this.#none += 1;
      return;
    }
    const bucket = Math.ceil(Math.log(value) / logGrowth);
    this.#buckets.set(bucket, (this.#buckets.get(bucket) ?? 0) + 1);
  }

  /** The value that a share of all values, from 0 to 1, does not exceed; null where there is none. */
  quantile(share: number): number | null {
    if (this.#count === 0) return null;
    const rank = Math.max(1, Math.ceil(share * this.#count));
    if (rank <= this.#none) return 0;
    let seen = this.#none;
    const buckets = [...this.#buckets].sort(([a], [b]) => a - b);
    for (const [bucket, count] of buckets) {
      seen += count;
      if (seen >= rank) return (2 * growth ** bucket) / (growth + 1);
    }
    return null;
  }
}
