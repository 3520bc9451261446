import type { Finding, Span } from './finding';
import type { FileReport } from './report';

/** Where a report belongs in the whole of a run of which it is a part. */
export interface InputMark {
  /** Place of the input (a file, or an archive with all it holds) in the whole list, from 0. */
  at: number;
  /** Inputs in the whole list. */
  of: number;
  /** The part of the run that it comes from: `3/16`. */
  shard: string;
  /** Tells lists of inputs apart: all parts of a run have the same one. */
  list: string;
  /** Whether more reports on the same input follow, as on what an archive holds. */
  more?: true;
}

/**
 * A report as one line of JSON, the line end included:
 * `{ path, format, version, kind, verdict, counts, findings, ms }`, where each finding (and each of
 * its related places and fixes) has the fields of its span beside its own. In a part of a run there
 * is `input` behind them, for putting the parts together.
 */
export function jsonLine(report: FileReport, input?: InputMark): string {
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
    ...(input === undefined ? {} : { input }),
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
