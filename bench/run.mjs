// Measures reading and checking beside other parsers: `npm run bench -- --help` tells how.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { main } from '../scripts/lib/main.mjs';
import { root } from '../scripts/lib/project.mjs';
import { benchHelp, readArguments } from './arguments.mjs';
import { writeBaseline } from './compare/baseline.mjs';
import { compare, compareInShort, hasRegression } from './compare/compare.mjs';
import { measureMetrics, thoroughness } from './compare/measure.mjs';
import { buildBench } from './drive/build.mjs';
import { fullRun } from './full.mjs';
import { resultsPage } from './results/page.mjs';

/** What the short form compares with unless told otherwise. */
const committedBaseline = join(root, 'bench', 'baseline.json');

await main(async () => {
  const options = readArguments(process.argv.slice(2));
  if (options.help) {
    process.stdout.write(benchHelp);
    return;
  }
  if (options.short || options.compare !== null || options.saveBaseline !== null) {
    await withBaseline(options);
    return;
  }
  const results = options.from === null ? await measured(options) : readResults(options.from);
  if (options.json !== null) writeFileSync(options.json, `${JSON.stringify(results, null, 1)}\n`);
  if (options.html !== null) writeFileSync(options.html, resultsPage(results));
});

/**
 * Writes a baseline, or compares with one. The exit status says whether something became worse.
 *
 * @param {import('./arguments.mjs').BenchOptions} options
 */
async function withBaseline({ places, short, compare: given, saveBaseline, json }) {
  const threads = places.filter((place) => place !== 'app');
  await buildBench({ node: true, page: !short && threads.includes('browser') });
  if (saveBaseline !== null) {
    writeBaseline(saveBaseline, await measureMetrics(threads, thoroughness.full));
    return;
  }
  const file = given ?? committedBaseline;
  const judgements = short ? await compareInShort(file) : await compare(file, threads);
  if (json !== null) writeFileSync(json, `${JSON.stringify(judgements, null, 1)}\n`);
  if (hasRegression(judgements)) process.exitCode = 1;
}

/** @param {import('./arguments.mjs').BenchOptions} options */
async function measured(options) {
  // The generator of documents is built for Node.js, wherever they are read.
  await buildBench({ node: true, page: options.places.includes('browser') });
  return fullRun(options);
}

/** @param {string} file @returns {import('./results/results.mjs').Results} */
function readResults(file) {
  const results = JSON.parse(readFileSync(file, 'utf8'));
  if (results?.format !== 'scrutineer-bench' || results.version !== 1) {
    throw new Error(`${file} holds no results of these benchmarks.`);
  }
  return results;
}
