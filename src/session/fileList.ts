import { overallVerdict, type Verdict } from '../findings/report';
import { isBystander, type FileEntry } from './entry.svelte';

export const fileColumns = [
  'verdict',
  'path',
  'version',
  'kind',
  'errors',
  'warnings',
  'size',
  'time',
] as const;
export type FileColumn = (typeof fileColumns)[number];

export interface FileSort {
  column: FileColumn;
  descending: boolean;
}

/** The verdicts, and the two states of a file that has none. */
export const standings = [
  'malformed',
  'invalid',
  'unsupported',
  'failed',
  'valid',
  'pending',
] as const;
export type Standing = (typeof standings)[number];

/** What a file's row says first: its verdict, or why there is none yet. */
export function standingOf(entry: FileEntry): Standing {
  if (entry.report) return overallVerdict(entry.report);
  return entry.pending ? 'pending' : 'failed';
}

export interface FileFilter {
  /** Must occur in the path, ignoring case. */
  text: string;
  /** Only files that stand like this; null for all. */
  standing: Standing | null;
  /** Whether files that are no scenarios and merely lay beside them are listed too. */
  bystanders: boolean;
}

export interface FileList {
  /** The files to show, in order. */
  shown: FileEntry[];
  /** Files by standing, bystanders left out, before any filter. */
  standings: Record<Standing, number>;
  /** How many bystanders there are. */
  bystanders: number;
}

/**
 * Filters and sorts the files. The given order is the order they came in and decides among equals;
 * without a sort it is kept, so that nothing moves while results come in.
 */
export function listFiles(
  entries: readonly FileEntry[],
  filter: FileFilter,
  sort: FileSort | null,
): FileList {
  const counts: Record<Standing, number> = {
    malformed: 0,
    invalid: 0,
    unsupported: 0,
    failed: 0,
    valid: 0,
    pending: 0,
  };
  const text = filter.text.trim().toLowerCase();
  const shown: FileEntry[] = [];
  let bystanders = 0;
  for (const entry of entries) {
    const standing = standingOf(entry);
    if (isBystander(entry)) {
      bystanders++;
      if (!filter.bystanders) continue;
    } else {
      counts[standing]++;
    }
    if (filter.standing !== null && standing !== filter.standing) continue;
    if (text !== '' && !entry.path.toLowerCase().includes(text)) continue;
    shown.push(entry);
  }
  if (sort) sortFiles(shown, sort);
  return { shown, standings: counts, bystanders };
}

function sortFiles(entries: FileEntry[], { column, descending }: FileSort): void {
  const keys = new Map(entries.map((entry) => [entry, sortKey(entry, column)]));
  const sign = descending ? -1 : 1;
  entries.sort((a, b) => {
    const x = keys.get(a) ?? null;
    const y = keys.get(b) ?? null;
    if (x === y) return 0;
    // What is not known yet goes last, whichever way the rest is sorted.
    if (x === null) return 1;
    if (y === null) return -1;
    return x < y ? -sign : sign;
  });
}

const verdictRank: Record<Verdict, number> = { malformed: 0, invalid: 1, unsupported: 2, valid: 3 };

function sortKey(entry: FileEntry, column: FileColumn): string | number | null {
  const { report } = entry;
  if (column === 'path') return entry.sortKey;
  if (!report) return column === 'size' && entry.source ? entry.weight : null;
  switch (column) {
    case 'verdict':
      return verdictRank[overallVerdict(report)];
    case 'version':
      return report.version;
    case 'kind':
      return report.kind;
    case 'errors':
      return report.counts.error + report.counts.critical;
    case 'warnings':
      return report.counts.warning;
    case 'size':
      return report.size;
    case 'time':
      return report.ms;
  }
}
