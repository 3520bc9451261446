/** Rows looked at to tell what a column holds. */
const sample = 50;

/** Whether a column holds numbers, as far as its first cells show; empty ones say nothing. */
export function isNumeric(rows: readonly (readonly string[])[], column: number): boolean {
  const cells = rows.slice(0, sample).map((row) => row[column] ?? '');
  const told = cells.filter((cell) => cell !== '');
  return (
    told.length > 0 && told.every((cell) => /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(cell))
  );
}
