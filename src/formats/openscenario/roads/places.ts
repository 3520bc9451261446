import type { Span } from '../../../findings/finding';

/** The span of the `<` and the name of a start tag, from where its `<` stands. */
export function spanOf(tag: string, offset = 0, line = 1, column = 1): Span {
  const length = tag.length + 1;
  return {
    offset,
    endOffset: offset + length,
    line,
    column,
    endLine: line,
    endColumn: column + length,
  };
}
