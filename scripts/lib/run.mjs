import { spawn } from 'node:child_process';

/** Exit statuses of a program that was asked to end, as shells count them. */
const ended = { SIGINT: 130, SIGTERM: 143 };

/**
 * Runs a program to its end and gives its exit status; 1 where a signal ended it. Rejects when it
 * cannot be started. When this process is asked to end meanwhile, both end.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>}
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options });
    /** @type {keyof typeof ended | null} */
    let asked = null;
    /** @param {keyof typeof ended} signal */
    const end = (signal) => {
      asked = signal;
      child.kill(signal);
    };
    process.on('SIGINT', end).on('SIGTERM', end);
    const settle = () => process.off('SIGINT', end).off('SIGTERM', end);
    child.on('error', (error) => {
      settle();
      reject(error);
    });
    child.on('close', (status) => {
      settle();
      if (asked !== null) process.exit(ended[asked]);
      resolve(status ?? 1);
    });
  });
}

/** Output of a helper program goes to standard error: standard output belongs to the caller. */
export const toStderr = /** @type {const} */ (['ignore', 2, 2]);
