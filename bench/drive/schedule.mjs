/**
 * How long to measure.
 *
 * @typedef {object} Patience
 * @property {number} warmUp milliseconds that each reads the document for before anything counts
 * @property {number} budget milliseconds of measuring for each
 * @property {number} fewest runs of each, at least
 * @property {number} most runs of each, at most
 */

/** Milliseconds that a run takes at least, by repetition. */
const shortestRun = 10;

/**
 * Who runs in which round: the quick in every one, the slow in so many as their budget allows, spread
 * evenly over all rounds. Within a round the order moves on from round to round, so that nobody
 * always runs behind the same neighbour.
 *
 * @param {readonly { name: string, cost: number }[]} runners with the milliseconds of one reading
 * @param {Patience} patience
 * @returns {string[][]} names, a list a round
 */
export function schedule(runners, { budget, fewest, most }) {
  const runs = runners.map(({ cost }) =>
    Math.max(fewest, Math.min(most, Math.floor(budget / Math.max(cost, shortestRun)))),
  );
  const total = Math.max(0, ...runs);
  return Array.from({ length: total }, (_, round) => {
    const due = runners.filter((_, index) => isDue(round, runs[index] ?? 0, total));
    const shift = due.length === 0 ? 0 : round % due.length;
    return [...due.slice(shift), ...due.slice(0, shift)].map(({ name }) => name);
  });
}

/**
 * Whether a round is one of `runs` that are spread evenly over `total`.
 *
 * @param {number} round
 * @param {number} runs
 * @param {number} total
 */
function isDue(round, runs, total) {
  return Math.floor(((round + 1) * runs) / total) > Math.floor((round * runs) / total);
}
