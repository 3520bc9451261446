import type { Explanation, RuleInfo } from '../../rules/rule';
import { decodeForShow, guessEncoding } from '../../intake/encoding';
import type { ExcerptLine } from '../excerpt';
import { Fields, NotAReport } from '../fields';
import type { Finding, FixEdit, RelatedPlace, Span } from '../finding';
import { levels, severities } from '../finding';
import { countsIn, spanIn } from '../jsonlReader';
import { verdicts } from '../report';
import type { ReportDocument, Tool } from '../reportDocument';
import { reportDocument } from '../reportDocument';
import { jsonFormVersion } from '../writers/json';
import type { FileFacts } from './gathering';
import { Gathering } from './gathering';
import { bounded, mostParts } from './limits';
import type { ReadResult } from './reader';
import { ExcerptsRead } from './sarifPlaces';

/**
 * Reads a report in our own JSON (`docs/report.schema.json`). What `writeJson` wrote comes back whole;
 * members that this version does not know are passed over, and what is wrong is told.
 */
export function readJson(bytes: Uint8Array): Promise<ReadResult> {
  return Promise.resolve(read(bytes));
}

function read(bytes: Uint8Array): ReadResult {
  const { encoding, bomBytes } = guessEncoding(bytes.subarray(0, 4096));
  let value: unknown;
  try {
    value = JSON.parse(decodeForShow(bytes.subarray(bomBytes), encoding));
  } catch {
    return { problem: 'The report is no JSON, or it was cut off.' };
  }
  try {
    const from = new Fields(value, 'report');
    const version = from.count('report');
    if (version > jsonFormVersion) {
      return { problem: 'The report is of a newer form than this version of Scrutineer knows.' };
    }
    const gathering = new Gathering();
    const document = documentIn(from, gathering);
    return { document, remarks: gathering.remarks };
  } catch (error) {
    if (!(error instanceof NotAReport)) throw error;
    return { problem: `The report ${error.message}.` };
  }
}

function documentIn(from: Fields, gathering: Gathering): ReportDocument {
  const excerpts = new ExcerptsRead();
  for (const item of from.list('files')) {
    const fields = new Fields(item, 'file');
    const path = text(fields, 'path');
    const file = gathering.addFile(path, factsIn(fields));
    if (!file) continue;
    for (const one of fields.list('findings')) {
      gathering.add(file, findingIn(new Fields(one, 'finding'), path, excerpts));
    }
  }
  const rules = from.list('rules').map((one) => ruleIn(new Fields(one, 'rule')));
  const tool = toolIn(from.inner('tool'));
  return reportDocument(tool, gathering.reports(), rules, excerpts.excerptOf());
}

function text(from: Fields, name: string): string {
  return bounded(from.text(name));
}

function textOrNull(from: Fields, name: string): string | null {
  const value = from.textOrNull(name);
  return value === null ? null : bounded(value);
}

/** A member that is left out where it is absent. */
function textIfAny<Name extends string>(from: Fields, name: Name): Partial<Record<Name, string>> {
  if (!from.has(name)) return {};
  return { [name]: text(from, name) } as Partial<Record<Name, string>>;
}

/** As many of the parts as are kept. */
function some(parts: readonly unknown[]): readonly unknown[] {
  return parts.slice(0, mostParts);
}

function toolIn(from: Fields): Tool {
  return { name: text(from, 'name'), version: text(from, 'version') };
}

function factsIn(from: Fields): FileFacts {
  return {
    format: textOrNull(from, 'format'),
    version: textOrNull(from, 'version'),
    kind: textOrNull(from, 'kind'),
    verdict: from.oneOf('verdict', verdicts),
    counts: countsIn(from.inner('counts')),
    omitted: from.count('omitted'),
    size: from.count('size'),
    elements: from.count('elements'),
    ...textIfAny(from, 'hash'),
  };
}

function findingIn(from: Fields, file: string, excerpts: ExcerptsRead): Finding {
  const path = from.has('path') ? text(from, 'path') : file;
  const related = from.listIfAny('related');
  const fix = from.listIfAny('fix');
  return {
    rule: text(from, 'rule'),
    code: text(from, 'code'),
    level: from.oneOf('level', levels),
    severity: from.oneOf('severity', severities),
    message: text(from, 'message'),
    ...textIfAny(from, 'help'),
    path,
    ...textIfAny(from, 'element'),
    span: placeIn(from, path, excerpts),
    ...(from.has('related')
      ? { related: some(related).map((one) => relatedIn(one, excerpts)) }
      : {}),
    ...(from.has('fix') ? { fix: some(fix).map(editIn) } : {}),
  };
}

/** The span of a place; the lines around it go to the excerpts. */
function placeIn(from: Fields, path: string, excerpts: ExcerptsRead): Span {
  const span = spanIn(from.inner('span'));
  excerpts.add(path, span, some(from.listIfAny('excerpt')).map(lineIn));
  return span;
}

function relatedIn(value: unknown, excerpts: ExcerptsRead): RelatedPlace {
  const from = new Fields(value, 'related place');
  const path = text(from, 'path');
  return { path, span: placeIn(from, path, excerpts), message: text(from, 'message') };
}

function editIn(value: unknown): FixEdit {
  const from = new Fields(value, 'fix');
  return { span: spanIn(from.inner('span')), text: text(from, 'text') };
}

function lineIn(value: unknown): ExcerptLine {
  const from = new Fields(value, 'line of source');
  const line = text(from, 'text');
  return {
    number: from.count('number'),
    text: line,
    cutBefore: from.has('cutBefore') && from.flag('cutBefore'),
    cutAfter: from.has('cutAfter') && from.flag('cutAfter'),
    mark: from.has('mark') ? markIn(from.inner('mark'), line.length) : null,
  };
}

function markIn(from: Fields, length: number): ExcerptLine['mark'] {
  const start = Math.min(from.count('from'), length);
  return { from: start, to: Math.min(Math.max(from.count('to'), start), length) };
}

function ruleIn(from: Fields): RuleInfo {
  const aliases = from.textsIfAny('aliases').slice(0, mostParts).map(bounded);
  return {
    id: text(from, 'id'),
    ...(aliases.length === 0 ? {} : { aliases }),
    level: from.oneOf('level', levels),
    severity: from.oneOf('severity', severities),
    since: text(from, 'since'),
    ...textIfAny(from, 'until'),
    meaning: text(from, 'meaning'),
    explanation: explanationIn(from.inner('explanation')),
  };
}

function explanationIn(from: Fields): Explanation {
  const example = from.has('example') ? from.inner('example') : null;
  return {
    asks: text(from, 'asks'),
    source: text(from, 'source'),
    ...(example
      ? { example: { wrong: text(example, 'wrong'), right: text(example, 'right') } }
      : {}),
  };
}
