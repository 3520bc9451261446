// Everything that can be checked: installs what that needs, runs it all, whatever fails on the way,
// and ends with a line `N passed, N failed` over all of it.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser } from './lib/browser.mjs';
import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { main } from './lib/main.mjs';
import { root } from './lib/project.mjs';
import {
  sumOf,
  tallyOfBench,
  tallyOfFile,
  tallyOfPlaywright,
  tallyOfVitest,
} from './lib/results.mjs';
import { run } from './lib/run.mjs';
import { ensureWasm } from './lib/wasm.mjs';

/** @typedef {import('./lib/results.mjs').Tally} Tally */

const reports = join(root, 'test-results', 'reports');

/** @param {boolean} good */
const one = (good) => ({ passed: good ? 1 : 0, failed: good ? 0 : 1, skipped: 0 });

/**
 * Runs a tool that only says yes or no.
 *
 * @param {string} tool path below node_modules
 * @param {string[]} args
 * @returns {Promise<Tally>}
 */
async function tool(tool, ...args) {
  return one((await run(process.execPath, [inModules(tool), ...args], { cwd: root })) === 0);
}

/** @param {string} path */
function inModules(path) {
  return join(root, 'node_modules', path);
}

/**
 * @param {string} project
 * @returns {Promise<Tally>}
 */
async function vitest(project) {
  const file = join(reports, `${project}.json`);
  const args = ['run', '--project', project, '--reporter=default', '--reporter=json'];
  const status = await run(
    process.execPath,
    [inModules('vitest/vitest.mjs'), ...args, `--outputFile.json=${file}`],
    { cwd: root },
  );
  return tallyOfFile(file, status, tallyOfVitest);
}

/** @returns {Promise<Tally>} */
async function playwright() {
  await ensureBuilt('app');
  await ensureBrowser();
  const file = join(reports, 'e2e.json');
  const status = await run(
    process.execPath,
    [inModules('@playwright/test/cli.js'), 'test', '--reporter=list,json'],
    { cwd: root, env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: file } },
  );
  return tallyOfFile(file, status, tallyOfPlaywright);
}

/**
 * Speed and memory against the baseline that is committed, with bounds so wide that noise stays within.
 *
 * @returns {Promise<Tally>}
 */
async function bench() {
  const file = join(reports, 'bench.json');
  const args = [join(root, 'bench', 'run.mjs'), '--short', '--json', file];
  const status = await run(process.execPath, args, { cwd: root });
  return tallyOfFile(file, status, tallyOfBench);
}

/** @type {[name: string, work: () => Promise<Tally>][]} */
const steps = [
  ['tokenizer', async () => (await ensureWasm(), one(true))],
  ['lint', () => tool('eslint/bin/eslint.js', '.')],
  ['format', () => tool('prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.')],
  [
    'types',
    () =>
      tool('svelte-check/bin/svelte-check', '--tsconfig', './tsconfig.json', '--fail-on-warnings'),
  ],
  ['unit tests', () => vitest('unit')],
  ['conformance', () => vitest('conformance')],
  ['command line', async () => (await ensureBuilt('cli'), one(true))],
  ['end to end', playwright],
  ['bench, short form', bench],
];

await main(async () => {
  await ensureInstalled();
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  const results = [];
  for (const [name, work] of steps) {
    process.stdout.write(`\n── ${name} ${'─'.repeat(Math.max(0, 76 - name.length))}\n`);
    results.push({ name, tally: await outcome(work) });
  }
  process.stdout.write('\n');
  for (const { name, tally } of results) process.stdout.write(`${lineOf(name, tally)}\n`);
  const { passed, failed } = sumOf(results.map(({ tally }) => tally));
  process.exitCode = failed === 0 ? 0 : 1;
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
});

/**
 * A step that cannot even run has failed, and the others go on.
 *
 * @param {() => Promise<Tally>} work
 * @returns {Promise<Tally>}
 */
async function outcome(work) {
  try {
    return await work();
  } catch (error) {
    process.stdout.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return one(false);
  }
}

/**
 * @param {string} name
 * @param {Tally} tally
 */
function lineOf(name, { passed, failed, skipped }) {
  const parts = [`${passed} passed`];
  if (failed > 0) parts.push(`${failed} FAILED`);
  if (skipped > 0) parts.push(`${skipped} skipped`);
  return `${name.padEnd(19)}${parts.join(', ')}`;
}
