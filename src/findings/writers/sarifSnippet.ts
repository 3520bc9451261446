import type { Region } from 'sarif';
import type { ExcerptLine } from '../excerpt';
import type { Span } from '../finding';

/** Whole lines of source as a snippet. */
export function snippetText(lines: readonly ExcerptLine[]): string {
  return lines.map(({ text }) => text).join('\n');
}

/**
 * The lines of a snippet of whole lines, with the part of each that lies in the span marked. As in an
 * excerpt, the indentation of the span's later lines is not.
 */
export function linesOfSnippet(
  span: Span,
  { startLine, snippet }: Pick<Region, 'startLine' | 'snippet'>,
): ExcerptLine[] {
  if (startLine === undefined || snippet?.text === undefined) return [];
  return snippet.text.split(/\r\n|\r|\n/).map((text, index) => {
    const number = startLine + index;
    return { number, text, cutBefore: false, cutAfter: false, mark: markIn(number, text, span) };
  });
}

function markIn(number: number, text: string, span: Span): ExcerptLine['mark'] {
  if (number < span.line || number > span.endLine) return null;
  const indent = text.length - text.trimStart().length;
  const from = Math.min(number === span.line ? span.column - 1 : indent, text.length);
  const to = number === span.endLine ? span.endColumn - 1 : text.length;
  return { from, to: Math.max(from, Math.min(to, text.length)) };
}

/** Whether lines are the same, and marked the same. */
export function sameLines(a: readonly ExcerptLine[], b: readonly ExcerptLine[]): boolean {
  return (
    a.length === b.length &&
    a.every((line, index) => {
      const other = b[index];
      return (
        other?.number === line.number &&
        other.text === line.text &&
        other.cutBefore === line.cutBefore &&
        other.cutAfter === line.cutAfter &&
        other.mark?.from === line.mark?.from &&
        other.mark?.to === line.mark?.to
      );
    })
  );
}
