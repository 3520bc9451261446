/** How many bytes were checked in each second of the last while. Times are in milliseconds. */
export class Throughput {
  readonly #seconds: number;
  readonly #bytes: Float64Array;
  readonly #files: Float64Array;
  /** The latest second that anything was noted for. */
  #latest = -1;

  /** @param seconds how far it looks back */
  constructor(seconds = 300) {
    this.#seconds = seconds;
    this.#bytes = new Float64Array(seconds);
    this.#files = new Float64Array(seconds);
  }

  /** Notes a file of so many bytes that was worked on from one moment to another. */
  add(bytes: number, from: number, to: number): void {
    const last = Math.floor(to / 1000);
    this.#advance(last);
    const oldest = Math.max(0, this.#latest - this.#seconds + 1);
    if (last >= oldest) this.#addAt(this.#files, last, 1);
    const begin = Math.min(Math.max(0, from), to);
    const span = to - begin;
    for (let second = Math.max(oldest, Math.floor(begin / 1000)); second <= last; second++) {
      // A file of a few seconds belongs to each of them in part.
      const part = Math.min(to, (second + 1) * 1000) - Math.max(begin, second * 1000);
      this.#addAt(this.#bytes, second, span > 0 ? (bytes * part) / span : bytes);
    }
  }

  /** Bytes and files of each of the last seconds, oldest first; the present one is not over yet. */
  list(now: number): { second: number; bytes: number; files: number }[] {
    const present = Math.floor(now / 1000);
    const first = Math.max(0, present - this.#seconds + 1);
    return Array.from({ length: present - first + 1 }, (_, index) => {
      const second = first + index;
      const known = second <= this.#latest && second > this.#latest - this.#seconds;
      const at = second % this.#seconds;
      return {
        second,
        bytes: known ? (this.#bytes[at] ?? 0) : 0,
        files: known ? (this.#files[at] ?? 0) : 0,
      };
    });
  }

  #advance(second: number): void {
    const from = Math.max(this.#latest + 1, second - this.#seconds + 1);
    for (let fresh = from; fresh <= second; fresh++) {
      this.#bytes[fresh % this.#seconds] = 0;
      this.#files[fresh % this.#seconds] = 0;
    }
    this.#latest = Math.max(this.#latest, second);
  }

  #addAt(counts: Float64Array, second: number, amount: number): void {
    const at = second % this.#seconds;
    counts[at] = (counts[at] ?? 0) + amount;
  }
}
