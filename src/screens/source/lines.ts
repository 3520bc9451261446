import type { Span } from '../../findings/finding';

/** A place as editors count: both from 1, columns in UTF-16 units. */
export interface LineColumn {
  line: number;
  column: number;
}

/** A place that is known in every way. */
export interface KnownPlace extends LineColumn {
  /** Byte offset into the text's UTF-8 form. */
  text: number;
}

/**
 * Tells lines and columns from byte offsets and back, in texts that are too large to hold. Lines end
 * at LF, CR LF and a lone CR. Its methods reject as the text's `read` does.
 */
export interface Lines {
  /** The line and column of the byte at an offset; an offset past the end counts as the end. */
  positionOf(offset: number): Promise<LineColumn>;
  /**
   * The offset of a line and column. A column past the line's end gives the line's end (before its
   * CR or LF), a line past the last one the text's end.
   */
  offsetOf(place: LineColumn): Promise<number>;
  /** Bytes of the longest line, as far as lines between these offsets show it. */
  longestBetween(from: number, to: number): Promise<number>;
  /** Takes in a place that is known already, so that it need not be looked for. */
  learn(place: KnownPlace): void;
}

/** UTF-16 units of the character that a byte of UTF-8 begins; 0 for a byte within one. */
export function unitsAt(byte: number): number {
  if ((byte & 0xc0) === 0x80) return 0;
  return byte >= 0xf0 ? 2 : 1;
}

/** The span between two offsets into the UTF-8 form. Rejects as `positionOf` does. */
export async function spanBetween(lines: Lines, from: number, to: number): Promise<Span> {
  const start = await lines.positionOf(from);
  const end = await lines.positionOf(to);
  return {
    offset: from,
    endOffset: to,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
  };
}
