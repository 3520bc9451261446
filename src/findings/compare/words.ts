import type { Finding } from '../finding';
import { concernsWholeFile } from '../finding';
import { grouped } from '../grouped';
import type { FileReport } from '../report';
import type { ReportDocument, Tool } from '../reportDocument';
import { severityWords } from '../words';
import type { ChangeCounts, Comparison, FileComparison } from './compare';
import { isUnchanged, total } from './compare';
import type { Change, ComparedFinding } from './findings';
import { changes } from './findings';

/** What a change means, for those who see it for the first time. */
export const changeMeanings: Record<Change, string> = {
  new: 'Only the later report has it',
  fixed: 'Only the earlier report has it',
  remaining: 'Both reports have it',
};

/** How many findings came, went and stayed: `3 new, 5 fixed, 12 remaining`. */
export function sayChanges(counts: ChangeCounts): string {
  return changes.map((change) => `${grouped(total(counts[change]))} ${change}`).join(', ');
}

/** What a comparison comes to, in some words. */
export function headlineOf(comparison: Comparison): string {
  return isUnchanged(comparison) ? 'Nothing changed' : sayChanges(comparison.counts);
}

/** Where a finding is and was: `12:5`, `10:5 → 12:5`; `whole file` where it has no place in it. */
export function sayPlaces({ before, after }: ComparedFinding): string {
  const places = [before, after].flatMap((finding) => (finding ? [placeIn(finding)] : []));
  return [...new Set(places)].join(' → ');
}

/** How bad a finding is, and was where that is another: `error`, `warning → error`. */
export function saySeverities({ before, after }: ComparedFinding): string {
  const words = [before, after].flatMap((finding) =>
    finding ? [severityWords[finding.severity].one] : [],
  );
  return [...new Set(words)].join(' → ');
}

/** What is to be said of a file besides its findings, as a part of a line; null where nothing is. */
export function noteOn({
  before,
  after,
  moved,
  sameContent,
  counts,
}: FileComparison): string | null {
  if (before === null) return 'only in the later report';
  if (after === null) return 'only in the earlier report';
  const [endedBefore, endsNow] = [endsEarly(before), endsEarly(after)];
  if (endsNow && !endedBefore && total(counts.fixed) > 0) {
    return 'not checked to its end now: what is fixed may not have been reached';
  }
  if (endedBefore && !endsNow && total(counts.new) > 0) {
    return 'not checked to its end before: what is new may have been there';
  }
  const differs = total(counts.new) + total(counts.fixed) > 0;
  if (sameContent && differs) return 'the same content, checked differently';
  return moved ? `was ${before.path}` : null;
}

/** What limits the meaning of a comparison, in whole sentences. */
export function remarksOn({ before, after, files }: Comparison): readonly string[] {
  const remarks: string[] = [];
  if (!sameTool(before.tool, after.tool)) {
    remarks.push(
      `The reports were made by ${nameOf(before.tool)} and by ${nameOf(after.tool)}: what differs may come from that.`,
    );
  }
  const [lost, gone] = [omittedIn(before), omittedIn(after)];
  if (lost > 0) {
    remarks.push(
      `The earlier report leaves out ${findingsOf(lost)}: some of what is new may have been there before.`,
    );
  }
  if (gone > 0) {
    remarks.push(
      `The later report leaves out ${findingsOf(gone)}: some of what is fixed may still be there.`,
    );
  }
  const common = files.filter((file) => file.before && file.after).length;
  if (common === 0 && before.files.length > 0 && after.files.length > 0) {
    remarks.push('The reports have no file in common.');
  }
  return remarks;
}

/** Nothing behind a critical finding is checked. */
function endsEarly({ counts }: FileReport): boolean {
  return counts.critical > 0;
}

function placeIn({ span }: Finding): string {
  return concernsWholeFile(span) ? 'whole file' : `${span.line}:${span.column}`;
}

/** Some forms do not keep the version: that says nothing of which one it was. */
function sameTool(a: Tool, b: Tool): boolean {
  return a.name === b.name && (a.version === b.version || a.version === '' || b.version === '');
}

function nameOf({ name, version }: Tool): string {
  return version === '' ? name : `${name} ${version}`;
}

function omittedIn({ files }: ReportDocument): number {
  return files.reduce((sum, { omitted }) => sum + omitted, 0);
}

function findingsOf(count: number): string {
  return `${grouped(count)} ${count === 1 ? 'finding' : 'findings'}`;
}
