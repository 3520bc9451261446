import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { modifiedAt, newestChange } from './freshness.mjs';
import { exclusively } from './lock.mjs';
import { root, wasmInputs, wasmOutput } from './project.mjs';
import { run, toStderr } from './run.mjs';

const compiler = join(root, 'node_modules', 'assemblyscript', 'bin', 'asc.js');
const output = join(root, wasmOutput);

/**
 * Compiles the tokenizer where its binary is older than its sources. Throws an Error whose message
 * can be shown; what the compiler has to say goes to standard error.
 *
 * @returns {Promise<boolean>} whether there was something to do
 */
export async function ensureWasm() {
  if (isFresh()) return false;
  return exclusively(`${output}.lock`, async () => {
    if (isFresh()) return false;
    await compile();
    return true;
  });
}

function isFresh() {
  return modifiedAt(output) >= newestChange(root, wasmInputs);
}

async function compile() {
  const config = join(root, 'wasm', 'asconfig.json');
  if (!existsSync(config))
    throw new Error('The tokenizer cannot be compiled: wasm/asconfig.json is missing.');
  mkdirSync(join(root, 'build'), { recursive: true });
  // Whoever reads the binary meanwhile gets the old one whole, never half of the new one.
  const unfinished = `${output}.${process.pid}.tmp`;
  const args = ['--config', 'asconfig.json', '--outFile', unfinished];
  const status = await run(process.execPath, [compiler, ...args], {
    cwd: join(root, 'wasm'),
    stdio: toStderr,
  });
  if (status !== 0) {
    rmSync(unfinished, { force: true });
    throw new Error(`The tokenizer does not compile: asc ended with ${status}.`);
  }
  renameSync(unfinished, output);
}
