import type { Finding } from './finding';

/** Sorted copies by what they were sorted from: lists are asked for again with every key of a filter. */
const sorted = new WeakMap<readonly Finding[], readonly Finding[]>();

/**
 * A file's findings in the order of their places. They are found level by level, and what a level
 * finds is told at the end of what it is about. The same array where nothing is to be moved.
 */
export function byPlace(findings: readonly Finding[]): readonly Finding[] {
  let ordered = sorted.get(findings);
  if (!ordered) {
    const isOrdered = findings.every(
      ({ span }, at) => at === 0 || (findings[at - 1]?.span.offset ?? 0) <= span.offset,
    );
    ordered = isOrdered ? findings : findings.toSorted((a, b) => a.span.offset - b.span.offset);
    sorted.set(findings, ordered);
  }
  return ordered;
}
