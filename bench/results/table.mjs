import { figuresOf } from './results.mjs';

/** Below this a document's time says more than its speed. */
const smallDocument = 20_000;

/**
 * Races of one place side by side: a line a contestant, a column a document. A cell has the speed in
 * MB/s (of small documents the time), half the quartiles' distance, and how many times as fast it was
 * as libxml2-wasm at the same job. Why somebody failed is told below.
 *
 * @param {readonly import('./results.mjs').Race[]} races
 * @param {readonly import('../contest/host').Description[]} contestants
 * @returns {string}
 */
export function raceTable(races, contestants) {
  const rows = contestants
    .map(({ name, schema }) => [name, ...races.map((race) => cellOf(race, name, schema))])
    .filter(([, ...cells]) => cells.some((cell) => cell !== ''));
  const failures = races.flatMap(({ document, rows: all }) =>
    all.flatMap((row) =>
      'failed' in row ? [`${row.name}, ${document.title}: ${row.failed}`] : [],
    ),
  );
  return [table(['', ...races.map(({ document }) => document.title)], rows), ...failures].join(
    '\n',
  );
}

/**
 * Columns of text: the first to the left, the others to the right, unless told.
 *
 * @param {readonly string[]} headings
 * @param {readonly (readonly string[])[]} rows
 * @param {readonly number[]} [left] columns that stand to the left
 * @returns {string}
 */
export function table(headings, rows, left = [0]) {
  const all = headings.every((heading) => heading === '') ? rows : [headings, ...rows];
  const widths = headings.map((_, column) =>
    Math.max(...all.map((row) => row[column]?.length ?? 0)),
  );
  return all
    .map((row) =>
      row
        .map((cell, column) =>
          left.includes(column)
            ? cell.padEnd(widths[column] ?? 0)
            : cell.padStart(widths[column] ?? 0),
        )
        .join('   ')
        .trimEnd(),
    )
    .join('\n');
}

/**
 * @param {import('./results.mjs').Race} race
 * @param {string} name
 * @param {boolean} schema
 */
function cellOf(race, name, schema) {
  const figures = figuresOf(race, name, schema);
  if (typeof figures === 'string') return figures.startsWith('failed') ? 'failed' : figures;
  const { ms, speed, times } = figures;
  const value = race.document.bytes < smallDocument ? timeWord(ms.median) : speedWord(speed);
  const spread = `±${String(Math.round(ms.spread * 100)).padStart(2)}%`;
  const ratio = times === null ? '' : `${times.toPrecision(times < 10 ? 2 : 3)}×`;
  return `${value} ${spread} ${ratio.padStart(6)}`;
}

/**
 * A speed in MB/s.
 *
 * @param {number} speed
 * @returns {string}
 */
export function speedWord(speed) {
  return speed < 100 ? speed.toFixed(1) : Math.round(speed).toLocaleString('en');
}

/**
 * A duration with its unit.
 *
 * @param {number} ms
 * @returns {string}
 */
export function timeWord(ms) {
  if (ms >= 1000) return `${(ms / 1000).toFixed(2)} s`;
  return ms >= 1 ? `${ms.toPrecision(3)} ms` : `${(ms * 1000).toPrecision(3)} µs`;
}

/**
 * Memory in MB.
 *
 * @param {number} bytes
 * @returns {string}
 */
export function memoryWord(bytes) {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
