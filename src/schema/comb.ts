/** The entries of one row: what each key leads to. */
export interface Row {
  readonly keys: readonly number[];
  /** Values by place in `keys`, each an unsigned 32-bit number. */
  readonly values: readonly number[];
}

/** Rows laid over one another so that their entries interlock (row displacement). */
export interface Comb {
  /** By row: where its key 0 would lie. */
  readonly bases: Uint32Array;
  /** By place: number of the row that the entry belongs to, plus 1; 0 where there is none. */
  readonly check: Uint32Array;
  readonly values: Uint32Array;
}

/**
 * Packs rows into a comb, the fullest first, each at the first base where it fits. The comb is long
 * enough for any look-up with a key below `keyLimit` to stay within it.
 */
export function packRows(rows: readonly Row[], keyLimit: number): Comb {
  const capacity = rows.reduce((sum, row) => sum + row.keys.length, 0) * 2 + keyLimit * 2;
  let slots = new Slots(capacity);
  const bases = new Uint32Array(rows.length);
  let longest = 0;
  for (const index of fullestFirst(rows)) {
    const row = rows[index];
    if (row === undefined) continue;
    let base = slots.fit(row.keys);
    while (base === null) {
      slots = slots.doubled();
      base = slots.fit(row.keys);
    }
    slots.place(row, base, index + 1);
    bases[index] = base;
    longest = Math.max(longest, base);
  }
  return { bases, ...slots.cut(longest + keyLimit) };
}

/** The numbers of all rows that have entries, those with the most first. */
function fullestFirst(rows: readonly Row[]): number[] {
  const bySize: number[][] = [];
  rows.forEach((row, index) => {
    if (row.keys.length > 0) (bySize[row.keys.length] ??= []).push(index);
  });
  return bySize.reverse().flat();
}

class Slots {
  private readonly check: Uint32Array;
  private readonly values: Uint32Array;
  /** By place: itself where it is free, else a later place from which to look for a free one. */
  private readonly next: Uint32Array;

  constructor(private readonly length: number) {
    this.check = new Uint32Array(length);
    this.values = new Uint32Array(length);
    this.next = new Uint32Array(length + 1);
    for (let place = 0; place <= length; place++) this.next[place] = place;
  }

  /** The lowest base at which all keys meet free places, or `null` where there is none. */
  fit(keys: readonly number[]): number | null {
    let lowest = Infinity;
    let highest = 0;
    for (const key of keys) {
      if (key < lowest) lowest = key;
      if (key > highest) highest = key;
    }
    for (let place = this.free(lowest); ; place = this.free(place + 1)) {
      const base = place - lowest;
      if (base + highest >= this.length) return null;
      if (keys.every((key) => this.check[base + key] === 0)) return base;
    }
  }

  place(row: Row, base: number, owner: number): void {
    let index = 0;
    for (const key of row.keys) {
      this.check[base + key] = owner;
      this.values[base + key] = row.values[index++] ?? 0;
      this.next[base + key] = base + key + 1;
    }
  }

  doubled(): Slots {
    const larger = new Slots(this.length * 2);
    larger.check.set(this.check);
    larger.values.set(this.values);
    for (let place = 0; place < this.length; place++) {
      if (this.check[place] !== 0) larger.next[place] = place + 1;
    }
    return larger;
  }

  cut(length: number): { check: Uint32Array; values: Uint32Array } {
    const fitted = (words: Uint32Array): Uint32Array => {
      const result = new Uint32Array(length);
      result.set(words.subarray(0, length));
      return result;
    };
    return { check: fitted(this.check), values: fitted(this.values) };
  }

  /** The first free place from here on; shortens the way for the next search. */
  private free(from: number): number {
    let place = from;
    while (place < this.length && this.next[place] !== place)
      place = this.next[place] ?? this.length;
    for (let walked = from; walked < place;) {
      const after = this.next[walked] ?? place;
      this.next[walked] = place;
      walked = after;
    }
    return place;
  }
}
