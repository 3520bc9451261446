import type { ExcerptLine } from './excerpt';
import type { RelatedPlace } from './finding';
import { concernsWholeFile } from './finding';
import type { ExcerptOf } from './text';

/** Where something is: a finding, or another place that explains it. */
export type Place = Pick<RelatedPlace, 'path' | 'span'>;

/** A place as compilers write it, `path:line:column`; the path alone for a file as a whole. */
export function placeText({ path, span }: Place): string {
  return concernsWholeFile(span) ? path : `${path}:${span.line}:${span.column}`;
}

/** The source lines of a place; none for a file as a whole, or where they cannot be had. */
export function excerptAt({ path, span }: Place, excerptOf: ExcerptOf | null): ExcerptLine[] {
  return concernsWholeFile(span) ? [] : (excerptOf?.(path, span) ?? []);
}
