import { catalogue } from '../documents/catalogue.mjs';
import { makeDocument } from '../documents/make.mjs';
import { openBrowserArena } from '../drive/browserArena.mjs';
import { memoryOf } from '../drive/memory.mjs';
import { openNodeArena } from '../drive/nodeArena.mjs';
import { race } from '../drive/race.mjs';
import { median, present, ratios } from '../results/statistics.mjs';

/** @typedef {import('./judge.mjs').Metric} Metric */
/** @typedef {import('./judge.mjs').Direction} Direction */

const yardstickNames = { reference: 'Reference loop', peer: 'libxml2-wasm, always 50 KB' };

/**
 * What is watched over time: with which document, and who, and whether it is waited for (time) or comes in
 * masses (throughput). The short form leaves out whose work several threads share, or who waits often for
 * little: on a busy machine, they wait for others. All documents are the project's own: the same everywhere.
 *
 * @type {{ document: string, direction: Direction, contestants: string[], longOnly?: string[] }[]}
 */
const watched = [
  {
    document: 'mixed-500 KB',
    direction: 'throughput',
    contestants: [
      'Tokenizing',
      'Tokenizing and structure',
      'Tokenizing and structure, with tape',
      'Tape to tree',
      'From file to report',
    ],
    longOnly: ['From Blob to report', 'From Blob to report, with tape', 'From gzip to report'],
  },
  {
    document: 'minified-500 KB',
    direction: 'throughput',
    contestants: ['Tokenizing and structure'],
  },
  {
    document: 'median',
    direction: 'time',
    contestants: ['Tokenizing and structure', 'Instance with tables'],
    longOnly: ['From file to report', 'From Blob to report'],
  },
  {
    document: 'mistakes',
    direction: 'time',
    contestants: ['Mistakes, as numbers', 'From mistakes to findings'],
  },
];

/**
 * Whose memory is watched, with which document: what Wasm holds is the same each time, how far a process
 * grows is not.
 */
const watchedMemory = {
  document: 'mixed-5 MB',
  wasm: ['Tokenizing and structure', 'Tokenizing and structure, with tape'],
  peak: ['From Blob to report, with tape'],
};

/** Differences below these tell nothing. */
const leastBytes = { wasm: 65_536, peak: 8_000_000 };

/**
 * How thoroughly to measure.
 *
 * @typedef {object} Thoroughness
 * @property {number} launches processes, or pages, one after the other
 * @property {number} memoryLaunches processes whose memory is looked at
 * @property {import('../drive/schedule.mjs').Patience} patience
 * @property {boolean} everything whether what several threads share is measured, too
 */

/** @type {Record<'short' | 'retry' | 'full', Thoroughness>} */
export const thoroughness = {
  short: {
    launches: 2,
    memoryLaunches: 2,
    patience: { warmUp: 60, budget: 400, fewest: 6, most: 10 },
    everything: false,
  },
  retry: {
    launches: 3,
    memoryLaunches: 3,
    patience: { warmUp: 120, budget: 800, fewest: 8, most: 16 },
    everything: false,
  },
  full: {
    launches: 5,
    memoryLaunches: 5,
    patience: { warmUp: 300, budget: 1500, fewest: 8, most: 20 },
    everything: true,
  },
};

/**
 * Measures what baselines consist of. Says on standard error what it is at.
 *
 * @param {readonly ('node' | 'browser')[]} places
 * @param {Thoroughness} how
 * @returns {Promise<Metric[]>}
 */
export async function measureMetrics(places, { launches, memoryLaunches, patience, everything }) {
  const documents = await ownDocuments();
  const small = documents.get('mixed-50 KB');
  if (!small) throw new Error('There is nothing to warm up with.');
  /** @type {Map<string, { direction: Direction, ms: number[], reference: number[][], peer: number[][] }>} */
  const found = new Map();
  for (let launch = 1; launch <= launches; launch++) {
    for (const id of places) {
      process.stderr.write(`  ${id}, launch ${launch} of ${launches} …\n`);
      const place = await (id === 'node' ? openNodeArena() : openBrowserArena());
      try {
        const available = new Set((await place.describe()).map(({ name }) => name));
        for (const { document: name, direction, contestants: always, longOnly = [] } of watched) {
          const contestants = [...always, ...(everything ? longOnly : [])].filter((contestant) =>
            available.has(contestant),
          );
          const document = documents.get(name);
          if (!document) throw new Error(`There is no document ${name}.`);
          const names = [...Object.values(yardstickNames), ...contestants];
          const { rows } = await race(place, document, small, {
            names,
            patience,
            xsd: false,
            sliced: true,
          });
          const reference = runsOf(rows, yardstickNames.reference);
          const peer = runsOf(rows, yardstickNames.peer);
          for (const contestant of contestants) {
            const runs = runsOf(rows, contestant);
            const key = `${id}: ${contestant}, ${name}`;
            const metric = found.get(key) ?? { direction, ms: [], reference: [], peer: [] };
            metric.ms.push(...present(runs));
            metric.reference.push(ratios(runs, reference));
            metric.peer.push(ratios(runs, peer));
            found.set(key, metric);
          }
        }
      } finally {
        await place.close();
      }
    }
  }
  const metrics = [...found].map(([id, { direction, ms, reference, peer }]) => ({
    id,
    direction,
    value: median(ms),
    samples: { reference, peer },
  }));
  return [...metrics, ...(await measureMemory(documents, small, memoryLaunches))];
}

/** @returns {Promise<Map<string, import('../documents/make.mjs').MadeDocument>>} by their ids */
async function ownDocuments() {
  const needed = new Set([
    'mixed-50 KB',
    watchedMemory.document,
    ...watched.map(({ document }) => document),
  ]);
  const made = new Map();
  for (const order of [...catalogue([50e3, 500e3], true), ...catalogue([5e6], true)]) {
    if (needed.has(order.id)) made.set(order.id, await makeDocument(order));
  }
  return made;
}

/**
 * @param {readonly import('../drive/race.mjs').RaceRow[]} rows
 * @param {string} name
 * @returns {(number | null)[]}
 */
function runsOf(rows, name) {
  const row = rows.find((one) => one.name === name);
  if (row && 'runs' in row) return row.runs;
  const reason = row === undefined ? 'it did not enter' : 'failed' in row ? row.failed : row.absent;
  throw new Error(`${name} cannot be measured: ${reason}.`);
}

/**
 * @param {Map<string, import('../documents/make.mjs').MadeDocument>} documents
 * @param {import('../documents/make.mjs').MadeDocument} small
 * @param {number} launches
 * @returns {Promise<Metric[]>}
 */
async function measureMemory(documents, small, launches) {
  const document = documents.get(watchedMemory.document);
  if (!document || launches === 0) return [];
  process.stderr.write('  memory …\n');
  /** @type {Metric[]} */
  const metrics = [];
  for (const kind of /** @type {const} */ (['wasm', 'peak'])) {
    for (const name of watchedMemory[kind]) {
      const bytes = [];
      for (let launch = 0; launch < (kind === 'wasm' ? 1 : launches); launch++) {
        const found = (await memoryOf(name, document, small))?.[kind] ?? null;
        if (found === null) throw new Error(`The memory of ${name} cannot be looked at.`);
        bytes.push(found);
      }
      metrics.push({
        id: `memory: ${kind}, ${name}, ${document.order.id}`,
        direction: 'memory',
        value: median(bytes),
        least: leastBytes[kind],
        samples: { bytes: bytes.map((one) => [one]) },
      });
    }
  }
  return metrics;
}
