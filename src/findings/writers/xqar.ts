import type { RuleInfo } from '../../rules/rule';
import type { Finding, Severity, Span } from '../finding';
import { concernsWholeFile } from '../finding';
import { grouped } from '../grouped';
import type { FileReport } from '../report';
import { overallVerdict, summarize } from '../report';
import type { ReportDocument } from '../reportDocument';
import { ruleUid } from '../ruleUid';
import { attributesText } from './xmlText';

/** XQAR's levels of issues: it has none above an error. */
const issueLevels: Readonly<Record<Severity, string>> = {
  critical: '1',
  error: '1',
  warning: '2',
  info: '3',
};

/** Names what only this project's own reader understands. */
export const ownName = 'scrutineer';

/** The checker that tells of the file itself. */
export const fileCheckerId = `${ownName}.file`;

/**
 * A report in ASAM's result format for quality checkers, version 1.0.0 of `xqar_result_format.xsd`: a
 * bundle a file, in it a checker on the file itself and one for each rule that was broken, with an
 * issue a finding.
 *
 * The order of elements is the schema's (Param, Issue, AddressedRule, Metadata), which ASAM's Python
 * library reads as well as its own. Of attributes, none is left out that the library asks for, though
 * the schema would allow it, and rules go by UIDs that it accepts. What the format has no place for is
 * in a `DomainSpecificInfo` of our own: a finding's code, level, severity and help, where it ends,
 * related places and edits. What XML cannot hold, such as most control characters, becomes U+FFFD.
 */
export function* writeXqar(report: ReportDocument): Generator<string, void, undefined> {
  const { tool, files, rules } = report;
  yield '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<CheckerResults version="1.0.0">\n';
  const details = new Map(rules.map((rule) => [rule.id, rule]));
  let issueId = 0;
  for (const file of files) {
    // Bundles are asked for by name, so that each wants one of its own.
    const name = files.length === 1 ? tool.name : `${tool.name}: ${file.path}`;
    const attributes = {
      name,
      version: tool.version,
      build_date: '',
      description,
      summary: summary(file),
    };
    yield `  <CheckerBundle${attributesText(attributes)}>\n`;
    yield `    <Param${attributesText({ name: 'InputFile', value: file.path })}/>\n`;
    yield fileChecker(file, tool.name);
    const byRule = new Map<string, string[]>();
    for (const finding of file.findings) {
      const issues = byRule.get(finding.rule) ?? [];
      byRule.set(finding.rule, issues);
      issues.push(issue(finding, file.path, issueId++));
    }
    for (const [rule, issues] of byRule) {
      yield* ruleChecker(rule, issues, details.get(rule));
      // What a rule asks and why is told where it comes first: it would be most of a long report.
      details.delete(rule);
    }
    yield '  </CheckerBundle>\n';
  }
  if (files.length === 0) {
    const attributes = {
      name: tool.name,
      version: tool.version,
      build_date: '',
      description,
      summary: 'No files',
    };
    yield `  <CheckerBundle${attributesText(attributes)}/>\n`;
  }
  yield '</CheckerResults>\n';
}

const description =
  'Checks scenario files: syntax, structure, semantics and the project around them.';

function summary(file: FileReport): string {
  const { counts, omitted } = file;
  const left = omitted > 0 ? `; ${grouped(omitted)} of the findings are left out` : '';
  return `${overallVerdict(file)}: ${summarize(counts)}${left}`;
}

/** What is known of the file, as metadata of a checker that has no issues. */
function fileChecker(file: FileReport, tool: string): string {
  const { counts, format, version, kind, verdict, omitted, size, elements, hash } = file;
  const facts: readonly Fact[] = [
    ['tool', tool, 'Program that made the report'],
    ['verdict', verdict, 'What syntax and structure say of the file'],
    ['overallVerdict', overallVerdict(file), 'The same, with the errors of all levels'],
    ['critical', counts.critical, 'Critical findings'],
    ['error', counts.error, 'Errors that are not critical'],
    ['warning', counts.warning, 'Warnings'],
    ['info', counts.info, 'Notes'],
    ['omitted', omitted > 0 ? omitted : null, 'Findings that are counted, but not in this report'],
    ['format', format, 'Format of the file'],
    ['version', version, 'Version of the format that the file declares'],
    ['kind', kind, 'What the file is within its format'],
    ['size', size > 0 ? size : null, 'Bytes of the file'],
    ['elements', elements > 0 ? elements : null, 'Elements that were read'],
    ['hash', hash ?? null, 'SHA-256 of the file'],
  ];
  const attributes = {
    checkerId: fileCheckerId,
    description: 'What is known of the file as a whole.',
    summary: overallVerdict(file),
    status: 'completed',
  };
  return `    <Checker${attributesText(attributes)}>\n${metadata(facts)}    </Checker>\n`;
}

function* ruleChecker(
  id: string,
  issues: readonly string[],
  rule: RuleInfo | undefined,
): Generator<string, void, undefined> {
  const attributes = {
    checkerId: id,
    description: rule?.meaning ?? '',
    summary: `Found ${grouped(issues.length)} ${issues.length === 1 ? 'issue' : 'issues'}`,
    status: 'completed',
  };
  yield `    <Checker${attributesText(attributes)}>\n`;
  yield* issues;
  yield `      <AddressedRule${attributesText({ ruleUID: ruleUid(id) })}/>\n`;
  if (rule) yield metadata(ruleFacts(rule));
  yield '    </Checker>\n';
}

function ruleFacts(rule: RuleInfo): Fact[] {
  const { aliases = [], level, severity, beyondNotes, since, until, explanation } = rule;
  const { asks, source, example } = explanation;
  return [
    ['level', level, 'Level that the rule belongs to'],
    ['severity', severity, 'How bad it is to break the rule'],
    [
      'beyondNotes',
      beyondNotes === undefined ? null : 'true',
      'Tells what is worse than a note, too',
    ],
    ['since', since, 'First version of the format that the rule applies to'],
    ['until', until ?? null, 'Last version of the format that the rule applies to'],
    ...aliases.map((alias): Fact => ['alias', alias, 'Another UID of the rule']),
    ['asks', asks, 'What the rule asks, and why'],
    ['source', source, 'Where the rule comes from'],
    ['wrong', example?.wrong ?? null, 'An example that breaks the rule'],
    ['right', example?.right ?? null, 'The same as it should be'],
  ];
}

/** A piece of metadata; null where it is not known. */
type Fact = readonly [key: string, value: string | number | null, description: string];

function metadata(facts: readonly Fact[]): string {
  return facts
    .filter(([, value]) => value !== null)
    .map(([key, value, about]) => ({ key, value: String(value), description: about }))
    .map((attributes) => `      <Metadata${attributesText(attributes)}/>\n`)
    .join('');
}

function issue(finding: Finding, file: string, issueId: number): string {
  const { rule, message, severity } = finding;
  const attributes = {
    issueId,
    description: message,
    level: issueLevels[severity],
    ruleUID: ruleUid(rule),
  };
  return `      <Issue${attributesText(attributes)}>\n${locations(finding, file)}${ownInfo(finding, file)}      </Issue>\n`;
}

/** The place, and the related ones in the same file: a location cannot say which other file it is in. */
function locations({ message, path, span, element, related = [] }: Finding, file: string): string {
  const own = path === file && !concernsWholeFile(span);
  const parts =
    (own ? fileLocation(span) : '') +
    (element === undefined
      ? ''
      : `          <XMLLocation${attributesText({ xpath: element })}/>\n`);
  const first = parts === '' ? '' : described(message, parts);
  const others = related
    .filter((place) => place.path === file && !concernsWholeFile(place.span))
    .map((place) => described(place.message, fileLocation(place.span)));
  return first + others.join('');
}

function described(about: string, parts: string): string {
  return `        <Locations${attributesText({ description: about })}>\n${parts}        </Locations>\n`;
}

function fileLocation({ line, column, offset, endOffset }: Span): string {
  const attributes = { row: line, column, offset: endOffset === 0 ? undefined : offset };
  return `          <FileLocation${attributesText(attributes)}/>\n`;
}

function ownInfo(finding: Finding, file: string): string {
  const { rule, code, level, severity, help, path, span, related = [], fix = [] } = finding;
  const attributes = {
    code,
    level,
    severity,
    help,
    // Only where they cannot be told from the issue and its bundle.
    rule: ruleUid(rule) === rule ? undefined : rule,
    path: path === file ? undefined : path,
    ...place(span),
  };
  const parts = [
    ...related.map(
      (it) => `Related${attributesText({ path: it.path, ...place(it.span), message: it.message })}`,
    ),
    ...fix.map((edit) => `Edit${attributesText({ ...place(edit.span), text: edit.text })}`),
  ].map((part) => `            <${part}/>\n`);
  const inner = parts.length === 0 ? '/>' : `>\n${parts.join('')}          </Finding>`;
  return `        <DomainSpecificInfo${attributesText({ name: ownName })}>\n          <Finding${attributesText(attributes)}${inner}\n        </DomainSpecificInfo>\n`;
}

/** All of a span, in names of the format's kind. */
function place({
  line,
  column,
  offset,
  endLine,
  endColumn,
  endOffset,
}: Span): Record<string, number> {
  return { row: line, column, offset, endRow: endLine, endColumn, endOffset };
}
