import type { Span } from '../../finding';
import { type BytesIn, WrongBytes } from './bytesIn';
import type { BytesOut } from './bytesOut';

/** What a place is told from: the one before it. */
export type Place = Pick<Span, 'offset' | 'line' | 'column'>;

/** Where every file begins. */
export const fileStart: Place = { offset: 0, line: 1, column: 1 };

/**
 * A span, as seen from a place near it: lines on; the column; bytes beyond what the columns tell,
 * where it is the same line. Most spans lie in one line and have a byte for each column: their length
 * alone follows, doubled. Of others it is the lines that they go on for, doubled and one, then the
 * last column, and the bytes.
 */
export function writeSpan(out: BytesOut, span: Span, from: Place): void {
  out.signed(span.line - from.line);
  out.count(span.column - 1);
  out.signed(span.offset - expectedOffset(span, from));
  const lines = span.endLine - span.line;
  const columns = span.endColumn - span.column;
  const bytes = span.endOffset - span.offset;
  if (lines === 0 && columns === bytes) {
    out.count(2 * bytes);
  } else {
    out.count(2 * lines + 1);
    out.count(span.endColumn - 1);
    out.count(bytes);
  }
}

/** Reads what `writeSpan` wrote. Throws EndOfBytes or WrongBytes. */
export function readSpan(from: BytesIn, near: Place): Span {
  const line = inFile(near.line + from.signed(), 1);
  const column = inFile(from.count() + 1, 1);
  const offset = inFile(expectedOffset({ line, column }, near) + from.signed(), 0);
  const shape = from.count();
  if (shape % 2 === 0) {
    const endColumn = inFile(column + shape / 2, 1);
    return {
      offset,
      endOffset: inFile(offset + shape / 2, 0),
      line,
      column,
      endLine: line,
      endColumn,
    };
  }
  const endLine = inFile(line + (shape - 1) / 2, 1);
  const endColumn = inFile(from.count() + 1, endLine === line ? column : 1);
  return { offset, endOffset: inFile(offset + from.count(), 0), line, column, endLine, endColumn };
}

function expectedOffset(at: Pick<Span, 'line' | 'column'>, from: Place): number {
  return from.offset + (at.line === from.line ? at.column - from.column : 0);
}

function inFile(value: number, least: number): number {
  if (value >= least && Number.isSafeInteger(value)) return value;
  throw new WrongBytes('A place lies outside of every file');
}
