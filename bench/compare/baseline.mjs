import { readFileSync, writeFileSync } from 'node:fs';
import { thisMachine } from '../results/results.mjs';

/** @typedef {import('./judge.mjs').Metric} Metric */

/**
 * What later measurements are compared with.
 *
 * @typedef {object} Baseline
 * @property {'scrutineer-bench-baseline'} format
 * @property {1} version of this form
 * @property {string} date ISO 8601
 * @property {import('../results/results.mjs').Machine} machine where it was measured
 * @property {Metric[]} metrics
 */

/**
 * Writes a baseline; numbers are rounded to four digits, which is more than they are good for.
 *
 * @param {string} file
 * @param {Metric[]} metrics
 */
export function writeBaseline(file, metrics) {
  /** @type {Baseline} */
  const baseline = {
    format: 'scrutineer-bench-baseline',
    version: 1,
    date: new Date().toISOString(),
    machine: thisMachine(),
    metrics,
  };
  const text = JSON.stringify(
    baseline,
    (_, value) => (typeof value === 'number' ? Number(value.toPrecision(4)) : value),
    1,
  );
  // A launch on a line of its own: whoever compares two baselines by eye sees what changed.
  writeFileSync(file, `${text.replace(/\[\s+([\d.e+-]+(?:,\s+[\d.e+-]+)*)\s+\]/g, oneLine)}\n`);
}

/** @param {string} _ @param {string} numbers */
function oneLine(_, numbers) {
  return `[${numbers.replace(/\s+/g, ' ')}]`;
}

/**
 * Reads a baseline. Throws an Error whose message can be shown.
 *
 * @param {string} file
 * @returns {Baseline}
 */
export function readBaseline(file) {
  /** @type {unknown} */
  let read;
  try {
    read = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`${file} cannot be read: ${reason}`, { cause: error });
  }
  if (!isBaseline(read)) throw new Error(`${file} is no baseline of these benchmarks.`);
  return read;
}

/** @param {unknown} value @returns {value is Baseline} */
function isBaseline(value) {
  return (
    typeof value === 'object' &&
    value !== null &&
    'format' in value &&
    value.format === 'scrutineer-bench-baseline' &&
    'version' in value &&
    value.version === 1 &&
    'metrics' in value &&
    Array.isArray(value.metrics)
  );
}
