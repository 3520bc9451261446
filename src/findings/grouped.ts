/**
 * A whole number with its digits in groups: `1,234,567`. The platform's own formatter takes longer
 * to load than most files to check.
 */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** A count with its noun: `1 file`, `12,345 files`. */
export function countOf(count: number, noun: string): string {
  return `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`;
}
