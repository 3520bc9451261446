import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/lib/project.mjs';

/**
 * A document to be measured with, before it exists.
 *
 * @typedef {object} DocumentOrder
 * @property {string} id names it in results and baselines
 * @property {string} title for people
 * @property {'size' | 'kind' | 'real' | 'mistakes'} series which plot it belongs to
 * @property {number} bytes about its size
 * @property {Source} source where it comes from
 *
 * @typedef {{ from: 'own', profile: import('../scenario').Profile, as?: 'minified' | 'mistaken' }
 *   | { from: 'shared', profile: SharedProfile, as?: 'minified' }
 *   | { from: 'file', path: string }} Source
 *
 * @typedef {'mixed' | 'vertices' | 'maneuvers'} SharedProfile
 */

const shared = join(root, '..', 'shared');

/** The generator that lies beside the checkout, where it is there. */
export const sharedGenerator = join(shared, 'tools', 'gen_big.py');

const corpus = join(shared, 'corpus', 'files');

/** ASAM's schema for what is generated here, where it is at hand. */
export const xsdFile = join(shared, 'xsd', 'OpenSCENARIO_1.2.0.xsd');

/** Real scenarios of version 1.2: one of the median size, and the largest, whose lines are long. */
const realFiles = {
  median: 'esmini+esmini/resources/xosc/lane-change_trajectory_wp.xosc',
  longLines: 'esmini+esmini/EnvironmentSimulator/Unittest/xosc/star_position_types.xosc',
};

/** Bytes of the median real file. */
const medianBytes = 7_700;

/** Above this, a document is never held in memory, and few take part. */
export const largestHeld = 100e6;

/**
 * The documents of a full run: one kind in all sizes, all kinds in one size.
 *
 * @param {readonly number[]} sizes in bytes
 * @param {boolean} ownOnly whether the project's own generator has to do: then documents are the same
 *   on every machine
 * @returns {DocumentOrder[]}
 */
export function catalogue(sizes, ownOnly) {
  const generator = ownOnly || !existsSync(sharedGenerator) ? 'own' : 'shared';
  /** @type {(kind: 'mixed' | 'trajectories' | 'events') => Source} */
  const source = (kind) =>
    generator === 'own'
      ? { from: 'own', profile: kind }
      : { from: 'shared', profile: sharedName[kind] };
  const held = sizes.filter((size) => size <= largestHeld);
  const kindBytes = held.reduce(
    (best, size) => (Math.abs(size - 5e6) < Math.abs(best - 5e6) ? size : best),
    held[0] ?? 0,
  );
  /** @type {DocumentOrder[]} */
  const orders = sizes.map((bytes) => ({
    id: `mixed-${sizeWord(bytes)}`,
    title: sizeWord(bytes),
    series: 'size',
    bytes,
    source: source('mixed'),
  }));
  if (kindBytes === 0) return orders;
  const size = sizeWord(kindBytes);
  orders.push(
    kind('trajectories', `${size} of trajectories`, source('trajectories'), kindBytes),
    kind('events', `${size} of events`, source('events'), kindBytes),
    kind('minified', `${size}, minified`, { ...source('mixed'), as: 'minified' }, kindBytes),
    real('long-lines', 'Real file, long lines', realFiles.longLines, ownOnly, 600_000),
    real('median', 'Real file, median size', realFiles.median, ownOnly, medianBytes),
    {
      id: 'mistakes',
      title: '500 KB with mistakes',
      series: 'mistakes',
      bytes: 500e3,
      source: { from: 'own', profile: 'events', as: 'mistaken' },
    },
  );
  return orders;
}

/** What the other generator calls these kinds. */
const sharedName = /** @type {const} */ ({
  mixed: 'mixed',
  trajectories: 'vertices',
  events: 'maneuvers',
});

/**
 * @param {string} id
 * @param {string} title
 * @param {Source} source
 * @param {number} bytes
 * @returns {DocumentOrder}
 */
function kind(id, title, source, bytes) {
  return { id: `${id}-${sizeWord(bytes)}`, title, series: 'kind', bytes, source };
}

/**
 * A real file, or one made up of about its size where it is not at hand.
 *
 * @param {string} id
 * @param {string} title
 * @param {string} path
 * @param {boolean} ownOnly
 * @param {number} bytes
 * @returns {DocumentOrder}
 */
function real(id, title, path, ownOnly, bytes) {
  const file = join(corpus, path);
  if (ownOnly || !existsSync(file)) {
    const made = title.replace('Real file', 'Made-up file');
    const profile = id === 'median' ? 'events' : 'trajectories';
    return { id, title: made, series: 'real', bytes, source: { from: 'own', profile } };
  }
  return {
    id,
    title,
    series: 'real',
    bytes: statSync(file).size,
    source: { from: 'file', path: file },
  };
}

/**
 * A size as people write it.
 *
 * @param {number} bytes
 * @returns {string} such as `5 MB`
 */
export function sizeWord(bytes) {
  if (bytes >= 1e9) return `${+(bytes / 1e9).toFixed(1)} GB`;
  return bytes >= 1e6 ? `${+(bytes / 1e6).toFixed(1)} MB` : `${+(bytes / 1e3).toFixed(1)} KB`;
}

/**
 * Reads a size such as `500KB`, `5 MB` or `1GB`. Throws an Error whose message can be shown.
 *
 * @param {string} text
 * @returns {number} bytes
 */
export function bytesOf(text) {
  const [, number, unit = ''] = /^\s*(\d+(?:\.\d+)?)\s*([KMG]?)B?\s*$/i.exec(text) ?? [];
  if (number === undefined) throw new Error(`“${text}” is not a size; write 500KB, 5MB or 1GB.`);
  return Math.round(Number(number) * ({ K: 1e3, M: 1e6, G: 1e9 }[unit.toUpperCase()] ?? 1));
}
