import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../../scripts/lib/project.mjs';
import { nodeOutput } from '../drive/build.mjs';

/**
 * Checks folders, one after the other, with the pool of the command line in one process of Node.js.
 *
 * @param {string[]} folders
 * @returns {Promise<import('./poolRun').PoolOutcome[]>} one a folder
 */
export async function checkInPool(folders) {
  const child = spawn(process.execPath, ['--expose-gc', join(nodeOutput, 'poolRun.js')], {
    stdio: ['pipe', 'pipe', 'inherit'],
    cwd: root,
  });
  child.stdin.end(JSON.stringify({ folders, size: null }));
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text) => (output += text));
  const status = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (status !== 0) throw new Error(`The pool’s process ended with ${status}.`);
  return output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}
