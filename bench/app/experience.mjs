import { catalogue, sizeWord } from '../documents/catalogue.mjs';
import { makeDocument } from '../documents/make.mjs';
import { median } from '../results/statistics.mjs';
import { openAppBrowser } from './appPage.mjs';

/**
 * What a person sees and pays with the app, in figures.
 *
 * @typedef {object} AppResults
 * @property {string} title
 * @property {{ name: string, note: string, value: number, unit: 'ms' | 'bytes' | 'count' }[]} figures
 */

const times = 3;

/** Time for what the app puts off until it is not used: warming up, giving memory back. */
const restMs = 1500;

/**
 * Uses the built app as a person would: opens it, drops a small file at once, and a large one later.
 *
 * @param {number} largeBytes size of the large file
 * @returns {Promise<AppResults>}
 */
export async function experience(largeBytes) {
  const orders = catalogue([50e3, largeBytes], true).filter(({ series }) => series === 'size');
  const [small, large] = await Promise.all(orders.map(makeDocument));
  if (!small || !large) throw new Error('There are no files to open.');
  const app = await openAppBrowser();
  try {
    const cold = [];
    for (let count = 0; count < times; count++) cold.push(await coldStart(app, small.path));
    const warm = [];
    for (let count = 0; count < times; count++) warm.push(await largeFile(app, large.path));
    const middle = (/** @type {number[]} */ values) => median(values);
    const word = sizeWord(largeBytes);
    return {
      title: `The app, in Chromium ${app.version}`,
      figures: [
        ms(
          'Cold start',
          'from loading the page to the moment it takes files; nothing in caches',
          middle(cold.map(({ ready }) => ready)),
        ),
        ms(
          'First 50 KB, verdict',
          'chosen in that moment',
          middle(cold.map(({ verdict }) => verdict)),
        ),
        ms(
          `${word}, first elements`,
          'the outline in front',
          middle(warm.map(({ outlined }) => outlined.elements)),
        ),
        ms(
          `${word}, verdict`,
          'from the choice of the file to the word on screen',
          middle(warm.map(({ seen }) => seen.verdict)),
        ),
        ms(
          `${word}, reading alone`,
          'the same file read to its end by the page, nothing done with it',
          middle(warm.map(({ reading }) => reading)),
        ),
        ms(
          `${word}, the rest`,
          'verdict without reading',
          middle(warm.map(({ seen, reading }) => Math.max(0, seen.verdict - reading))),
        ),
        ms(
          'Longest task',
          'of the main thread meanwhile; 0: none over 50 ms',
          Math.max(...warm.map(({ seen, outlined }) => Math.max(seen.longest, outlined.longest))),
        ),
        count(
          'Tasks over 50 ms',
          'in all runs',
          warm.reduce((sum, { seen, outlined }) => sum + seen.tasks + outlined.tasks, 0),
        ),
        bytes(
          'Memory before',
          'JavaScript, DOM and Wasm of all threads',
          middle(warm.map(({ before }) => before)),
        ),
        bytes(
          'Memory, at most',
          `looked at four times a second while ${word} were read`,
          middle(warm.map(({ peak }) => peak)),
        ),
        bytes(
          'Memory with the file',
          'open, and its outline',
          middle(warm.map(({ open }) => open)),
        ),
        bytes('Memory after', 'the file closed', middle(warm.map(({ after }) => after))),
        bytes(
          'Process with the file',
          'of the renderer, as the system sees it',
          middle(warm.map(({ resident }) => resident)),
        ),
      ],
    };
  } finally {
    await app.close();
  }
}

/** @param {import('./appPage.mjs').AppBrowser} app @param {string} path */
async function coldStart(app, path) {
  const page = await app.open();
  try {
    const ready = await page.load();
    const { verdict, word } = await page.check(path);
    expectValid(word);
    return { ready, verdict };
  } finally {
    await page.close();
  }
}

/** @param {import('./appPage.mjs').AppBrowser} app @param {string} path */
async function largeFile(app, path) {
  const page = await app.open();
  try {
    await page.load();
    await page.rest(restMs);
    const before = await page.memory();
    const seen = await page.check(path);
    expectValid(seen.word);
    const reading = await page.readingTime();
    await page.clear();
    await page.rest(restMs);
    await page.showOutline();
    const outlined = await page.check(path);
    expectValid(outlined.word);
    const open = await page.memory();
    const resident = await page.resident();
    await page.clear();
    await page.rest(restMs);
    const after = await page.memory();
    // By itself: looking at the memory takes time from what is looked at.
    const peak = await page.peakDuring(() => page.check(path));
    return { before, seen, reading, outlined, open, resident, after, peak };
  } finally {
    await page.close();
  }
}

/** @param {string} word */
function expectValid(word) {
  if (word !== 'Valid') throw new Error(`The app says “${word}” of a file that is valid.`);
}

/** @param {string} name @param {string} note @param {number} value */
const ms = (name, note, value) => ({ name, note, value, unit: /** @type {const} */ ('ms') });
/** @param {string} name @param {string} note @param {number} value */
const bytes = (name, note, value) => ({ name, note, value, unit: /** @type {const} */ ('bytes') });
/** @param {string} name @param {string} note @param {number} value */
const count = (name, note, value) => ({ name, note, value, unit: /** @type {const} */ ('count') });
