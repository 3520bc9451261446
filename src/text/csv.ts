/**
 * Rows as comma-separated values (RFC 4180): lines end in CR LF, cells are quoted where need be. What
 * a spreadsheet would take for a formula, and carry out, gets an apostrophe in front, which shows it
 * as text; numbers stay numbers.
 */
export function csvOf(rows: Iterable<readonly string[]>): string {
  let text = '';
  for (const row of rows) text += csvLine(row);
  return text;
}

/** One row as comma-separated values, its line end included. */
export function csvLine(row: readonly string[]): string {
  return `${row.map(cell).join(',')}\r\n`;
}

/** The full-width forms are read as their narrow ones where East Asian texts are written. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/;
const number = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

function cell(text: string): string {
  const safe = formula.test(text) && !number.test(text) ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
