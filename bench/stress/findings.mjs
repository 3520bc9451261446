import { memoryWord, timeWord } from '../results/table.mjs';

/** Memory has to be back within so many bytes of what it was. */
export const memoryReturn = 10e6;

/**
 * What is asserted, and how it stands.
 *
 * @typedef {{ what: string, good: boolean, seen: string }} Assertion
 */

/**
 * That all files got the verdicts that they deserve.
 *
 * @param {import('./loads.mjs').Load} load
 * @param {Record<string, number>} verdicts
 * @returns {Assertion}
 */
export function verdictsRight({ files, invalid }, verdicts) {
  const right =
    (verdicts['valid'] ?? 0) === files - invalid &&
    (verdicts['invalid'] ?? 0) === invalid &&
    Object.values(verdicts).reduce((sum, count) => sum + count, 0) === files;
  const seen = Object.entries(verdicts).map(([verdict, count]) => `${count} ${verdict}`);
  return { what: 'all verdicts are right', good: right, seen: seen.join(', ') };
}

/**
 * That memory is back where it was.
 *
 * @param {string} when such as `after the batch`
 * @param {number} before bytes
 * @param {number} after bytes
 * @returns {Assertion}
 */
export function memoryBack(when, before, after) {
  return {
    what: `memory is back within ${memoryWord(memoryReturn)} ${when}`,
    good: after - before <= memoryReturn,
    seen: `${memoryWord(before)} before, ${memoryWord(after)} after`,
  };
}

/**
 * That the page stayed usable.
 *
 * @param {{ tasks: number, longest: number }} seen
 * @returns {Assertion}
 */
export function neverBlocked({ tasks, longest }) {
  return {
    what: 'no task of the main thread takes over 50 ms',
    good: tasks === 0,
    seen: tasks === 0 ? 'none' : `${tasks}, the longest ${timeWord(longest)}`,
  };
}

/**
 * Files and megabytes a second, for people.
 *
 * @param {import('./loads.mjs').Load} load
 * @param {number} ms
 * @returns {string}
 */
export function throughput({ files, bytes }, ms) {
  const perSecond = (/** @type {number} */ count) =>
    Math.round((count * 1000) / ms).toLocaleString('en');
  return `${timeWord(ms)}: ${perSecond(files)} files/s, ${perSecond(bytes / 1e6)} MB/s`;
}

/**
 * Reads the facts beside the app's verdict, such as `9,900 valid`.
 *
 * @param {{ word: string, facts: readonly string[] }} seen
 * @returns {Record<string, number>}
 */
export function verdictsOf({ word, facts }) {
  /** @type {Record<string, number>} */
  const verdicts = {};
  for (const fact of facts) {
    const [, count, verdict] =
      /^([\d,]+) (valid|invalid|malformed|unsupported|failed|pending)$/.exec(fact) ?? [];
    if (count !== undefined && verdict !== undefined) {
      verdicts[verdict] = Number(count.replaceAll(',', ''));
    }
  }
  // Of a single file there is but the word.
  if (Object.keys(verdicts).length === 0) verdicts[word.toLowerCase()] = 1;
  return verdicts;
}
