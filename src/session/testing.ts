import type { Finding, Severity } from '../findings/finding';
import { countFindings, type FileReport } from '../findings/report';
import type { Source } from '../intake/source';
import type { RuleInfo } from '../rules/rule';
import { FileEntry } from './entry.svelte';
import type { Provenance } from './provenance';

/** A finding for tests; only what is given differs from an error on line 1. */
export function aFinding(path: string, some: Partial<Finding> & { line?: number } = {}): Finding {
  const { line = 1, ...rest } = some;
  return {
    rule: 'test:1.0.0:a.rule',
    code: 'a-code',
    level: 'structure',
    severity: 'error',
    message: 'Something is wrong',
    path,
    span: {
      offset: line * 10,
      endOffset: line * 10 + 5,
      line,
      column: 1,
      endLine: line,
      endColumn: 6,
    },
    ...rest,
  };
}

/** A report whose counts and verdict follow from its findings. */
export function aReport(
  path: string,
  findings: Finding[],
  some: Partial<FileReport> = {},
): FileReport {
  const counts = countFindings(findings);
  return {
    path,
    format: 'test',
    version: '1.2',
    kind: 'scenario',
    verdict: counts.error + counts.critical > 0 ? 'invalid' : 'valid',
    counts,
    findings,
    omitted: 0,
    size: 1000,
    elements: 10,
    ms: 1,
    ...some,
  };
}

/** A source of so many bytes. */
export function aSource(path: string, some: Partial<Source> = {}): Source {
  return {
    path,
    bytes: new Blob(['<a/>']),
    packing: 'none',
    size: 4,
    origin: 'named',
    nesting: 0,
    ...some,
  };
}

/** A file that has been checked, with findings of these severities on lines 1, 2, 3 … */
export function checkedFile(
  path: string,
  severities: Severity[] = [],
  some: Partial<FileReport> = {},
): FileEntry {
  const findings = severities.map((severity, i) => aFinding(path, { severity, line: i + 1 }));
  return doneEntry(path, aReport(path, findings, some));
}

/** A file with a given report. */
export function doneEntry(path: string, report: FileReport, source = aSource(path)): FileEntry {
  return new FileEntry(path, source, { state: 'done', report, findings: report.findings });
}

/** Where a report comes from; unless told, from a link that this program made. */
export function aProvenance(some: Partial<Provenance> = {}): Provenance {
  return {
    way: 'link',
    tool: { name: 'Scrutineer', version: '1.0.0' },
    name: null,
    remarks: [],
    ...some,
  };
}

/** A rule as packs tell it; only what is given differs from a plain error. */
export function aRule(id: string, some: Partial<RuleInfo> = {}): RuleInfo {
  return {
    id,
    level: 'semantics',
    severity: 'error',
    since: '1.0',
    meaning: 'Something is as it should be',
    explanation: { asks: 'Things are to be as they should be.', source: 'A test' },
    ...some,
  };
}
