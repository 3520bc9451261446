import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled } from '../../scripts/lib/install.mjs';
import { root } from '../../scripts/lib/project.mjs';
import { run, toStderr } from '../../scripts/lib/run.mjs';

/** Where the built measuring programs and the documents lie. */
export const benchOutput = join(root, 'dist', 'bench');

/** The built programs for Node.js. */
export const nodeOutput = join(benchOutput, 'node');

/**
 * Builds what measures, from the sources as they are now. Throws an Error whose message can be shown.
 *
 * @param {{ node: boolean, page: boolean }} wanted
 */
export async function buildBench({ node, page }) {
  await ensureInstalled();
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  for (const mode of [...(node ? ['node'] : []), ...(page ? ['production'] : [])]) {
    const args = ['build', '--config', 'bench/vite.config.ts', '--mode', mode, '--logLevel=error'];
    const status = await run(process.execPath, [vite, ...args], { cwd: root, stdio: toStderr });
    if (status !== 0) throw new Error('What is to be measured does not build.');
  }
  if (!page) return;
  // Isolated pages are told the time to five microseconds, others to a hundred.
  const headers = ['Cache-Control: no-store', 'Cross-Origin-Opener-Policy: same-origin'];
  headers.push('Cross-Origin-Embedder-Policy: require-corp');
  const rule = `/*\n${headers.map((header) => `  ${header}\n`).join('')}`;
  writeFileSync(join(benchOutput, '_headers'), rule);
}
