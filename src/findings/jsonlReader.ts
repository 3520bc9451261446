import type { Finding, FixEdit, Level, RelatedPlace, Severity, Span } from './finding';
import { levels, severities } from './finding';
import type { InputMark } from './jsonl';
import { Fields, NotAReport } from './fields';
import type { Counts, FileReport } from './report';
import { noCounts, verdicts } from './report';

/** What a line of JSON holds. */
export interface ReadLine {
  report: FileReport;
  /** Where it belongs in the whole, where the line is from a part of a run. */
  input: InputMark | null;
}

/**
 * Reads a line that `jsonLine` wrote. What such a line does not tell (`size`, `elements`) is 0.
 * Throws NotAReport for anything else.
 */
export function readJsonLine(line: string): ReadLine {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new NotAReport('is no JSON, or was cut off');
  }
  const from = new Fields(value, 'report');
  const counts = countsIn(from.inner('counts'));
  const findings = from.list('findings').map(findingIn);
  const total = severities.reduce((sum, severity) => sum + counts[severity], 0);
  if (findings.length > total) throw new NotAReport('holds more findings than it counts');
  const report: FileReport = {
    path: from.text('path'),
    format: from.textOrNull('format'),
    version: from.textOrNull('version'),
    kind: from.textOrNull('kind'),
    verdict: from.oneOf('verdict', verdicts),
    counts,
    findings,
    omitted: total - findings.length,
    size: 0,
    elements: 0,
    ms: from.number('ms'),
  };
  return { report, input: from.has('input') ? markIn(from.inner('input')) : null };
}

/** The numbers of findings by severity. */
export function countsIn(from: Fields): Counts {
  const counts = noCounts();
  for (const severity of severities) counts[severity] = from.count(severity);
  return counts;
}

function markIn(from: Fields): InputMark {
  const mark: InputMark = {
    at: from.count('at'),
    of: from.count('of'),
    shard: from.text('shard'),
    list: from.text('list'),
  };
  if (mark.at >= mark.of) throw new NotAReport('says that it is beyond the end of its list');
  if (from.has('more')) mark.more = true;
  return mark;
}

function findingIn(value: unknown): Finding {
  const from = new Fields(value, 'finding');
  const finding: Finding = {
    rule: from.text('rule'),
    code: from.text('code'),
    level: from.oneOf<Level>('level', levels),
    severity: from.oneOf<Severity>('severity', severities),
    message: from.text('message'),
    path: from.text('path'),
    span: spanIn(from),
  };
  if (from.has('help')) finding.help = from.text('help');
  if (from.has('related')) finding.related = from.list('related').map(relatedIn);
  if (from.has('fix')) finding.fix = from.list('fix').map(fixIn);
  return finding;
}

function relatedIn(value: unknown): RelatedPlace {
  const from = new Fields(value, 'related place');
  return { path: from.text('path'), span: spanIn(from), message: from.text('message') };
}

function fixIn(value: unknown): FixEdit {
  const from = new Fields(value, 'fix');
  return { span: spanIn(from), text: from.text('text') };
}

/** A span, whose fields stand among others. */
export function spanIn(from: Fields): Span {
  return {
    offset: from.count('offset'),
    endOffset: from.count('endOffset'),
    line: from.count('line'),
    column: from.count('column'),
    endLine: from.count('endLine'),
    endColumn: from.count('endColumn'),
  };
}
