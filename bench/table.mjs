import { speedOf } from './statistics.mjs';

/**
 * One line of the table: a contestant, and what came of each document or why nothing did.
 *
 * @typedef {{ name: string, results: import('./tasks').Result[] | string }} Row
 */

/**
 * The results as a table: speeds with their spread, right-aligned; reasons in the place of speeds.
 *
 * @param {readonly string[]} headings one a document
 * @param {readonly Row[]} rows
 * @returns {string}
 */
export function table(headings, rows) {
  const cells = rows.map(({ results }) =>
    typeof results === 'string' ? results : results.map(cellOf),
  );
  const first = Math.max(...rows.map(({ name }) => name.length));
  const widths = headings.map((heading, column) =>
    Math.max(
      heading.length,
      ...cells.map((row) => (typeof row === 'string' ? 0 : (row[column]?.length ?? 0))),
    ),
  );
  /** @param {string} name @param {string | readonly string[]} row */
  const line = (name, row) => {
    const columns =
      typeof row === 'string'
        ? [row]
        : row.map((cell, column) => cell.padStart(widths[column] ?? 0));
    return [name.padEnd(first), ...columns].join('  ');
  };
  const body = rows.map(({ name }, index) => line(name, cells[index] ?? ''));
  return [line('', headings), ...body].join('\n');
}

/** @param {import('./tasks').Result} result */
function cellOf(result) {
  if ('failed' in result) return `failed: ${result.failed}`;
  const { median, spread } = speedOf(result.bytes, result.runs);
  const digits = median < 100 ? 1 : 0;
  return `${median.toFixed(digits)} ±${String(Math.round(spread * 100)).padStart(2)}%`;
}
