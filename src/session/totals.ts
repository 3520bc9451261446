import { addCounts } from '../findings/overview';
import { noCounts, type Counts } from '../findings/report';
import { isBystander, type FileEntry } from './entry.svelte';
import { standingOf, type Standing } from './fileList';

/** Several files taken together; bystanders count only as such. */
export interface Totals {
  files: number;
  bystanders: number;
  standings: Record<Standing, number>;
  counts: Counts;
  /** Bytes after unpacking, of the files that have a report. */
  size: number;
  elements: number;
  /** Files whose result came from an earlier check. */
  cached: number;
}

/** Adds up what the reports of some files say. */
export function totalsOf(entries: Iterable<FileEntry>): Totals {
  const totals: Totals = {
    files: 0,
    bystanders: 0,
    standings: { malformed: 0, invalid: 0, unsupported: 0, failed: 0, valid: 0, pending: 0 },
    counts: noCounts(),
    size: 0,
    elements: 0,
    cached: 0,
  };
  for (const entry of entries) {
    if (isBystander(entry)) {
      totals.bystanders++;
      continue;
    }
    totals.files++;
    totals.standings[standingOf(entry)]++;
    const { report } = entry;
    if (!report) continue;
    addCounts(totals.counts, report.counts);
    totals.size += report.size;
    totals.elements += report.elements;
    if (report.cached === true) totals.cached++;
  }
  return totals;
}
