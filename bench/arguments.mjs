import { parseArgs } from 'node:util';
import { bytesOf } from './documents/catalogue.mjs';

/** Where there is something to measure. */
export const allPlaces = /** @type {const} */ (['node', 'browser', 'app']);

/** @typedef {(typeof allPlaces)[number]} PlaceName */

/**
 * What is asked of the benchmarks.
 *
 * @typedef {object} BenchOptions
 * @property {number[]} sizes bytes
 * @property {PlaceName[]} places
 * @property {boolean} quick
 * @property {boolean} short
 * @property {string | null} json file to write the results to
 * @property {string | null} html likewise, as a page
 * @property {string | null} from results to make the page of, instead of measuring
 * @property {string | null} compare baseline to compare with
 * @property {string | null} saveBaseline file to write a baseline to
 * @property {boolean} help
 */

export const benchHelp = `Measures reading and checking beside other parsers.

  npm run bench [-- OPTIONS]

  --sizes 50KB,500KB,5MB,50MB   sizes of the documents; 500MB and 1GB are read from disk
  --in node,browser,app         where: Node.js, a worker in Chromium, the built app
  --quick                       fewer runs
  --json FILE                   writes the results
  --html FILE                   writes them as a page with plots
  --from FILE                   makes the page of results written earlier
  --save-baseline FILE          measures what baselines consist of, and writes one
  --compare FILE                compares with a baseline; status 1 where something became worse
  --short                       a comparison in less than a minute, with wide bounds, in Node.js

Figures are medians with half the distance between the quartiles, in millions of bytes a
second, beside how many times as fast that is as libxml2-wasm at the same job. bench/README.md
tells more.
`;

/**
 * Reads the arguments. Throws an Error whose message can be shown.
 *
 * @param {readonly string[]} args
 * @returns {BenchOptions}
 */
export function readArguments(args) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      sizes: { type: 'string', default: '50KB,500KB,5MB,50MB' },
      in: { type: 'string' },
      quick: { type: 'boolean', default: false },
      short: { type: 'boolean', default: false },
      json: { type: 'string' },
      html: { type: 'string' },
      from: { type: 'string' },
      compare: { type: 'string' },
      'save-baseline': { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const compares =
    values.short || values.compare !== undefined || values['save-baseline'] !== undefined;
  return {
    sizes: values.sizes.split(',').map(bytesOf),
    places: placesOf(values.in ?? (compares ? 'node' : allPlaces.join(','))),
    quick: values.quick,
    short: values.short,
    json: values.json ?? null,
    html: values.html ?? null,
    from: values.from ?? null,
    compare: values.compare ?? null,
    saveBaseline: values['save-baseline'] ?? null,
    help: values.help,
  };
}

/** @param {string} text @returns {PlaceName[]} */
function placesOf(text) {
  return text.split(',').map((word) => {
    const place = allPlaces.find((one) => one === word.trim());
    if (!place) throw new Error(`There is no place “${word}”; there are ${allPlaces.join(', ')}.`);
    return place;
  });
}
