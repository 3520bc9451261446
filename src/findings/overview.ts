import { grouped } from './grouped';
import type { Counts, FileReport, Verdict } from './report';
import { noCounts, overallVerdict } from './report';
import { capital } from './words';

/** Several reports taken together. */
export interface Overview {
  /** The worst of all verdicts. */
  verdict: Verdict;
  /** The verdict on all files in some words, such as `5 of 6 invalid`. */
  headline: string;
  /** Files by verdict. */
  verdicts: Record<Verdict, number>;
  counts: Counts;
  /** Bytes after unpacking. */
  size: number;
  elements: number;
}

/** Verdicts from the worst on. */
export const verdictOrder: readonly Verdict[] = ['malformed', 'invalid', 'unsupported', 'valid'];

/** Adds up what reports say. Without any report, nothing is valid: the verdict is `unsupported`. */
export function overviewOf(files: readonly FileReport[]): Overview {
  const verdicts: Record<Verdict, number> = { valid: 0, invalid: 0, malformed: 0, unsupported: 0 };
  const counts = noCounts();
  let size = 0;
  let elements = 0;
  for (const file of files) {
    verdicts[overallVerdict(file)]++;
    addCounts(counts, file.counts);
    size += file.size;
    elements += file.elements;
  }
  const verdict = verdictOrder.find((one) => verdicts[one] > 0) ?? 'unsupported';
  const headline = files.length === 1 ? capital(verdict) : headlineOf(verdicts, files.length);
  return { verdict, headline, verdicts, counts, size, elements };
}

/** Adds some counts to others. */
export function addCounts(to: Counts, more: Counts): void {
  to.critical += more.critical;
  to.error += more.error;
  to.warning += more.warning;
  to.info += more.info;
}

/** How many of some files stand how, in some words; files without a verdict are not valid. */
export function headlineOf(verdicts: Readonly<Record<Verdict, number>>, files: number): string {
  if (files === 0) return 'No files';
  const bad = verdicts.malformed + verdicts.invalid;
  if (bad > 0) return `${grouped(bad)} of ${grouped(files)} invalid`;
  if (verdicts.valid < files) return `${grouped(verdicts.valid)} of ${grouped(files)} valid`;
  return files === 1 ? 'Valid' : `All ${grouped(files)} valid`;
}
