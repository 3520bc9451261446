import type { ExcerptLine } from './excerpt';
import { layOut } from './terminal';

/** A source line laid out in columns, for a font whose characters are equally wide. */
export interface ExcerptRow {
  number: string;
  text: string;
  /** The columns (0-based, the end exclusive, at least one) that are to be marked, if any are. */
  mark: { from: number; to: number } | null;
}

/** Lays out source lines: tabs become spaces, and what was cut off an ellipsis. */
export function excerptRows(lines: readonly ExcerptLine[]): ExcerptRow[] {
  return lines.map(({ number, text, mark, cutBefore, cutAfter }) => {
    const before = cutBefore ? '…' : '';
    const laid = layOut(text);
    const column = (at: number): number => before.length + (laid.columns[at] ?? 0);
    const from = mark ? column(mark.from) : 0;
    return {
      number: String(number),
      text: `${before}${laid.text}${cutAfter ? '…' : ''}`,
      mark: mark && { from, to: Math.max(from + 1, column(mark.to)) },
    };
  });
}

/** Source lines as plain text, each with its number in front, and the place marked below. */
export function excerptText(lines: readonly ExcerptLine[]): string[] {
  const rows = excerptRows(lines);
  const width = Math.max(0, ...rows.map(({ number }) => number.length));
  return rows.flatMap(({ number, text, mark }) => {
    const line = `${number.padStart(width)} | ${text}`.trimEnd();
    if (!mark) return [line];
    const { from, to } = mark;
    return [line, `${' '.repeat(width)} | ${' '.repeat(from)}${'^'.repeat(to - from)}`];
  });
}
