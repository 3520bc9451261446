import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/lib/project.mjs';
import { xsdFile } from '../documents/catalogue.mjs';
import { nodeOutput } from './build.mjs';
import { runXmllint } from './xmllint.mjs';

/**
 * Memory that contestants take for a document, in bytes: how far a process of its own grew at most
 * beyond what it took before (the document in memory included in that), and what of it is Wasm memory.
 *
 * @typedef {{ name: string, peak: number, wasm: number | null }} MemoryRow
 */

/**
 * Looks at one contestant in a process of its own; null where it cannot take part or breaks.
 *
 * @param {string} name
 * @param {import('../documents/make.mjs').MadeDocument} document
 * @param {import('../documents/make.mjs').MadeDocument} small
 * @returns {Promise<MemoryRow | null>}
 */
export async function memoryOf(name, document, small) {
  if (name.startsWith('xmllint')) {
    const { peak } = await runXmllint(name, document.path, xsdFile, true);
    return peak === null ? null : { name, peak, wasm: null };
  }
  const order = {
    contestant: name,
    document: document.path,
    small: small.path,
    xsd: existsSync(xsdFile) ? readFileSync(xsdFile, 'utf8') : null,
  };
  const child = spawn(
    process.execPath,
    ['--expose-gc', '--max-old-space-size=8192', join(nodeOutput, 'alone.js')],
    { stdio: ['pipe', 'pipe', 'inherit'], cwd: root },
  );
  child.stdin.end(JSON.stringify(order));
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text) => (output += text));
  const status = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (status !== 0) return null;
  const footprint = JSON.parse(output);
  return footprint && { name, ...footprint };
}
