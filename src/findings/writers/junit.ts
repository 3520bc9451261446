import { excerptText } from '../excerptRows';
import type { Finding } from '../finding';
import { excerptAt, placeText } from '../place';
import type { FileReport } from '../report';
import { isClean, overallVerdict, summarize } from '../report';
import type { ReportDocument } from '../reportDocument';
import { oneLine } from '../terminal';
import { severityWords } from '../words';
import { attributesText, attributeText } from './xmlText';

/**
 * A report as test results, in the form of JUnit and Ant that build servers show. There is no one
 * schema of it; this keeps to what Ant's (Windy Road's `JUnit.xsd`) and that of Jenkins's xUnit plugin
 * (`junit-10.xsd`) both allow, which is why files are named by `classname`: neither knows `file`.
 *
 * - A suite is a file. Its output lists all warnings and notes, which fail nothing.
 * - A case is a kind of finding (a code of a rule) that the file has: *error* where one of them is
 *   critical, *failure* where one is an error, else passed. All findings of the kind stand in it.
 * - A file without errors has one more case, which passes: that it is valid, or that it is no file to
 *   be checked, which is then *skipped*. One whose errors were counted but not kept fails in it.
 *
 * Reports carry no times, so that the same files give the same text: every duration is 0, and the
 * time that Ant's schema asks for is the beginning of 1970. What XML cannot hold becomes U+FFFD.
 */
export function* writeJunit(report: ReportDocument): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n';
  for (const [id, file] of report.files.entries()) yield* suite(file, id, report);
  yield '</testsuites>\n';
}

type Outcome = 'error' | 'failure' | 'skipped' | 'passed';

interface Case {
  name: string;
  outcome: Outcome;
  /** Of what failed, in one line. */
  message: string;
  type: string;
  findings: Finding[];
}

function* suite(file: FileReport, id: number, report: ReportDocument): Generator<string> {
  const cases = casesOf(file);
  const having = (outcome: Outcome): number =>
    cases.filter((one) => one.outcome === outcome).length;
  const slash = file.path.lastIndexOf('/');
  const attributes = {
    name: nameOf(file),
    package: file.path.slice(0, Math.max(0, slash)),
    id,
    tests: cases.length,
    errors: having('error'),
    failures: having('failure'),
    skipped: having('skipped'),
    time: 0,
    timestamp: '1970-01-01T00:00:00',
    hostname: 'localhost',
  };
  yield `  <testsuite${attributesText(attributes)}>\n    <properties>\n`;
  for (const [name, value] of Object.entries(propertiesOf(file, report))) {
    yield `      <property${attributesText({ name, value })}/>\n`;
  }
  yield '    </properties>\n';
  for (const one of cases) yield* caseText(one, file, report);
  yield '    <system-out>';
  for (const finding of file.findings) {
    if (finding.severity === 'warning' || finding.severity === 'info') {
      yield contentText(`${textOf(finding, report)}\n`);
    }
  }
  yield '</system-out>\n    <system-err/>\n  </testsuite>\n';
}

/** Neither suites nor classes may go without a name. */
function nameOf({ path }: FileReport): string {
  return path.trim() === '' ? '(no name)' : path;
}

function propertiesOf(file: FileReport, { tool }: ReportDocument): Record<string, string> {
  const known = {
    tool: `${tool.name} ${tool.version}`.trim(),
    verdict: overallVerdict(file),
    kind: file.kind,
    version: file.version,
    findings: summarize(file.counts),
    omitted: file.omitted > 0 ? String(file.omitted) : null,
    sha256: file.hash,
  };
  return Object.fromEntries(
    Object.entries(known).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  );
}

function casesOf(file: FileReport): Case[] {
  const kinds = new Map<string, { name: string; findings: Finding[] }>();
  for (const finding of file.findings) {
    // Readers take cases for one whose names, as they are written, are the same.
    const name = `${finding.code} (${finding.rule})`;
    const written = attributeText(name);
    const same = kinds.get(written);
    if (same) same.findings.push(finding);
    else kinds.set(written, { name, findings: [finding] });
  }
  const cases = [...kinds.values()].map(({ name, findings }) => kindCase(name, findings));
  if (!cases.some(({ outcome }) => outcome !== 'passed')) cases.unshift(fileCase(file));
  return cases;
}

function kindCase(name: string, findings: Finding[]): Case {
  const wrong = findings.filter(({ severity }) => severity === 'critical' || severity === 'error');
  const first = wrong[0];
  if (!first) return { name, outcome: 'passed', message: '', type: '', findings };
  const more = wrong.length > 1 ? ` (and ${wrong.length - 1} more)` : '';
  return {
    name,
    outcome: wrong.some(({ severity }) => severity === 'critical') ? 'error' : 'failure',
    message: `${oneLine(first.message)}${more}`,
    type: first.rule,
    findings,
  };
}

/** What is said of a file of which no finding is an error. */
function fileCase(file: FileReport): Case {
  const verdict = overallVerdict(file);
  const outcome =
    verdict === 'valid'
      ? 'passed'
      : verdict === 'unsupported' && isClean(file.counts)
        ? 'skipped'
        : 'failure';
  const message =
    outcome === 'skipped'
      ? 'The file is of no format or version that is checked here.'
      : `The file is ${verdict}: ${summarize(file.counts)}.`;
  return { name: 'valid', outcome, message, type: verdict, findings: [] };
}

function* caseText(
  { name, outcome, message, type, findings }: Case,
  file: FileReport,
  report: ReportDocument,
): Generator<string> {
  const head = `    <testcase${attributesText({ name, classname: nameOf(file), time: 0 })}`;
  if (outcome === 'passed') {
    yield `${head}/>\n`;
    return;
  }
  yield `${head}>\n      <${outcome}${attributesText({ message, type })}>`;
  for (const finding of findings) yield contentText(`${textOf(finding, report)}\n`);
  yield `</${outcome}>\n    </testcase>\n`;
}

/** A finding in lines, the first of them as compilers write it, which log readers make links of. */
function textOf(finding: Finding, { excerpts }: ReportDocument): string {
  const { severity, message, help, element, related = [] } = finding;
  const lines = [
    `${oneLine(placeText(finding))}: ${severityWords[severity].one}: ${oneLine(message)}`,
  ];
  if (element !== undefined) lines.push(`  in ${oneLine(element)}`);
  for (const line of excerptText(excerptAt(finding, excerpts))) lines.push(`  ${line}`);
  if (help !== undefined) lines.push(`  help: ${oneLine(help)}`);
  for (const place of related) {
    lines.push(`  see ${oneLine(placeText(place))}: ${oneLine(place.message)}`);
  }
  return lines.join('\n');
}

/** A text as an element's content, in which line ends survive as they are. */
function contentText(text: string): string {
  return attributeText(text).replaceAll('&#10;', '\n').replaceAll('&quot;', '"');
}
