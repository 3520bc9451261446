import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { mistaken } from '../documents/text.mjs';
import { benchOutput, nodeOutput } from '../drive/build.mjs';

/**
 * Files on disk that are to be checked at once.
 *
 * @typedef {object} Load
 * @property {string} name
 * @property {string} title
 * @property {string} folder
 * @property {number} files
 * @property {number} invalid how many of them have mistakes
 * @property {number} bytes
 */

/** What there is to be borne; `huge` is a folder with one large file among small ones. */
export const loadNames = /** @type {const} */ (['small', 'medium', 'huge']);

/** @typedef {(typeof loadNames)[number]} LoadName */

/** One in so many files has mistakes. */
const mistakenOne = 10;

/** @type {Record<LoadName, { title: string, sizes: number[] }>} */
const loads = {
  small: { title: '10,000 small files', sizes: Array.from({ length: 10_000 }, () => 7_700) },
  medium: { title: '100 files of 5 MB', sizes: Array.from({ length: 100 }, () => 5e6) },
  huge: {
    title: 'a folder with a file of 500 MB',
    sizes: [...Array.from({ length: 20 }, () => 50e3), 500e6],
  },
};

/**
 * Writes the files of a load. No two are the same, so that none is known from another.
 *
 * @param {LoadName} name
 * @param {number} [scale] a share of the files, for trying out
 * @returns {Promise<Load>}
 */
export async function makeLoad(name, scale = 1) {
  const { title, sizes } = loads[name];
  const count = Math.max(1, Math.round(sizes.length * scale));
  return { ...(await writeFiles(name, sizes.slice(-count), name)), name, title };
}

/**
 * A small batch of files that differ from those of every other batch.
 *
 * @param {string} serial tells batches apart
 * @param {number} files
 * @returns {Promise<Load>}
 */
export async function makeBatch(serial, files) {
  const sizes = Array.from({ length: files }, (_, index) => (index === 0 ? 1e6 : 20e3));
  return {
    ...(await writeFiles(`batch-${serial}`, sizes, serial)),
    name: serial,
    title: `batch ${serial}`,
  };
}

/** @param {{ folder: string }} load */
export function dropLoad({ folder }) {
  rmSync(folder, { recursive: true, force: true });
}

/** @param {string} name of the folder @param {readonly number[]} sizes @param {string} serial */
async function writeFiles(name, sizes, serial) {
  /** @type {typeof import('../scenario')} */
  const { scenarioParts } = await import(pathToFileURL(join(nodeOutput, 'scenario.js')).href);
  const folder = join(benchOutput, 'loads', name);
  if (existsSync(folder)) rmSync(folder, { recursive: true });
  mkdirSync(folder, { recursive: true });
  /** @type {Map<string, string>} */
  const texts = new Map();
  let bytes = 0;
  let invalid = 0;
  for (const [index, size] of sizes.entries()) {
    const path = join(folder, `scenario-${String(index).padStart(5, '0')}.xosc`);
    const spoilt = index % mistakenOne === mistakenOne - 1;
    const mark = `<!-- ${serial} ${index} -->\n`;
    if (size > 100e6) {
      bytes += writeParts(path, scenarioParts(size, 'mixed'), mark);
      continue;
    }
    const key = `${size} ${spoilt}`;
    let text = texts.get(key);
    if (text === undefined) {
      const whole = [...scenarioParts(size, size < 20e3 ? 'events' : 'mixed')].join('');
      text = spoilt ? mistaken(whole) : whole;
      texts.set(key, text);
    }
    writeFileSync(path, text + mark);
    bytes += text.length + mark.length;
    invalid += Number(spoilt);
  }
  return { folder, files: sizes.length, invalid, bytes };
}

/** @param {string} path @param {Iterable<string>} parts @param {string} mark */
function writeParts(path, parts, mark) {
  const file = openSync(path, 'w');
  let bytes = 0;
  try {
    for (const part of parts) bytes += writeSync(file, part);
    bytes += writeSync(file, mark);
  } finally {
    closeSync(file);
  }
  return bytes;
}
