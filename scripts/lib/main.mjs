import { requireNode } from './node.mjs';

/**
 * Runs a script's work. What it throws is told in one line on standard error, and the exit status
 * says that it could not run.
 *
 * @param {() => Promise<void>} work
 */
export async function main(work) {
  try {
    requireNode();
    await work();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 2;
  }
}
