import type { Finding } from '../finding';
import { addCounts } from '../overview';
import type { Counts } from '../report';
import { noCounts } from '../report';
import type { ReportDocument } from '../reportDocument';
import type { FilePair } from './files';
import { pairFiles, sameContent } from './files';
import type { Change, ComparedFinding } from './findings';
import { changes, compareFindings } from './findings';

/** Findings by what became of them, and by severity: of remaining ones, the later. */
export type ChangeCounts = Record<Change, Counts>;

/** What became of the findings of one file. */
export interface FileComparison extends FilePair {
  /** Of the later report, where that has the file. */
  path: string;
  /** True where both reports are about the same bytes, so that no change is the file's own. */
  sameContent: boolean;
  /** New ones, fixed ones, remaining ones; each in the order of their places. */
  findings: readonly ComparedFinding[];
  counts: ChangeCounts;
}

/** Two reports, side by side. */
export interface Comparison {
  before: ReportDocument;
  after: ReportDocument;
  /** In the order of `pairFiles`. */
  files: readonly FileComparison[];
  counts: ChangeCounts;
}

/**
 * Says what became of every finding from one report to another. Files that only one of them has are
 * there too: all their findings are new, or fixed. Takes time in proportion to what there is to
 * compare.
 */
export function compareReports(before: ReportDocument, after: ReportDocument): Comparison {
  const ruleName = currentNames(before, after);
  const counts = noChanges();
  const files = pairFiles(before.files, after.files).map((pair): FileComparison => {
    const path = (pair.after ?? pair.before)?.path ?? '';
    const findings = compareFindings(
      pair.before?.findings ?? [],
      pair.after?.findings ?? [],
      ruleName,
    );
    const own = countChanges(findings);
    for (const change of changes) addCounts(counts[change], own[change]);
    return { ...pair, path, sameContent: sameContent(pair), findings, counts: own };
  });
  return { before, after, files, counts };
}

/** The finding as it is now; as it was, where it is gone. */
export function latest({ before, after }: ComparedFinding): Finding {
  return after ?? before;
}

/** Whether a finding is an error now, and was none before: a new one, or one that was less bad. */
export function isNewError({ before, after }: ComparedFinding): boolean {
  return after !== null && isError(after) && (before === null || !isError(before));
}

/** Whether anything is another than before: a finding, its message, how bad it is, or a file. */
export function isUnchanged({ files }: Comparison): boolean {
  return files.every(
    ({ before, after, findings }) =>
      before !== null &&
      after !== null &&
      before.omitted === after.omitted &&
      findings.every(
        (finding) =>
          finding.change === 'remaining' &&
          finding.before.message === finding.after.message &&
          finding.before.severity === finding.after.severity,
      ),
  );
}

/** How many there are of all severities. */
export function total(counts: Counts): number {
  return counts.critical + counts.error + counts.warning + counts.info;
}

function isError({ severity }: Finding): boolean {
  return severity === 'critical' || severity === 'error';
}

function noChanges(): ChangeCounts {
  return { new: noCounts(), fixed: noCounts(), remaining: noCounts() };
}

function countChanges(findings: readonly ComparedFinding[]): ChangeCounts {
  const counts = noChanges();
  for (const finding of findings) counts[finding.change][latest(finding).severity]++;
  return counts;
}

/** Rules by the name they have today, as far as the reports tell of them. */
function currentNames(...reports: readonly ReportDocument[]): (rule: string) => string {
  const names = new Map<string, string>();
  const rules = reports.flatMap((report) => report.rules);
  for (const { id, aliases = [] } of rules) for (const alias of aliases) names.set(alias, id);
  // A rule's own id wins over another rule's alias.
  for (const { id } of rules) names.delete(id);
  return (rule) => names.get(rule) ?? rule;
}
