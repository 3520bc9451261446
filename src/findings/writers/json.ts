import type { RuleInfo } from '../../rules/rule';
import type { ExcerptLine } from '../excerpt';
import type { Finding, Severity, Span } from '../finding';
import { overviewOf } from '../overview';
import type { Place } from '../place';
import { excerptAt } from '../place';
import type { Counts, FileReport } from '../report';
import { overallVerdict } from '../report';
import type { ReportDocument } from '../reportDocument';
import type { ExcerptOf } from '../text';

/** The version of the form; it rises when what is known by it would be misread. */
export const jsonFormVersion = 1;

/**
 * A report in JSON, as `docs/report.schema.json` has it: with all that is known of it, and a finding
 * a line. It holds no times, so that it is the same wherever the same files were checked.
 */
export function* writeJson({ tool, files, rules, excerpts }: ReportDocument): Generator<string> {
  const { name, version } = tool;
  yield `{\n"report": ${jsonFormVersion},\n"tool": ${json({ name, version })},\n`;
  yield `"summary": ${json(summaryOf(files))},\n"files": [`;
  for (const [at, file] of files.entries()) {
    yield `${at === 0 ? '' : ','}\n${json(headOf(file)).slice(0, -1)},"findings":[`;
    for (const [number, finding] of file.findings.entries()) {
      yield `${number === 0 ? '' : ','}\n${json(findingOf(finding, file.path, excerpts))}`;
    }
    yield file.findings.length === 0 ? ']}' : '\n]}';
  }
  yield `${files.length === 0 ? '' : '\n'}],\n"rules": [`;
  for (const [at, rule] of rules.entries()) yield `${at === 0 ? '' : ','}\n${json(ruleOf(rule))}`;
  yield `${rules.length === 0 ? '' : '\n'}]\n}\n`;
}

function json(value: Record<string, unknown>): string {
  return JSON.stringify(value);
}

/** What all files come to. */
function summaryOf(files: readonly FileReport[]): Record<string, unknown> {
  const { verdicts, counts } = overviewOf(files);
  return { files: files.length, verdicts: { ...verdicts }, counts: inOrder(counts) };
}

/** What is told of a file before its findings. */
function headOf(file: FileReport): Record<string, unknown> {
  const { path, format, version, kind, verdict, counts, omitted, size, elements, hash } = file;
  return {
    path,
    format,
    version,
    kind,
    verdict,
    overall: overallVerdict(file),
    counts: inOrder(counts),
    omitted,
    size,
    elements,
    ...(hash === undefined ? {} : { hash }),
  };
}

/** A finding as it stands in JSON; its path is left out where it is that of its file, `of`. */
export function findingOf(
  finding: Finding,
  of: string,
  excerpts: ExcerptOf | null,
): Record<string, unknown> {
  const { rule, code, level, severity, message, help, path, element, related, fix } = finding;
  return {
    rule,
    code,
    level,
    severity,
    message,
    ...(help === undefined ? {} : { help }),
    ...(path === of ? {} : { path }),
    ...(element === undefined ? {} : { element }),
    ...placeOf(finding, excerpts),
    ...(related === undefined
      ? {}
      : {
          related: related.map((place) => ({
            path: place.path,
            message: place.message,
            ...placeOf(place, excerpts),
          })),
        }),
    ...(fix === undefined
      ? {}
      : { fix: fix.map(({ span, text }) => ({ span: spanOf(span), text })) }),
  };
}

/** A place's span and, where they are known, the lines around it. */
function placeOf(place: Place, excerpts: ExcerptOf | null): Record<string, unknown> {
  const lines = excerptAt(place, excerpts);
  return {
    span: spanOf(place.span),
    ...(lines.length === 0 ? {} : { excerpt: lines.map(lineOf) }),
  };
}

function spanOf({ offset, endOffset, line, column, endLine, endColumn }: Span): Span {
  return { offset, endOffset, line, column, endLine, endColumn };
}

function lineOf({ number, text, cutBefore, cutAfter, mark }: ExcerptLine): Record<string, unknown> {
  return {
    number,
    text,
    ...(cutBefore ? { cutBefore } : {}),
    ...(cutAfter ? { cutAfter } : {}),
    ...(mark === null ? {} : { mark: { from: mark.from, to: mark.to } }),
  };
}

function ruleOf(rule: RuleInfo): Record<string, unknown> {
  const { id, aliases = [], level, severity, since, until, meaning, explanation } = rule;
  const { asks, source, example } = explanation;
  return {
    id,
    ...(aliases.length === 0 ? {} : { aliases }),
    level,
    severity,
    since,
    ...(until === undefined ? {} : { until }),
    meaning,
    explanation: {
      asks,
      source,
      ...(example === undefined ? {} : { example: { wrong: example.wrong, right: example.right } }),
    },
  };
}

/** With its members in the order of the severities, wherever the counts come from. */
function inOrder(counts: Counts): Record<Severity, number> {
  const { critical, error, warning, info } = counts;
  return { critical, error, warning, info };
}
