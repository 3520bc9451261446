import type { Finding, Span } from './finding';
import type { FileReport } from './report';

/**
 * A report as one line of JSON, the line end included:
 * `{ path, format, version, kind, verdict, counts, findings, ms }`, where each finding (and each of
 * its related places and fixes) has the fields of its span beside its own.
 */
export function jsonLine(report: FileReport): string {
  const { path, format, version, kind, verdict, counts, findings, ms } = report;
  const flat = {
    path,
    format,
    version,
    kind,
    verdict,
    counts: {
      critical: counts.critical,
      error: counts.error,
      warning: counts.warning,
      info: counts.info,
    },
    findings: findings.map(flatFinding),
    // A microsecond is finer than the clock of any platform.
    ms: Math.round(ms * 1000) / 1000,
  };
  return `${JSON.stringify(flat)}\n`;
}

function flatFinding(finding: Finding): Record<string, unknown> {
  const { rule, code, level, severity, message, help, path, span, related, fix } = finding;
  return {
    rule,
    code,
    level,
    severity,
    message,
    ...(help === undefined ? {} : { help }),
    path,
    ...flatSpan(span),
    ...(related === undefined
      ? {}
      : {
          related: related.map((place) => ({
            path: place.path,
            ...flatSpan(place.span),
            message: place.message,
          })),
        }),
    ...(fix === undefined
      ? {}
      : {
          fix: fix.map((edit) => ({ ...flatSpan(edit.span), text: edit.text })),
        }),
  };
}

function flatSpan({ offset, endOffset, line, column, endLine, endColumn }: Span): Span {
  return { offset, endOffset, line, column, endLine, endColumn };
}
