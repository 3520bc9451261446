/** What is known of a kept result without reading it. */
export interface Trace {
  bytes: number;
  /** When it was last used, in milliseconds since 1970. */
  used: number;
}

/** Which results are kept, how large they are, and which were used when: the order of leaving. */
export class Recency {
  /** Least recently used first: a Map keeps the order of insertion. */
  #traces = new Map<string, Trace>();
  #bytes = 0;

  /** Replaces all there is by what an earlier page has left. */
  load(traces: Iterable<[string, Trace]>): void {
    const sorted = [...traces].sort(([, a], [, b]) => a.used - b.used);
    this.#traces = new Map(sorted);
    this.#bytes = sorted.reduce((sum, [, { bytes }]) => sum + bytes, 0);
  }

  get bytes(): number {
    return this.#bytes;
  }

  get size(): number {
    return this.#traces.size;
  }

  has(key: string): boolean {
    return this.#traces.has(key);
  }

  /** Notes a use now; `bytes` where the result is new or replaced. Returns what to write down. */
  use(key: string, now: number, bytes?: number): Trace {
    const known = this.#traces.get(key);
    const trace = { bytes: bytes ?? known?.bytes ?? 0, used: now };
    this.#traces.delete(key);
    this.#traces.set(key, trace);
    this.#bytes += trace.bytes - (known?.bytes ?? 0);
    return trace;
  }

  remove(key: string): void {
    const known = this.#traces.get(key);
    if (!known) return;
    this.#traces.delete(key);
    this.#bytes -= known.bytes;
  }

  /** Removes the least recently used until no more than `bytes` are left; returns their keys. */
  shrinkTo(bytes: number): string[] {
    const gone: string[] = [];
    for (const key of this.#traces.keys()) {
      if (this.#bytes <= bytes) break;
      this.remove(key);
      gone.push(key);
    }
    return gone;
  }

  clear(): void {
    this.#traces.clear();
    this.#bytes = 0;
  }
}
