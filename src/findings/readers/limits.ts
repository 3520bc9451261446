/*
 * What a report that comes from elsewhere may take. More than any report that a person reads, and
 * little enough for the page to stay alive.
 */

/** Bytes of a file. */
export const mostBytes = 64 * 1024 * 1024;

/** Findings that are kept of a report; those behind them are counted. */
export const mostFindings = 100_000;

/** Files that a report may be on; what belongs to others is left out, and that is told. */
export const mostFiles = 20_000;

/** Related places, edits and lines of source that one finding may have. */
export const mostParts = 100;

/** UTF-16 units of a text. */
export const mostText = 20_000;

/** A text of bearable length: the end of a longer one is cut off, with an ellipsis in its place. */
export function bounded(text: string): string {
  return text.length <= mostText ? text : `${text.slice(0, mostText - 1)}…`;
}
