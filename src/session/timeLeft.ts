interface Sample {
  at: number;
  done: number;
}

/** Only the recent past says how fast things go: a cached half says nothing of the other half. */
const windowMs = 5000;
/** Before this much has been seen, an estimate would jump about. */
const warmUpMs = 600;

/** Estimates how long some work still takes, from how it went in the last few seconds. */
export class TimeLeft {
  #samples: Sample[] = [];

  /** Starts over, for a new batch of work. */
  reset(): void {
    this.#samples = [];
  }

  /**
   * Takes note of how much is done and says how long the rest may take.
   * @param at milliseconds, from any fixed point
   * @param done work done so far, in any unit
   * @param total all the work, in the same unit
   * @returns milliseconds, or null as long as nothing sensible can be said
   */
  estimate(at: number, done: number, total: number): number | null {
    const last = this.#samples.at(-1);
    if (!last || at - last.at >= 100) this.#samples.push({ at, done });
    while (this.#samples.length > 2 && at - (this.#samples[0]?.at ?? at) > windowMs) {
      this.#samples.shift();
    }
    const first = this.#samples[0];
    if (!first || at - first.at < warmUpMs || done <= first.done) return null;
    return ((total - done) * (at - first.at)) / (done - first.done);
  }
}

/** An estimate for people, rounded as coarsely as it deserves: `about 20 s left`. */
export function sayTimeLeft(ms: number): string {
  const seconds = ms / 1000;
  if (seconds < 1.5) return 'about 1 s left';
  if (seconds < 10) return `about ${Math.round(seconds)} s left`;
  if (seconds < 57.5) return `about ${Math.round(seconds / 5) * 5} s left`;
  return `about ${Math.max(1, Math.round(seconds / 60))} min left`;
}
