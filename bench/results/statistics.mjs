/**
 * The value below which a share of sorted numbers lies, between neighbours in proportion.
 * NaN where there are none.
 *
 * @param {ArrayLike<number>} sorted
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
 * The middle one of numbers in any order; NaN where there are none.
 *
 * @param {readonly number[]} numbers
 * @returns {number}
 */
export function median(numbers) {
  return quantile(sorted(numbers), 0.5);
}

/**
 * Numbers in order, in an array of their own.
 *
 * @param {readonly number[]} numbers
 * @returns {number[]}
 */
export function sorted(numbers) {
  return [...numbers].sort((one, other) => one - other);
}

/**
 * Runs in short: quartiles in the unit of the runs, and half the distance between the outer ones as a
 * share of the median.
 *
 * @typedef {{ median: number, low: number, high: number, spread: number, count: number }} Summary
 *
 * @param {readonly number[]} runs
 * @returns {Summary}
 */
export function summarize(runs) {
  const inOrder = sorted(runs);
  const middle = quantile(inOrder, 0.5);
  const low = quantile(inOrder, 0.25);
  const high = quantile(inOrder, 0.75);
  return { median: middle, low, high, spread: (high - low) / 2 / middle, count: runs.length };
}

/**
 * How two contestants compare, round by round: the ratios of the runs that both made in the same round.
 * What disturbed the machine in a round disturbed both, and cancels out. Where they share no round, the
 * ratio of their medians stands alone.
 *
 * @param {readonly (number | null)[]} runs by round; null where a round was sat out
 * @param {readonly (number | null)[]} yardstick likewise
 * @returns {number[]} runs as multiples of the yardstick
 */
export function ratios(runs, yardstick) {
  const paired = runs.flatMap((run, round) => {
    const other = yardstick[round] ?? null;
    return run === null || other === null ? [] : [run / other];
  });
  return paired.length > 0 ? paired : [median(present(runs)) / median(present(yardstick))];
}

/**
 * The rounds that were not sat out.
 *
 * @param {readonly (number | null)[]} runs
 * @returns {number[]}
 */
export function present(runs) {
  return runs.filter((run) => run !== null);
}
