import type { Finding, Severity } from './finding';
import { countOf, grouped } from './grouped';

/**
 * What syntax and structure say of a file: `unsupported` means that no schema exists for what it
 * declares (or that it is no scenario at all), `malformed` that it cannot be read as XML.
 */
export type Verdict = (typeof verdicts)[number];
export const verdicts = ['valid', 'invalid', 'malformed', 'unsupported'] as const;

/** Findings of one file by severity; each finding is counted once, under its own severity. */
export type Counts = Record<Severity, number>;

/** Everything a check says about one file. */
export interface FileReport {
  path: string;
  /** Id of the pack that read it, or `null` where no pack claims the bytes. */
  format: string | null;
  /** The version that the file declares, as the pack spells it (`1.2`), or `null`. */
  version: string | null;
  /** What the file is within its format (`scenario`, `catalog`, …), or what it seems to be. */
  kind: string | null;
  verdict: Verdict;
  counts: Counts;
  findings: Finding[];
  /** Findings counted in `counts` but not kept, because a file may carry at most so many. */
  omitted: number;
  /** Bytes of the file after unpacking. */
  size: number;
  /** Elements read. */
  elements: number;
  /** Duration of the check in milliseconds, waiting in a queue excluded. */
  ms: number;
  /** True when the report comes from an earlier check of the same content. */
  cached?: boolean;
  /** SHA-256 of the bytes as they came (packed, where they are packed), in hex, where it was taken. */
  hash?: string;
}

/** A fresh set of counters. */
export function noCounts(): Counts {
  return { critical: 0, error: 0, warning: 0, info: 0 };
}

/** Findings by severity. */
export function countFindings(findings: readonly Finding[]): Counts {
  const counts = noCounts();
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

/** A report on something that was not read, or not to its end: findings, and nothing else known. */
export function bareReport(path: string, verdict: Verdict, findings: Finding[]): FileReport {
  return {
    path,
    format: null,
    version: null,
    kind: null,
    verdict,
    counts: countFindings(findings),
    findings,
    omitted: 0,
    size: 0,
    elements: 0,
    ms: 0,
  };
}

/** True when a count holds neither an error nor a critical finding. */
export function isClean(counts: Counts): boolean {
  return counts.critical + counts.error === 0;
}

/** Whether a file is one that no pack knows and that nobody asked for by name: it is only mentioned. */
export function isStranger({
  format,
  verdict,
  findings,
}: Pick<FileReport, 'format' | 'verdict' | 'findings'>): boolean {
  return (
    format === null &&
    verdict === 'unsupported' &&
    findings.every(({ severity }) => severity === 'info')
  );
}

/**
 * The verdict on a file as a whole. The report's own speaks of syntax and structure alone; a file in
 * which any level found an error is not valid.
 */
export function overallVerdict({
  verdict,
  counts,
}: Pick<FileReport, 'verdict' | 'counts'>): Verdict {
  return verdict === 'valid' && !isClean(counts) ? 'invalid' : verdict;
}

/**
 * One line for people: `No findings`, `1 error`, `2 errors (1 critical), 1 warning`.
 * Criticals count as errors and are named in brackets.
 */
export function summarize(counts: Counts): string {
  const parts: string[] = [];
  const errors = counts.error + counts.critical;
  if (errors > 0) {
    const critical = counts.critical > 0 ? ` (${grouped(counts.critical)} critical)` : '';
    parts.push(countOf(errors, 'error') + critical);
  }
  if (counts.warning > 0) parts.push(countOf(counts.warning, 'warning'));
  if (counts.info > 0) parts.push(countOf(counts.info, 'note'));
  return parts.length > 0 ? parts.join(', ') : 'No findings';
}
