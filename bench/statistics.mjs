/**
 * The value below which a share of sorted numbers lies, between neighbours in proportion.
 * NaN where there are none.
 *
 * @param {readonly number[]} sorted
 * @param {number} share from 0 to 1
 * @returns {number}
 */
export function quantile(sorted, share) {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (above - below) * (place - Math.floor(place));
}

/**
 * Millions of bytes a second at the median, and half the distance between the quartiles as a share
 * of it.
 *
 * @param {number} bytes
 * @param {readonly number[]} runs in milliseconds, shortest first
 * @returns {{ median: number, spread: number }}
 */
export function speedOf(bytes, runs) {
  const middle = quantile(runs, 0.5);
  return {
    median: bytes / 1000 / middle,
    spread: (quantile(runs, 0.75) - quantile(runs, 0.25)) / 2 / middle,
  };
}
