/** The number that a text stands for as a `double` of XML Schema; NaN where it is none. */
export function doubleOf(text: string): number {
  const trimmed = text.trim();
  if (trimmed === 'INF') return Infinity;
  if (trimmed === '-INF') return -Infinity;
  return trimmed === '' ? NaN : Number(trimmed);
}
