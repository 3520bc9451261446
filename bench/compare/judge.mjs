import { ratioInterval } from './bootstrap.mjs';

/** @typedef {import('./bootstrap.mjs').Launches} Launches */
/** @typedef {import('./bootstrap.mjs').Interval} Interval */

/**
 * What a baseline holds of one thing measured. Times are multiples of what the yardsticks took in the
 * same round, so that they hold on another machine; memory is in bytes.
 *
 * @typedef {object} Metric
 * @property {string} id
 * @property {Direction} direction
 * @property {number} value its median here, in ms or bytes, for people
 * @property {number} [least] bytes below which a difference tells nothing: how pages are handed out, and when
 *   garbage is collected
 * @property {{ reference: Launches, peer: Launches } | { bytes: Launches }} samples
 *
 * @typedef {'throughput' | 'time' | 'memory'} Direction
 */

/** A change up to here, as a share, is let pass: times and memory up, throughput down. */
export const bounds = /** @type {const} */ ({ throughput: 0.1, time: 0.15, memory: 0.2 });

/**
 * Metrics compared.
 *
 * @typedef {object} Judgement
 * @property {string} id
 * @property {Direction} direction
 * @property {'worse' | 'better' | 'same' | 'new' | 'gone'} verdict
 * @property {number} limit the ratio that the whole interval has to lie beyond to be worse
 * @property {number} value
 * @property {Interval[]} intervals one a yardstick: more is worse in each of them
 */

/**
 * The ratio of times, or of bytes, beyond which something is worse.
 *
 * @param {Direction} direction
 * @param {number} leniency how many times the usual bound
 * @returns {number}
 */
export function limitOf(direction, leniency) {
  const bound = bounds[direction] * leniency;
  return direction === 'throughput' ? 1 / (1 - bound) : 1 + bound;
}

/**
 * Compares measurements with a baseline. Something is worse, or better, only where the whole interval
 * lies beyond the limit by both yardsticks.
 *
 * @param {readonly Metric[]} now
 * @param {readonly Metric[]} before
 * @param {{ leniency: number, share: number }} options how many times the usual bounds, and which
 *   quantile is compared
 * @returns {Judgement[]}
 */
export function judge(now, before, { leniency, share }) {
  const judged = now.map((metric) => {
    const { id, direction, value } = metric;
    const limit = limitOf(direction, leniency);
    const old = before.find((one) => one.id === id);
    if (!old)
      return { id, direction, value, limit, verdict: /** @type {const} */ ('new'), intervals: [] };
    const intervals = intervalsOf(metric, old, share);
    return {
      id,
      direction,
      value,
      limit,
      verdict: verdictOf(metric, old, intervals, limit),
      intervals,
    };
  });
  const gone = before.filter(({ id }) => now.every((metric) => metric.id !== id));
  return [
    ...judged,
    ...gone.map(({ id, direction, value }) => ({
      id,
      direction,
      value,
      limit: limitOf(direction, leniency),
      verdict: /** @type {const} */ ('gone'),
      intervals: [],
    })),
  ];
}

/** @param {Metric} metric @param {Metric} old @param {number} share @returns {Interval[]} */
function intervalsOf({ samples }, { samples: before }, share) {
  if ('bytes' in samples && 'bytes' in before) {
    return [ratioInterval(samples.bytes, before.bytes, share)];
  }
  if ('reference' in samples && 'reference' in before) {
    return [
      ratioInterval(samples.reference, before.reference, share),
      ratioInterval(samples.peer, before.peer, share),
    ];
  }
  throw new Error('The baseline holds something else under the same name.');
}

/**
 * @param {Metric} metric
 * @param {Metric} old
 * @param {Interval[]} intervals
 * @param {number} limit
 * @returns {'worse' | 'better' | 'same'}
 */
function verdictOf(metric, old, intervals, limit) {
  if (Math.abs(metric.value - old.value) < (metric.least ?? 0)) return 'same';
  if (intervals.every(({ low }) => low > limit)) return 'worse';
  return intervals.every(({ high }) => high < 1 / limit) ? 'better' : 'same';
}
