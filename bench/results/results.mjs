import { cpus, totalmem } from 'node:os';
import { median, present, ratios, summarize } from './statistics.mjs';

/** @typedef {import('../drive/race.mjs').Race} Race */
/** @typedef {import('../drive/race.mjs').RaceRow} RaceRow */
/** @typedef {import('../contest/host').Description} Description */

/**
 * All that a run of the benchmarks found, as it is written with `--json`.
 *
 * @typedef {object} Results
 * @property {'scrutineer-bench'} format
 * @property {1} version of this form
 * @property {string} date ISO 8601
 * @property {Machine} machine
 * @property {{ id: 'node' | 'browser', title: string, contestants: Description[] }[]} places
 * @property {Race[]} races
 * @property {{ document: Race['document'], rows: import('../drive/memory.mjs').MemoryRow[] }[]} memory
 * @property {import('../app/experience.mjs').AppResults | null} app
 *
 * @typedef {object} Machine
 * @property {string} processor
 * @property {number} cores
 * @property {number} memory bytes
 * @property {string} platform
 * @property {string} node
 */

/** @returns {Machine} */
export function thisMachine() {
  return {
    processor: cpus()[0]?.model ?? 'unknown processor',
    cores: cpus().length,
    memory: totalmem(),
    platform: `${process.platform} ${process.arch}`,
    node: process.versions.node,
  };
}

/** What contestants are compared with: those that check a schema with one that does, too. */
export const yardsticks = { plain: 'libxml2-wasm', schema: 'libxml2-wasm with XSD' };

/**
 * A row of a race in figures.
 *
 * @typedef {object} Figures
 * @property {import('./statistics.mjs').Summary} ms
 * @property {number} speed millions of bytes a second at the median
 * @property {number | null} times how many times as fast as libxml2-wasm at the same job; null where
 *   that did not take part
 *
 * @param {Race} race
 * @param {string} name
 * @param {boolean} schema whether it checks a schema
 * @returns {Figures | string} or why there are none; an empty text for who was not there
 */
export function figuresOf(race, name, schema) {
  const row = race.rows.find((one) => one.name === name);
  if (!row) return '';
  if ('failed' in row) return `failed: ${row.failed}`;
  if ('absent' in row) return '–';
  const ms = summarize(present(row.runs));
  const peer = race.rows.find((one) => one.name === yardsticks[schema ? 'schema' : 'plain']);
  const times = peer && 'runs' in peer ? median(ratios(peer.runs, row.runs)) : null;
  return { ms, speed: race.document.bytes / 1000 / ms.median, times };
}
