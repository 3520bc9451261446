import type { ExcerptLine } from '../excerpt';
import { cutLine } from '../excerpt';
import type { Finding, Span } from '../finding';
import { severities } from '../finding';
import { countFindings, noCounts, type Counts, type FileReport } from '../report';
import { excerptLines, excerptWidth, textLimit } from './limits';

/*
 * Reports as links can hold them. Texts of any length come from documents, and a report that was opened
 * from a file can hold any number: what is read by people is shortened, what is read by programs is
 * left out rather than changed, and numbers are made such as a reader takes.
 */

/** A text that is no longer than a link's may be, and that UTF-8 can express. */
export function shortText(text: string, limit = textLimit): string {
  const sound = text.toWellFormed();
  return sound.length <= limit ? sound : `${sound.slice(0, limit - 1).toWellFormed()}…`;
}

/** A whole number from `least` on. */
export function soundNumber(value: number, least = 0): number {
  const whole = Math.trunc(value);
  return whole >= least ? Math.min(whole, Number.MAX_SAFE_INTEGER) : least;
}

/** A file's report with these findings, which it counts at least. */
export function linkableReport(report: FileReport, path: string, findings: Finding[]): FileReport {
  const { format, version, kind, counts } = report;
  const least = countFindings(findings);
  const sound: Counts = noCounts();
  for (const severity of severities) {
    sound[severity] = soundNumber(counts[severity], least[severity]);
  }
  return {
    ...report,
    path,
    format: format === null ? null : shortText(format),
    version: version === null ? null : shortText(version),
    kind: kind === null ? null : shortText(kind),
    counts: sound,
    findings,
    size: soundNumber(report.size),
    elements: soundNumber(report.elements),
  };
}

/** A finding with all that goes with it; `rename` gives each path as the link tells it. */
export function linkableFinding(finding: Finding, rename: (path: string) => string): Finding {
  const { rule, code, level, severity, message, help, path, span, element, related, fix } = finding;
  const isShort = (text: string): boolean => text.length <= textLimit && text.isWellFormed();
  return {
    rule: shortText(rule),
    code: shortText(code),
    level,
    severity,
    message: shortText(message),
    path: rename(path),
    span: soundSpan(span),
    ...(help === undefined ? {} : { help: shortText(help) }),
    ...(element !== undefined && isShort(element) ? { element } : {}),
    ...(related
      ? {
          related: related.map((place) => ({
            path: rename(place.path),
            span: soundSpan(place.span),
            message: shortText(place.message),
          })),
        }
      : {}),
    ...(fix?.every(({ text }) => isShort(text))
      ? { fix: fix.map((edit) => ({ span: soundSpan(edit.span), text: edit.text })) }
      : {}),
  };
}

/** A span that ends where it begins, or behind. */
function soundSpan(span: Span): Span {
  const offset = soundNumber(span.offset);
  const line = soundNumber(span.line, 1);
  const column = soundNumber(span.column, 1);
  const endLine = soundNumber(span.endLine, line);
  return {
    offset,
    endOffset: soundNumber(span.endOffset, offset),
    line,
    column,
    endLine,
    endColumn: soundNumber(span.endColumn, endLine === line ? column : 1),
  };
}

/** The lines of source that go with a finding: the first marked one, and its neighbours. */
export function linkableExcerpt(lines: readonly ExcerptLine[]): ExcerptLine[] {
  const marked = lines.findIndex(({ mark }) => mark !== null);
  const first = Math.max(0, Math.min(marked - 1, lines.length - excerptLines));
  return lines.slice(first, first + excerptLines).map((line) => {
    const text = line.text.toWellFormed();
    const from = Math.min(soundNumber(line.mark?.from ?? 0), text.length);
    const to = Math.min(soundNumber(line.mark?.to ?? 0, from), text.length);
    const open = { before: line.cutBefore, after: line.cutAfter };
    return {
      number: soundNumber(line.number, 1),
      ...cutLine(text, line.mark && { from, to }, open, excerptWidth),
    };
  });
}
