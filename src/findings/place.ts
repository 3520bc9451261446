import type { ExcerptLine } from './excerpt';
import type { RelatedPlace, Span } from './finding';
import type { ExcerptOf } from './text';

/** Where something is: a finding, or another place that explains it. */
export type Place = Pick<RelatedPlace, 'path' | 'span'>;

/** True where a span stands for the file as a whole: one of no bytes at the very start. */
export function isWholeFile({ endOffset }: Span): boolean {
  return endOffset === 0;
}

/** A place as compilers write it, `path:line:column`; the path alone for a file as a whole. */
export function placeText({ path, span }: Place): string {
  return isWholeFile(span) ? path : `${path}:${span.line}:${span.column}`;
}

/** The source lines of a place; none for a file as a whole, or where they cannot be had. */
export function excerptAt({ path, span }: Place, excerptOf: ExcerptOf | null): ExcerptLine[] {
  return isWholeFile(span) ? [] : (excerptOf?.(path, span) ?? []);
}
