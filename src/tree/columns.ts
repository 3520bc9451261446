/** Elements of a first allocation; small documents should cost little. */
const smallest = 256;

function roomFor(needed: number, capacity: number): number {
  return Math.max(smallest, needed, capacity * 2);
}

/**
 * The array itself while it has room for `needed` numbers, else a larger one with the same content:
 * of `foreseen` numbers where that is enough, else of twice as many as before, so that what grows
 * step by step is copied only a few times in all.
 */
export function withRoom(
  column: Uint32Array<ArrayBuffer>,
  needed: number,
  foreseen = 0,
): Uint32Array<ArrayBuffer> {
  if (needed <= column.length) return column;
  const larger = new Uint32Array(Math.max(foreseen, roomFor(needed, column.length)));
  larger.set(column);
  return larger;
}

/** Like {@link withRoom}, for 16-bit numbers. */
export function withRoom16(
  column: Uint16Array<ArrayBuffer>,
  needed: number,
  foreseen = 0,
): Uint16Array<ArrayBuffer> {
  if (needed <= column.length) return column;
  const larger = new Uint16Array(Math.max(foreseen, roomFor(needed, column.length)));
  larger.set(column);
  return larger;
}

/** Index of the first of the ascending numbers `[from, to)` that is above the limit, else `to`. */
export function firstAbove(
  numbers: ArrayLike<number>,
  limit: number,
  from: number,
  to: number,
): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
