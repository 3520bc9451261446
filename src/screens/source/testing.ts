import type { SourceText } from './sourceText';

/** A UTF-8 text in memory, for tests. */
export function sourceTextOf(text: string): SourceText {
  const bytes = new TextEncoder().encode(text);
  return {
    size: bytes.length,
    mark: text.startsWith('\ufeff') ? 3 : 0,
    encoding: 'UTF-8',
    sameOffsets: true,
    read: (start, end) => Promise.resolve(bytes.slice(start, end)),
  };
}
