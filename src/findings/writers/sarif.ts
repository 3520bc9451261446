import type { Artifact, ArtifactLocation, ReportingDescriptor, Result } from 'sarif';
import type { Finding } from '../finding';
import { fingerprint } from '../fingerprint';
import { uriOfPath } from '../pathUri';
import type { FileReport } from '../report';
import { overallVerdict } from '../report';
import type { ReportDocument } from '../reportDocument';
import { sarifResult } from './sarifResult';
import { sarifRule } from './sarifRule';

/** The schema of OASIS, by the address that it is known by; nothing is loaded from there. */
const schema =
  'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** What relative addresses begin at. Code scanning takes it for the root of the checkout. */
export const sourceRoot = '%SRCROOT%';

/**
 * A report as a log in SARIF 2.1.0 (OASIS, errata 01): one run, with the rules that were broken, the
 * files, and one line a finding. What SARIF has no place for (a finding's code and level, a file's
 * verdict) is in property bags, so that nothing is lost on the way back.
 */
export function* writeSarif(report: ReportDocument): Generator<string, void, undefined> {
  const rules = descriptors(report);
  const ruleIndexes = new Map(rules.map(({ id }, index) => [id, index]));
  const driver = {
    name: report.tool.name === '' ? unnamed : report.tool.name,
    ...(report.tool.version === '' ? {} : { version: report.tool.version }),
  };
  yield `{\n"$schema": ${JSON.stringify(schema)},\n"version": "2.1.0",\n"runs": [{\n`;
  yield `"tool": { "driver": {\n${members(driver)},\n"rules": [`;
  yield* lines(rules);
  yield `]\n} },\n"columnKind": "utf16CodeUnits",\n`;
  yield `"originalUriBaseIds": ${JSON.stringify({ [sourceRoot]: { description: { text: 'The folder that was checked.' } } })},\n`;
  yield `"artifacts": [`;
  yield* lines(report.files.map(artifact));
  yield `],\n"results": [`;
  yield* lines(results(report, ruleIndexes));
  yield `]\n}]\n}\n`;
}

/** SARIF asks for a name of at least one character. */
const unnamed = 'unknown';

/** The rules that are known, and those of which findings tell only the id. */
function descriptors({ rules, files }: ReportDocument): ReportingDescriptor[] {
  const all = new Map<string, ReportingDescriptor>();
  for (const rule of rules) all.set(rule.id, sarifRule(rule));
  for (const { findings } of files) {
    for (const { rule } of findings) if (!all.has(rule)) all.set(rule, { id: rule });
  }
  return [...all.values()];
}

function artifact(file: FileReport): Artifact {
  const { path, format, version, kind, verdict, counts, omitted, size, elements, hash } = file;
  const { critical, error, warning, info } = counts;
  return {
    location: artifactLocation(path),
    ...(size > 0 ? { length: size } : {}),
    roles: ['analysisTarget'],
    ...(hash === undefined ? {} : { hashes: { 'sha-256': hash } }),
    properties: {
      verdict,
      overallVerdict: overallVerdict(file),
      counts: { critical, error, warning, info },
      ...(omitted > 0 ? { omitted } : {}),
      ...(format === null ? {} : { format }),
      ...(version === null ? {} : { version }),
      ...(kind === null ? {} : { kind }),
      ...(elements > 0 ? { elements } : {}),
    },
  };
}

/** Where a file is; its index among the artifacts where it is one of them. */
function artifactLocation(path: string, index?: number): ArtifactLocation {
  const uri = uriOfPath(path);
  return {
    uri,
    ...(uri.startsWith('file:') ? {} : { uriBaseId: sourceRoot }),
    ...(index === undefined ? {} : { index }),
  };
}

function* results(
  { files, excerpts }: ReportDocument,
  ruleIndexes: ReadonlyMap<string, number>,
): Generator<Result, void, undefined> {
  /** How often each fingerprint came before: of two findings alike, the first stays the first. */
  const seen = new Map<string, number>();
  for (const [index, file] of files.entries()) {
    const locate = (path: string): ArtifactLocation =>
      artifactLocation(path, path === file.path ? index : undefined);
    const print = (finding: Finding): string => {
      const mark = `${index} ${fingerprint(finding)}`;
      const count = (seen.get(mark) ?? 0) + 1;
      seen.set(mark, count);
      return `${fingerprint(finding)}:${count}`;
    };
    for (const finding of file.findings) {
      const result = sarifResult(finding, locate, excerpts);
      const ruleIndex = ruleIndexes.get(finding.rule);
      yield {
        ruleId: finding.rule,
        ...(ruleIndex === undefined ? {} : { ruleIndex }),
        ...result,
        partialFingerprints: { 'scrutineer/v1': print(finding) },
        properties: {
          ...result.properties,
          // Only where it cannot be told from where the finding is.
          ...(finding.path === file.path ? {} : { file: index }),
        },
      };
    }
  }
}

/** The members of an object, without the braces around them. */
function members(value: object): string {
  return JSON.stringify(value).slice(1, -1);
}

/** The items of an array, one a line. */
function* lines(items: Iterable<object>): Generator<string, void, undefined> {
  let first = true;
  for (const item of items) {
    yield `${first ? '\n' : ',\n'}${JSON.stringify(item)}`;
    first = false;
  }
  if (!first) yield '\n';
}
