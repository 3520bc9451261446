// Measures tokenizing and checking beside other parsers, in Node.js and in a Chromium worker:
//
//   npm run bench [-- --sizes 50KB,500KB,5MB,50MB] [--in node,browser,app] [--quick]
//
// The documents are made up and valid; figures are millions of bytes a second, medians of warm runs,
// with half the distance between the quartiles. Each contestant has a process or a page of its own.
// `app` opens the largest document in the built app and tells what a person sees of that.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { browserArgs, ensureBrowser } from '../scripts/lib/browser.mjs';
import { ensureInstalled } from '../scripts/lib/install.mjs';
import { main } from '../scripts/lib/main.mjs';
import { root } from '../scripts/lib/project.mjs';
import { run, toStderr } from '../scripts/lib/run.mjs';
import { serveFolder } from '../scripts/lib/server.mjs';
import { experience } from './app.mjs';
import { table } from './table.mjs';

const tokenizing = 'Scrutineer, tokenizing';
const structure = 'Scrutineer, tokenizing and structure';
const contestants = [
  tokenizing,
  structure,
  'Scrutineer, from Blob to report',
  'saxes',
  'fast-xml-parser, to objects',
  'libxml2-wasm, to a DOM',
  'libxml2-wasm, to a DOM and XSD',
];
const inPagesOnly = ['DOMParser, to a DOM (main thread)'];

const xsdFile = join(root, '..', 'shared', 'xsd', 'OpenSCENARIO_1.2.0.xsd');

/** @typedef {import('./tasks').Task} Task */
/** @typedef {import('./tasks').Result} Result */
/** @typedef {(task: Task) => Promise<Result[] | null>} Perform */

/** Measures in a process of its own, so that no contestant pays for another's garbage. */
/** @type {Perform} */
function performInNode(task) {
  const child = spawn(
    process.execPath,
    ['--max-old-space-size=6144', join(root, 'dist', 'bench', 'node', 'node.js')],
    { stdio: ['pipe', 'pipe', 'inherit'], cwd: root },
  );
  child.stdin.end(JSON.stringify(task));
  return new Promise((resolve, reject) => {
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text) => (output += text));
    child.on('error', reject);
    child.on('close', (status) => {
      if (status === 0) resolve(JSON.parse(output));
      else reject(new Error(`its process ended with ${status}`));
    });
  });
}

/**
 * @param {(browser: import('playwright').Browser) => Promise<void>} work
 */
async function withBrowser(work) {
  const executablePath = await ensureBrowser();
  const { chromium } = await import('playwright');
  const browser = await chromium.launch({ executablePath, args: browserArgs });
  try {
    await work(browser);
  } finally {
    await browser.close();
  }
}

/**
 * Gives the work something that measures in pages of this browser.
 *
 * @param {import('playwright').Browser} browser
 * @param {(perform: Perform) => Promise<void>} work
 */
async function withPages(browser, work) {
  const folder = join(root, 'dist', 'bench', 'page');
  writeFileSync(join(folder, '_headers'), '/*\n  Cache-Control: no-store\n');
  const server = await serveFolder(folder, 0);
  try {
    await work(async (task) => {
      const page = await browser.newPage();
      page.setDefaultTimeout(0);
      try {
        await page.goto(server.url);
        await page.waitForFunction(() => window.measureTask !== undefined);
        return await page.evaluate((given) => window.measureTask?.(given) ?? null, task);
      } finally {
        await page.close();
      }
    });
  } finally {
    await server.close();
  }
}

/**
 * @param {Perform} perform
 * @param {string[]} names
 * @param {Omit<Task, 'contestant'>} common
 * @param {string[]} headings
 */
async function race(perform, names, common, headings) {
  const rows = [];
  for (const name of names) {
    process.stderr.write(`  ${name} …\n`);
    rows.push({ name, results: await outcome(() => perform({ ...common, contestant: name })) });
  }
  process.stdout.write(`${table(headings, rows)}\n`);
}

/**
 * @param {() => Promise<Result[] | null>} work
 * @returns {Promise<Result[] | string>}
 */
async function outcome(work) {
  try {
    return (await work()) ?? 'left out: ASAM’s schema is not at hand';
  } catch (error) {
    return `failed: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** @param {string} text such as `500KB` */
function bytesOf(text) {
  const match = /^(\d+(?:\.\d+)?)\s*(K|M)?B?$/i.exec(text.trim());
  if (!match) throw new Error(`${text} is not a size.`);
  return Number(match[1]) * { K: 1e3, M: 1e6, '': 1 }[(match[2] ?? '').toUpperCase()];
}

await main(async () => {
  const { values } = parseArgs({
    options: {
      sizes: { type: 'string', default: '50KB,500KB,5MB,50MB' },
      in: { type: 'string', default: 'node,browser,app' },
      quick: { type: 'boolean', default: false },
    },
  });
  const sizes = values.sizes.split(',');
  const places = values.in.split(',');
  await ensureInstalled();
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  for (const mode of ['node', 'production']) {
    const args = ['build', '--config', 'bench/vite.config.ts', '--mode', mode, '--logLevel=warn'];
    const status = await run(process.execPath, [vite, ...args], { cwd: root, stdio: toStderr });
    if (status !== 0) throw new Error('What is to be measured does not build.');
  }
  const common = {
    xsd: existsSync(xsdFile) ? readFileSync(xsdFile, 'utf8') : null,
    patience: values.quick
      ? { warmUp: 100, measure: 300, fewest: 3, most: 20 }
      : { warmUp: 500, measure: 1500, fewest: 5, most: 200 },
  };
  const bySize = {
    ...common,
    documents: sizes.map((size) => ({ profile: 'mixed', bytes: bytesOf(size) })),
  };
  const kinds = ['traffic', 'events', 'trajectories'];
  const byKind = { ...common, documents: kinds.map((profile) => ({ profile, bytes: 5e6 })) };
  /** @param {Perform} perform @param {string[]} names */
  const measure = async (perform, names) => {
    await race(perform, names, bySize, sizes);
    await race(
      perform,
      [tokenizing, structure],
      byKind,
      kinds.map((kind) => `5MB ${kind}`),
    );
  };
  process.stdout.write(`${cpus()[0]?.model ?? 'Unknown processor'}, ${cpus().length} cores\n`);
  if (places.includes('node')) {
    process.stdout.write(`\nNode.js ${process.versions.node}, MB/s\n`);
    await measure(performInNode, contestants);
  }
  if (!places.includes('browser') && !places.includes('app')) return;
  await withBrowser(async (browser) => {
    if (places.includes('browser')) {
      process.stdout.write(`\nChromium ${browser.version()}, in a worker, MB/s\n`);
      await withPages(browser, (perform) => measure(perform, [...contestants, ...inPagesOnly]));
    }
    if (places.includes('app')) await tellExperience(browser, sizes.at(-1) ?? '5MB');
  });
});

/**
 * @param {import('playwright').Browser} browser
 * @param {string} size
 */
async function tellExperience(browser, size) {
  /** @type {typeof import('./scenario')} */
  const { scenario } = await import(
    pathToFileURL(join(root, 'dist', 'bench', 'node', 'scenario.js')).href
  );
  const seen = await experience(browser, scenario(bytesOf(size), 'mixed'));
  const ms = (/** @type {number} */ value) => `${Math.round(value)} ms`.padStart(10);
  const mb = (/** @type {number} */ value) => `${(value / 1e6).toFixed(1)} MB`.padStart(10);
  process.stdout.write(
    [
      `\nThe app in Chromium ${browser.version()}, with a file of ${size}`,
      `first elements on the screen    ${ms(seen.elements)}`,
      `verdict                         ${ms(seen.verdict)}`,
      `longest task of the main thread ${seen.tasks === 0 ? '   < 50 ms' : ms(seen.longest)}`,
      `tasks over 50 ms                ${String(seen.tasks).padStart(7)}`,
      `memory of the page before       ${mb(seen.heap)}`,
      `with the file                   ${mb(seen.heapWith)}`,
      `after closing it                ${mb(seen.heapAfter)}`,
      '',
    ].join('\n'),
  );
}
