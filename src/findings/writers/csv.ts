import { csvLine } from '../../text/csv';
import type { Finding } from '../finding';
import { placeText } from '../place';
import type { FileReport } from '../report';
import { overallVerdict } from '../report';
import type { ReportDocument } from '../reportDocument';

/** What a row says, by the name of its column. A cell is empty where there is nothing to say. */
const columns: readonly (readonly [
  name: string,
  cell: (file: FileReport, finding: Finding | null) => string | number | null | undefined,
])[] = [
  ['path', (file) => file.path],
  ['verdict', overallVerdict],
  ['version', (file) => file.version],
  ['kind', (file) => file.kind],
  ['size', (file) => file.size],
  ['severity', (_, finding) => finding?.severity],
  ['level', (_, finding) => finding?.level],
  ['rule', (_, finding) => finding?.rule],
  ['code', (_, finding) => finding?.code],
  ['line', (_, finding) => finding?.span.line],
  ['column', (_, finding) => finding?.span.column],
  ['end_line', (_, finding) => finding?.span.endLine],
  ['end_column', (_, finding) => finding?.span.endColumn],
  ['element', (_, finding) => finding?.element],
  ['message', (_, finding) => finding?.message],
  ['help', (_, finding) => finding?.help],
  [
    'related',
    (_, finding) => finding?.related?.map((at) => `${placeText(at)}: ${at.message}`).join('\n'),
  ],
  ['omitted', (file) => file.omitted],
];

/**
 * A table with a row for each finding, and one for each file without any: comma-separated values
 * (RFC 4180) in UTF-8. The byte order mark in front makes spreadsheets read it as such.
 */
export function* writeCsv(report: ReportDocument): Generator<string> {
  yield `\ufeff${csvLine(columns.map(([name]) => name))}`;
  for (const file of report.files) {
    if (file.findings.length === 0) yield row(file, null);
    for (const finding of file.findings) yield row(file, finding);
  }
}

function row(file: FileReport, finding: Finding | null): string {
  return csvLine(columns.map(([, cell]) => String(cell(file, finding) ?? '')));
}
