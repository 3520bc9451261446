import type { StructureIssue } from '../schema/issue';
import { nearest } from '../schema/nearest';
import type { Issue } from './tokenizer';

/** An issue in numbers, and in names. */
export interface NamedIssue {
  issue: Issue;
  named: StructureIssue;
}

/**
 * A misspelt attribute is unknown, and the one that was meant is missing: one mistake. Where the
 * two stand in one tag and are alike, only the unknown one is told.
 */
export function mergeMisspelt(issues: readonly NamedIssue[]): NamedIssue[] {
  const missing = new Map<number, NamedIssue[]>();
  for (const each of issues) {
    if (each.named.kind !== 'missing-attribute') continue;
    const others = missing.get(each.issue.tag);
    if (others) others.push(each);
    else missing.set(each.issue.tag, [each]);
  }
  const dropped = new Set<NamedIssue>();
  for (const { issue, named } of issues) {
    if (named.kind !== 'unknown-attribute') continue;
    const candidates = (missing.get(issue.tag) ?? []).filter((each) => !dropped.has(each));
    const names = candidates.map((each) => each.named.attribute ?? '');
    const meant = nearest(named.attribute ?? '', names);
    const twin = candidates.find((each) => each.named.attribute === meant);
    if (meant !== null && twin) dropped.add(twin);
  }
  return issues.filter((each) => !dropped.has(each));
}
