import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** @typedef {import('../contest/host').Description} Description */

/** Ways to call the native libxml2, from the process's start to its end. */
const ways = [
  {
    name: 'xmllint',
    schema: false,
    note: 'native, to a DOM; a process a document',
    args: () => ['--noout', '--huge'],
  },
  {
    name: 'xmllint --stream',
    schema: false,
    note: 'native, no DOM; a process a document',
    args: () => ['--noout', '--huge', '--stream'],
  },
  {
    name: 'xmllint --schema',
    schema: true,
    note: 'native, to a DOM, then validated; a process a document, the XSD compiled each time',
    args: (/** @type {string} */ xsd) => ['--noout', '--huge', '--schema', xsd],
  },
];

/** Whether xmllint is installed. */
export function hasXmllint() {
  return spawnSync('xmllint', ['--version']).error === undefined;
}

/**
 * What of xmllint can be measured here.
 *
 * @param {string | null} xsd path of the schema
 * @returns {Description[]}
 */
export function describeXmllint(xsd) {
  return ways
    .filter(({ schema }) => !schema || xsd !== null)
    .map(({ name, schema, note }) => ({ name, schema, note, role: 'peer', mistaken: false }));
}

/**
 * One call: milliseconds from start to end. Rejects where xmllint does not find the document good.
 *
 * @param {string} name
 * @param {string} document
 * @param {string | null} xsd
 * @param {boolean} [watched] whether to look at its memory, which costs it a little time
 * @returns {Promise<{ ms: number, peak: number | null }>} `peak`: bytes of memory that it took at
 *   most, where that can be told
 */
export function runXmllint(name, document, xsd, watched = false) {
  const way = ways.find((one) => one.name === name);
  if (!way) throw new Error(`Nothing is called ${name}.`);
  return new Promise((resolve, reject) => {
    const from = performance.now();
    const child = spawn('xmllint', [...way.args(xsd ?? ''), document], { stdio: 'ignore' });
    /** @type {number | null} */
    let peak = null;
    const watch = watched ? setInterval(() => (peak = peakOf(child.pid) ?? peak), 1) : undefined;
    child.on('error', reject);
    child.on('close', (status) => {
      const ms = performance.now() - from;
      clearInterval(watch);
      if (status === 0) resolve({ ms, peak });
      else reject(new Error(`xmllint ended with ${status}`));
    });
  });
}

/**
 * The most memory that a running process has taken so far, in bytes; null where that cannot be told.
 *
 * @param {number | undefined} pid
 * @returns {number | null}
 */
export function peakOf(pid) {
  try {
    const [, kilobytes] =
      /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return kilobytes === undefined ? null : Number(kilobytes) * 1024;
  } catch (error) {
    // The process has ended, or there is no such file system here.
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
}
