import { spawn } from 'node:child_process';

/**
 * Runs a program to its end and gives its exit status; 1 where a signal ended it.
 * Rejects when it cannot be started.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>}
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options });
    child.on('error', reject);
    child.on('close', (status) => resolve(status ?? 1));
  });
}

/** Output of a helper program goes to standard error: standard output belongs to the caller. */
export const toStderr = /** @type {const} */ (['ignore', 2, 2]);
