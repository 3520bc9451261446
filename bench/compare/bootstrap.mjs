import { quantile, sorted } from '../results/statistics.mjs';

/**
 * Measured values by launch: those of one launch resemble each other more than those of another, since
 * code lies and is compiled differently each time.
 *
 * @typedef {readonly (readonly number[])[]} Launches
 *
 * @typedef {object} Interval
 * @property {number} ratio how many times the old the new is
 * @property {number} low the interval's lower end
 * @property {number} high
 */

/** How sure the intervals are that are told. */
export const confidence = 0.95;

const resamplings = 1000;

/**
 * How two sets of measurements compare: the ratio of a quantile of theirs, and the interval in which
 * it lies with 95 % confidence. Found by a bootstrap over launches, and over the values within them.
 * The same numbers give the same interval.
 *
 * @param {Launches} now
 * @param {Launches} before
 * @param {number} [share] which quantile; the median unless told
 * @returns {Interval}
 */
export function ratioInterval(now, before, share = 0.5) {
  const random = generator(1);
  const found = new Float64Array(resamplings);
  for (let count = 0; count < resamplings; count++) {
    found[count] =
      quantile(resampled(now, random), share) / quantile(resampled(before, random), share);
  }
  found.sort();
  return {
    ratio: quantile(sorted(now.flat()), share) / quantile(sorted(before.flat()), share),
    low: quantile(found, (1 - confidence) / 2),
    high: quantile(found, (1 + confidence) / 2),
  };
}

/**
 * Launches drawn anew, and within each its values, in order.
 *
 * @param {Launches} launches
 * @param {() => number} random
 * @returns {Float64Array}
 */
function resampled(launches, random) {
  /** @type {number[]} */
  const values = [];
  for (let count = 0; count < launches.length; count++) {
    const launch = pick(launches, random);
    for (let index = 0; index < launch.length; index++) values.push(pick(launch, random));
  }
  return Float64Array.from(values).sort();
}

/** @template Item @param {readonly Item[]} items @param {() => number} random @returns {Item} */
function pick(items, random) {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new RangeError('There is nothing to choose from.');
  return item;
}

/**
 * Pseudo-random numbers from 0 up to, and without, 1 (mulberry32).
 *
 * @param {number} seed
 * @returns {() => number}
 */
export function generator(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
