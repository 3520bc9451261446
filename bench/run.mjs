// Measures reading and checking beside other parsers: `npm run bench -- --help` tells how.
import { readFileSync, writeFileSync } from 'node:fs';
import { main } from '../scripts/lib/main.mjs';
import { benchHelp, readArguments } from './arguments.mjs';
import { buildBench } from './drive/build.mjs';
import { fullRun } from './full.mjs';
import { resultsPage } from './results/page.mjs';

await main(async () => {
  const options = readArguments(process.argv.slice(2));
  if (options.help) {
    process.stdout.write(benchHelp);
    return;
  }
  const results = options.from === null ? await measured(options) : readResults(options.from);
  if (options.json !== null) writeFileSync(options.json, `${JSON.stringify(results, null, 1)}\n`);
  if (options.html !== null) writeFileSync(options.html, resultsPage(results));
});

/** @param {import('./arguments.mjs').BenchOptions} options */
async function measured(options) {
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
