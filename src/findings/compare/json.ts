import type { Counts, FileReport } from '../report';
import type { ReportDocument } from '../reportDocument';
import { findingOf } from '../writers/json';
import type { ChangeCounts, Comparison, FileComparison } from './compare';
import type { ComparedFinding } from './findings';

/** The version of the form; it rises when what is known by it would be misread. */
export const comparisonVersion = 1;

/**
 * A comparison for programs: what became of every finding, a finding a line. Findings are written as
 * in the JSON form of a report (`docs/report.schema.json`); a side that does not know a file or a
 * finding is null.
 */
export function* compareJson({ before, after, files, counts }: Comparison): Generator<string> {
  yield `{\n"comparison": ${comparisonVersion},\n`;
  yield `"before": ${JSON.stringify(headOf(before))},\n"after": ${JSON.stringify(headOf(after))},\n`;
  yield `"counts": ${JSON.stringify(countsOf(counts))},\n"files": [`;
  for (const [at, file] of files.entries()) {
    yield `${at === 0 ? '' : ','}\n${JSON.stringify(fileOf(file)).slice(0, -1)},"findings":[`;
    for (const [number, compared] of file.findings.entries()) {
      yield `${number === 0 ? '' : ','}\n${JSON.stringify(comparedOf(compared, file))}`;
    }
    yield file.findings.length === 0 ? ']}' : '\n]}';
  }
  yield `${files.length === 0 ? '' : '\n'}]\n}\n`;
}

function headOf({ tool, files }: ReportDocument): Record<string, unknown> {
  return { tool: { name: tool.name, version: tool.version }, files: files.length };
}

function fileOf({
  before,
  after,
  moved,
  sameContent,
  counts,
}: FileComparison): Record<string, unknown> {
  const side = (report: FileReport | null) =>
    report && { path: report.path, omitted: report.omitted };
  return { before: side(before), after: side(after), moved, sameContent, counts: countsOf(counts) };
}

function comparedOf(
  { change, before, after }: ComparedFinding,
  file: FileComparison,
): Record<string, unknown> {
  return {
    change,
    before: before && findingOf(before, file.before?.path ?? '', null),
    after: after && findingOf(after, file.after?.path ?? '', null),
  };
}

/** With its members in a fixed order, wherever the counts come from. */
function countsOf(counts: ChangeCounts): Record<string, unknown> {
  const inOrder = ({ critical, error, warning, info }: Counts): Counts => ({
    critical,
    error,
    warning,
    info,
  });
  return {
    new: inOrder(counts.new),
    fixed: inOrder(counts.fixed),
    remaining: inOrder(counts.remaining),
  };
}
