import { createHash } from 'node:crypto';
import {
  createReadStream,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../../scripts/lib/project.mjs';
import { run } from '../../scripts/lib/run.mjs';
import { largestHeld, sharedGenerator } from './catalogue.mjs';
import { countElements, minified, mistaken } from './text.mjs';

/** @typedef {import('./catalogue.mjs').DocumentOrder} DocumentOrder */

/**
 * A document on disk.
 *
 * @typedef {object} MadeDocument
 * @property {DocumentOrder} order
 * @property {string} path
 * @property {string} name of its file, below the folder of documents
 * @property {number} bytes
 * @property {number} elements
 */

const folder = join(root, 'dist', 'bench', 'documents');

/** Where the generator is after `buildBench`. */
const generator = join(root, 'dist', 'bench', 'node', 'scenario.js');

/**
 * Makes a document, or finds the one made earlier by the same generator. Throws an Error whose
 * message can be shown.
 *
 * @param {DocumentOrder} order
 * @returns {Promise<MadeDocument>}
 */
export async function makeDocument(order) {
  mkdirSync(folder, { recursive: true });
  const name = `${order.id.replaceAll(' ', '')}.${fingerprint(order)}.xosc`;
  const path = join(folder, name);
  if (!existsSync(path)) {
    const unfinished = `${path}.${process.pid}.new`;
    try {
      await write(order, unfinished);
      renameSync(unfinished, path);
    } finally {
      rmSync(unfinished, { force: true });
    }
  }
  const { size } = statSync(path);
  const elements =
    size > largestHeld ? await countInPieces(path) : countElements(readFileSync(path));
  return { order, path, name, bytes: size, elements };
}

/** What decides the content of a document. @param {DocumentOrder} order */
function fingerprint({ source, bytes }) {
  const hash = createHash('sha256').update(JSON.stringify([source, bytes]));
  if (source.from === 'own') hash.update(readFileSync(generator));
  if (source.from === 'shared') hash.update(readFileSync(sharedGenerator));
  if (source.from === 'file') hash.update(readFileSync(source.path));
  hash.update(readFileSync(new URL('./text.mjs', import.meta.url)));
  return hash.digest('hex').slice(0, 8);
}

/** @param {DocumentOrder} order @param {string} path */
async function write({ source, bytes }, path) {
  if (source.from === 'file') {
    writeFileSync(path, readFileSync(source.path));
  } else if (source.from === 'shared') {
    const args = [sharedGenerator, String(bytes), path, '--profile', source.profile];
    const status = await run('python3', args, { stdio: ['ignore', 'ignore', 2] });
    if (status !== 0) throw new Error(`${sharedGenerator} ended with ${status}.`);
  } else {
    await writeOwn(path, bytes, source.profile);
  }
  if (source.from === 'file' || source.as === undefined) return;
  const change = source.as === 'minified' ? minified : mistaken;
  writeFileSync(path, change(readFileSync(path, 'utf8')));
}

/** @param {string} path @param {number} bytes @param {import('../scenario').Profile} profile */
async function writeOwn(path, bytes, profile) {
  /** @type {typeof import('../scenario')} */
  const { scenarioParts } = await import(pathToFileURL(generator).href);
  const file = openSync(path, 'w');
  try {
    for (const part of scenarioParts(bytes, profile)) writeSync(file, part);
  } finally {
    closeSync(file);
  }
}

/**
 * Start tags of a document too large to be held. Such documents are generated: they have neither
 * comments nor sections, so every `<` before a letter is one.
 *
 * @param {string} path
 */
async function countInPieces(path) {
  let count = 0;
  let pending = false;
  for await (const piece of createReadStream(path, { highWaterMark: 4 * 1024 * 1024 })) {
    if (pending && beginsName(piece[0])) count++;
    for (let at = piece.indexOf(0x3c); at >= 0; at = piece.indexOf(0x3c, at + 1)) {
      if (at + 1 < piece.length && beginsName(piece[at + 1])) count++;
    }
    pending = piece[piece.length - 1] === 0x3c;
  }
  return count;
}

/** @param {number} byte */
function beginsName(byte) {
  return byte !== 0x2f && byte !== 0x3f && byte !== 0x21;
}
