import type { Finding } from '../findings/finding';
import { bareReport, type FileReport } from '../findings/report';
import type { ExcerptOf } from '../findings/text';
import type { Source } from '../intake/source';
import { intakeFinding } from '../intake/unreadable';
import { arrivalOf, type Arrival } from './arrival';
import { FileEntry } from './entry.svelte';
import type { Provenance } from './provenance';

/** A file entry for a source, under the given path. */
export function entryFor(source: Source, path: string): FileEntry {
  return new FileEntry(path, source.path === path ? source : { ...source, path });
}

/** An entry for something that could not even be opened, with the findings that say why. */
export function unreachableEntry(path: string, findings: Finding[]): FileEntry {
  const report = bareReport(path, 'unsupported', findings);
  return new FileEntry(path, null, { state: 'done', report, findings });
}

/** What a file is that was to be opened as a report, and cannot be. */
const brokenReport = 'report';

/** An entry for a file that is a report, but one that cannot be read; `problem` says why. */
export function brokenReportEntry(source: Source, path: string, problem: string): FileEntry {
  const finding = intakeFinding('file.unreadable-report', 'critical', path, problem);
  const report = { ...bareReport(path, 'unsupported', [finding]), kind: brokenReport };
  const own = source.path === path ? source : { ...source, path };
  return new FileEntry(path, own, { state: 'done', report, findings: [finding] });
}

/** Whether a file is a report that cannot be read: as a document, there is nothing to check in it. */
export function isBrokenReport({ report }: FileEntry): boolean {
  return report?.format === null && report.kind === brokenReport;
}

/**
 * An entry for a report that was made elsewhere, under the given path.
 * @param excerptOf the source lines that came with it
 */
export function receivedEntry(
  path: string,
  report: FileReport,
  from: Provenance,
  excerptOf: ExcerptOf | null = null,
): FileEntry {
  return arrivedEntry(path, arrivalOf(report, from, excerptOf));
}

/** An entry for a report that came before, under another path. */
export function arrivedEntry(path: string, arrival: Arrival): FileEntry {
  const { report } = arrival;
  const own = report.path === path ? report : underPath(report, path);
  return new FileEntry(path, null, {
    state: 'done',
    report: own,
    findings: own.findings,
    arrival,
  });
}

function underPath(report: FileReport, path: string): FileReport {
  const renamed = <Place extends { path: string }>(place: Place): Place =>
    place.path === report.path ? { ...place, path } : place;
  const findings = report.findings.map((finding) => ({
    ...renamed(finding),
    ...(finding.related ? { related: finding.related.map(renamed) } : {}),
  }));
  return { ...report, path, findings };
}

/** Findings by the path they are about, in order. */
export function byPath(findings: readonly Finding[]): Map<string, Finding[]> {
  const paths = new Map<string, Finding[]>();
  for (const finding of findings) {
    const some = paths.get(finding.path);
    if (some) some.push(finding);
    else paths.set(finding.path, [finding]);
  }
  return paths;
}
