import type { ExcerptLine } from '../excerpt';
import { cutLine } from '../excerpt';
import type { Finding } from '../finding';
import type { FileReport } from '../report';
import { excerptLines, excerptWidth, textLimit } from './limits';

/*
 * Reports as links can hold them: texts of any length come from documents, and a link's are bounded.
 * What is read by people is shortened; what is read by programs is left out rather than changed.
 */

/** A text that is no longer than a link's may be, and that UTF-8 can express. */
export function shortText(text: string): string {
  const sound = text.toWellFormed();
  return sound.length <= textLimit ? sound : `${sound.slice(0, textLimit - 1).toWellFormed()}…`;
}

/** What is known of a file, without its findings and its path. */
export function shortReport(report: FileReport, path: string): FileReport {
  const { format, version, kind } = report;
  return {
    ...report,
    path,
    format: format === null ? null : shortText(format),
    version: version === null ? null : shortText(version),
    kind: kind === null ? null : shortText(kind),
    findings: [],
  };
}

/** A finding with all that goes with it; `rename` gives each path as the link tells it. */
export function shortFinding(finding: Finding, rename: (path: string) => string): Finding {
  const { rule, code, level, severity, message, help, path, span, element, related, fix } = finding;
  const isShort = (text: string): boolean => text.length <= textLimit && text.isWellFormed();
  return {
    rule: shortText(rule),
    code: shortText(code),
    level,
    severity,
    message: shortText(message),
    path: rename(path),
    span,
    ...(help === undefined ? {} : { help: shortText(help) }),
    ...(element !== undefined && isShort(element) ? { element } : {}),
    ...(related
      ? {
          related: related.map((place) => ({
            path: rename(place.path),
            span: place.span,
            message: shortText(place.message),
          })),
        }
      : {}),
    ...(fix?.every(({ text }) => isShort(text)) ? { fix } : {}),
  };
}

/** The lines of source that go with a finding: the first marked one, and its neighbours. */
export function shortExcerpt(lines: readonly ExcerptLine[]): ExcerptLine[] {
  const marked = lines.findIndex(({ mark }) => mark !== null);
  const first = Math.max(0, Math.min(marked - 1, lines.length - excerptLines));
  return lines
    .slice(first, first + excerptLines)
    .map(({ number, text, cutBefore, cutAfter, mark }) => ({
      number,
      ...cutLine(text.toWellFormed(), mark, { before: cutBefore, after: cutAfter }, excerptWidth),
    }));
}
