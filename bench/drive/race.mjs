import { readFileSync } from 'node:fs';
import { largestHeld, xsdFile } from '../documents/catalogue.mjs';
import { schedule } from './schedule.mjs';
import { describeXmllint, runXmllint } from './xmllint.mjs';

/**
 * What came of a contestant over one document: milliseconds by round (null: it sat the round out), or
 * why there are none.
 *
 * @typedef {{ name: string, runs: (number | null)[] } | { name: string, failed: string }
 *   | { name: string, absent: string }} RaceRow
 *
 * @typedef {object} Race
 * @property {'node' | 'browser'} place
 * @property {{ id: string, title: string, series: string, bytes: number, elements: number,
 *   mistaken: boolean }} document
 * @property {RaceRow[]} rows
 */

/**
 * Lets contestants read one document in turn, round after round.
 *
 * @param {import('./nodeArena.mjs').Place} place
 * @param {import('../documents/make.mjs').MadeDocument} document
 * @param {import('../documents/make.mjs').MadeDocument} small to warm up with
 * @param {object} options
 * @param {readonly string[]} options.names who is to run; see `entrantsFor`
 * @param {import('./schedule.mjs').Patience} options.patience
 * @param {boolean} [options.sliced] whether a run is the median of short slices
 * @param {boolean} options.xsd whether ASAM's schema is at hand
 * @returns {Promise<Race>}
 */
export async function race(place, document, small, { names, patience, xsd, sliced = false }) {
  const mistaken = isMistaken(document);
  const native = new Set(describeXmllint(xsdFile).map(({ name }) => name));
  const { order, bytes, elements } = document;
  const standings = await place.enter(
    {
      names: names.filter((name) => !native.has(name)),
      document: place.nameOf(document),
      stored: bytes > largestHeld,
      facts: { elements, mistaken },
      small: place.nameOf(small),
      manner: { warmUp: patience.warmUp, sliced },
      xsd: xsd ? readFileSync(xsdFile, 'utf8') : null,
    },
    document,
  );
  for (const name of names) {
    if (native.has(name)) standings.push(await standingOfXmllint(name, document));
  }
  /** @type {Map<string, (number | null)[]>} */
  const runs = new Map();
  /** @type {Map<string, string>} */
  const failures = new Map();
  const runners = standings.filter((standing) => 'cost' in standing);
  for (const round of schedule(runners, patience)) {
    const asked = round.filter((name) => !failures.has(name));
    const results = await place.round(asked.filter((name) => !native.has(name)));
    for (const name of asked) {
      if (native.has(name)) results[name] = await resultOfXmllint(name, document);
    }
    for (const { name } of runners) {
      const result = results[name] ?? null;
      if (typeof result === 'object' && result !== null) failures.set(name, result.failed);
      else listOf(runs, name).push(result);
    }
  }
  await place.leave();
  return {
    place: place.id,
    document: {
      id: order.id,
      title: order.title,
      series: order.series,
      bytes,
      elements,
      mistaken,
    },
    rows: standings.map((standing) => {
      const { name } = standing;
      const failed = failures.get(name);
      if (failed !== undefined) return { name, failed };
      return 'cost' in standing ? { name, runs: runs.get(name) ?? [] } : standing;
    }),
  };
}

/**
 * Those that take part in a race over a document.
 *
 * @param {readonly import('../contest/host').Description[]} all
 * @param {import('../documents/make.mjs').MadeDocument} document
 * @param {readonly string[] | null} wanted names of those that are wanted; null: all
 * @returns {string[]}
 */
export function entrantsFor(all, document, wanted) {
  const mistaken = isMistaken(document);
  return all
    .filter((one) => (mistaken ? seesMistakes(one) : !one.mistaken))
    .filter(({ name }) => wanted === null || wanted.includes(name))
    .map(({ name }) => name);
}

/**
 * Whether a document with mistakes is for it: to those that know no schema it is one like any other, but
 * of the own contestants only those made for it are of interest.
 *
 * @param {import('../contest/host').Description} contestant
 */
function seesMistakes({ role, schema, mistaken }) {
  return mistaken || role === 'reference' || (role === 'peer' && !schema);
}

/** @param {import('../documents/make.mjs').MadeDocument} document */
function isMistaken({ order: { source } }) {
  return 'as' in source && source.as === 'mistaken';
}

/** @param {string} name @param {import('../documents/make.mjs').MadeDocument} document */
async function standingOfXmllint(name, document) {
  const result = await resultOfXmllint(name, document);
  return typeof result === 'number' ? { name, cost: result } : { name, ...result };
}

/** @param {string} name @param {import('../documents/make.mjs').MadeDocument} document */
async function resultOfXmllint(name, { path }) {
  try {
    return (await runXmllint(name, path, xsdFile)).ms;
  } catch (error) {
    return { failed: error instanceof Error ? error.message : String(error) };
  }
}

/** @template Item @param {Map<string, Item[]>} map @param {string} key */
function listOf(map, key) {
  const list = map.get(key) ?? [];
  map.set(key, list);
  return list;
}
