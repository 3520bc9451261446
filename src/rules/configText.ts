import type { Span } from '../findings/finding';

const encoder = new TextEncoder();

const lineEnd = /\r\n|\r|\n/;

/**
 * The span between two places of a whole text, given in UTF-16 units. `mark`: bytes of the byte order
 * mark that stood in front of the text.
 */
export function spanInText(text: string, start: number, end: number, mark: number): Span {
  const from = placeOf(text, start);
  const to = placeOf(text, end);
  return {
    offset: mark + encoder.encode(text.slice(0, start)).length,
    endOffset: mark + encoder.encode(text.slice(0, end)).length,
    line: from.line,
    column: from.column,
    endLine: to.line,
    endColumn: to.column,
  };
}

function placeOf(text: string, at: number): { line: number; column: number } {
  const lines = text.slice(0, at).split(lineEnd);
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}
