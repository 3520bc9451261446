import type { RuleInfo } from '../../rules/rule';
import { decodeForShow, guessEncoding } from '../../intake/encoding';
import type { Finding } from '../finding';
import { levels, severities } from '../finding';
import { pathOfUri } from '../pathUri';
import type { Counts } from '../report';
import { noCounts, verdicts } from '../report';
import { reportDocument } from '../reportDocument';
import { messageText } from '../writers/sarifResult';
import type { FileFacts, GatheredFile } from './gathering';
import { codeOf, Gathering, KnownRules, severityOf, unnamedFile } from './gathering';
import { mostParts } from './limits';
import type { Loose } from './loose';
import { asObject, countIn, listIn, member, objectIn, textIn, wordIn } from './loose';
import type { ReadContext, ReadResult } from './reader';
import { ToolsRead } from './toolsRead';
import { ExcerptsRead, placeIn, replacementIn } from './sarifPlaces';
import { ruleIn } from './sarifRules';

/**
 * Reads a SARIF log (OASIS, 2.1.0; of older drafts, what is the same). What `writeSarif` wrote comes
 * back whole. Of other tools' logs all runs are taken together; results that are no problem (passed,
 * suppressed, no longer there) are left out, and that is told.
 *
 * A level of `error`, `warning` and `note` is the severity of that name, `none` a note; where a result
 * has none, that of its rule counts, else it is a warning. Files are valid unless there is an error.
 */
export function readSarif(bytes: Uint8Array, context: ReadContext): Promise<ReadResult> {
  return Promise.resolve(read(bytes, context));
}

function read(bytes: Uint8Array, { rules: known }: ReadContext): ReadResult {
  const { encoding, bomBytes } = guessEncoding(bytes.subarray(0, 4096));
  let log: Loose;
  try {
    log = asObject(JSON.parse(decodeForShow(bytes.subarray(bomBytes), encoding)));
  } catch {
    return { problem: 'The report is no JSON, or it was cut off.' };
  }
  const runs = member(log, 'runs');
  if (!Array.isArray(runs)) return { problem: 'The file has no runs, as every SARIF log does.' };
  const reader = new LogReader(new KnownRules(known));
  for (const run of runs) reader.run(asObject(run));
  return reader.finish();
}

/** What makes a result no problem, by the member that says so (sections 3.27.9, 3.27.23 and 3.27.24). */
const leftOutWords = {
  passed: 'of checks that passed',
  suppressed: 'that were suppressed',
  absent: 'that are no longer there',
} as const;

class LogReader {
  readonly #known: KnownRules;
  readonly #gathering = new Gathering();
  readonly #tools = new ToolsRead();
  readonly #rules = new Map<string, RuleInfo>();
  readonly #excerpts = new ExcerptsRead();
  readonly #leftOut = new Map<keyof typeof leftOutWords, number>();
  #codePoints = false;

  constructor(known: KnownRules) {
    this.#known = known;
  }

  run(run: Loose): void {
    const tool = objectIn(run, 'tool');
    const driver = objectIn(tool, 'driver');
    this.#tools.add({
      name: textIn(driver, 'name') ?? 'unknown',
      version: textIn(driver, 'version') ?? textIn(driver, 'semanticVersion') ?? '',
    });
    if (textIn(run, 'columnKind') === 'unicodeCodePoints') this.#codePoints = true;
    const artifacts = listIn(run, 'artifacts').map(asObject);
    const files = artifacts.map((artifact) => this.#artifact(artifact));
    const components = [driver, ...listIn(tool, 'extensions').map(asObject)];
    const pathOf = (location: Loose): string => pathIn(location, artifacts);
    for (const item of listIn(run, 'results')) {
      const result = asObject(item);
      const reason = whyLeftOut(result);
      if (reason) this.#leftOut.set(reason, (this.#leftOut.get(reason) ?? 0) + 1);
      else this.#result(result, components, files, pathOf);
    }
  }

  finish(): ReadResult {
    const remarks = [...this.#gathering.remarks, ...this.#tools.remarks];
    for (const [reason, count] of this.#leftOut) {
      remarks.push(`Results ${leftOutWords[reason]} are left out: ${count}.`);
    }
    if (this.#codePoints) {
      remarks.push(
        'The tool counts columns in characters, not in UTF-16 units: behind an emoji they may be one less.',
      );
    }
    const files = this.#gathering.reports();
    const document = reportDocument(
      this.#tools.first ?? { name: 'unknown', version: '' },
      files,
      [...this.#rules.values()],
      this.#excerpts.excerptOf(),
    );
    return { document, remarks };
  }

  /** A file that the log tells of; only those that were checked are files of the report by themselves. */
  #artifact(artifact: Loose): GatheredFile | null {
    const roles = listIn(artifact, 'roles');
    const bag = objectIn(artifact, 'properties');
    if (!roles.includes('analysisTarget') && wordIn(bag, 'verdict', verdicts) === undefined) {
      return null;
    }
    return this.#gathering.addFile(pathIn(objectIn(artifact, 'location'), []), factsIn(artifact));
  }

  #result(
    result: Loose,
    components: readonly Loose[],
    files: readonly (GatheredFile | null)[],
    pathOf: (location: Loose) => string,
  ): void {
    const descriptor = descriptorOf(result, components);
    const rule =
      textIn(result, 'ruleId') ??
      textIn(objectIn(result, 'rule'), 'id') ??
      textIn(descriptor, 'id') ??
      'unknown';
    if (!this.#rules.has(rule)) {
      const info = ruleIn(descriptor, rule, this.#known) ?? this.#known.get(rule);
      if (info) this.#rules.set(rule, info);
    }
    const bag = objectIn(result, 'properties');
    const first = asObject(listIn(result, 'locations')[0]);
    const { path, span, lines } = placeIn(first, pathOf);
    this.#excerpts.add(path, span, lines);
    const help = textIn(bag, 'help');
    const element = elementIn(first);
    const related = listIn(result, 'relatedLocations')
      .slice(0, mostParts)
      .map((item) => {
        const it = asObject(item);
        const place = placeIn(it, pathOf);
        this.#excerpts.add(place.path, place.span, place.lines);
        const message = textIn(objectIn(it, 'message'), 'text') ?? '';
        return { path: place.path, span: place.span, message };
      });
    const fix = fixIn(result);
    const finding: Finding = {
      rule,
      code: textIn(bag, 'code') ?? codeOf(rule),
      level: wordIn(bag, 'level', levels) ?? this.#known.levelOf(rule),
      severity: wordIn(bag, 'severity', severities) ?? severityOf(levelWord(result, descriptor)),
      message: messageIn(result, descriptor, help),
      ...(help === undefined ? {} : { help }),
      path,
      span,
      ...(element === undefined ? {} : { element }),
      ...(related.length === 0 ? {} : { related }),
      ...(fix.length === 0 ? {} : { fix }),
    };
    const at = countIn(bag, 'file') ?? indexIn(first);
    const file = (at === undefined ? null : files[at]) ?? this.#gathering.file(path);
    if (file) this.#gathering.add(file, finding);
  }
}

function factsIn(artifact: Loose): FileFacts {
  const bag = objectIn(artifact, 'properties');
  const hashes = objectIn(artifact, 'hashes');
  return {
    format: textIn(bag, 'format') ?? null,
    version: textIn(bag, 'version') ?? null,
    kind: textIn(bag, 'kind') ?? null,
    verdict: wordIn(bag, 'verdict', verdicts),
    counts: countsIn(objectIn(bag, 'counts')),
    omitted: countIn(bag, 'omitted'),
    size: countIn(artifact, 'length'),
    elements: countIn(bag, 'elements'),
    hash: textIn(hashes, 'sha-256'),
  };
}

function countsIn(bag: Loose): Counts | undefined {
  const counts = noCounts();
  for (const severity of severities) {
    const count = countIn(bag, severity);
    if (count === undefined) return undefined;
    counts[severity] = count;
  }
  return counts;
}

function whyLeftOut(result: Loose): keyof typeof leftOutWords | null {
  const kind = textIn(result, 'kind');
  if (kind === 'pass' || kind === 'notApplicable') return 'passed';
  const suppressions = listIn(result, 'suppressions').map(asObject);
  const suppressed = suppressions.some((it) => {
    const status = textIn(it, 'status');
    return status === undefined || status === 'accepted';
  });
  if (suppressed) return 'suppressed';
  return textIn(result, 'baselineState') === 'absent' ? 'absent' : null;
}

/** What a result's tool says of its rule: by index, or by id, in the driver or in an extension of it. */
function descriptorOf(result: Loose, components: readonly Loose[]): Loose {
  const reference = objectIn(result, 'rule');
  const extension = countIn(objectIn(reference, 'toolComponent'), 'index');
  const component = components[extension === undefined ? 0 : extension + 1];
  const rules = component ? listIn(component, 'rules') : [];
  const index = countIn(result, 'ruleIndex') ?? countIn(reference, 'index');
  if (index !== undefined) return asObject(rules[index]);
  const id = textIn(result, 'ruleId') ?? textIn(reference, 'id');
  return (id === undefined ? undefined : byId(rules).get(id)) ?? {};
}

/** Rules by their ids, for tools that leave the index out. */
function byId(rules: readonly unknown[]): ReadonlyMap<string, Loose> {
  let made = rulesById.get(rules);
  if (!made) {
    made = new Map(rules.map(asObject).map((rule) => [textIn(rule, 'id') ?? '', rule]));
    rulesById.set(rules, made);
  }
  return made;
}

const rulesById = new WeakMap<readonly unknown[], ReadonlyMap<string, Loose>>();

function levelWord(result: Loose, descriptor: Loose): string | undefined {
  const kind = textIn(result, 'kind');
  // Only what failed has a level (section 3.27.10).
  if (kind !== undefined && kind !== 'fail') return 'none';
  return textIn(result, 'level') ?? textIn(objectIn(descriptor, 'defaultConfiguration'), 'level');
}

/**
 * The message (section 3.11): its text, or the one of the rule's that it names, with the arguments put
 * in, and links to places (`[text](1)`) as their text. What was written as help is told apart again.
 */
function messageIn(result: Loose, descriptor: Loose, help: string | undefined): string {
  const message = objectIn(result, 'message');
  const named = textIn(message, 'id');
  const strings = objectIn(descriptor, 'messageStrings');
  const text =
    textIn(message, 'text') ??
    (named === undefined ? undefined : textIn(objectIn(strings, named), 'text')) ??
    textIn(message, 'markdown') ??
    textIn(objectIn(descriptor, 'shortDescription'), 'text') ??
    '';
  if (help !== undefined) {
    const end = messageText('', help);
    return text.endsWith(end) ? text.slice(0, text.length - end.length) : text;
  }
  const args = listIn(message, 'arguments');
  const filled =
    args.length === 0
      ? text
      : text.replace(/\{(\d{1,3})\}/g, (placeholder, index: string) => {
          const value = args[Number(index)];
          return typeof value === 'string' ? value : placeholder;
        });
  return filled.replace(/\[([^[\]]*)\]\(\d+\)/g, '$1');
}

/** The innermost element, where the place is told as one of a document. */
function elementIn(location: Loose): string | undefined {
  for (const item of listIn(location, 'logicalLocations')) {
    const logical = asObject(item);
    const name = textIn(logical, 'fullyQualifiedName');
    if (name !== undefined && textIn(logical, 'kind') === 'element') return name;
  }
  return undefined;
}

/** The edits of the first fix: others would be another way to do the same. */
function fixIn(result: Loose): NonNullable<Finding['fix']> {
  const fix = asObject(listIn(result, 'fixes')[0]);
  const changes = listIn(fix, 'artifactChanges');
  // An edit has no path of its own: it is one of the file that the finding is in.
  if (changes.length !== 1) return [];
  const edits = listIn(asObject(changes[0]), 'replacements').map((it) =>
    replacementIn(asObject(it)),
  );
  const whole = edits.filter((edit) => edit !== null);
  return edits.length > mostParts || whole.length < edits.length ? [] : whole;
}

function indexIn(location: Loose): number | undefined {
  const physical = objectIn(location, 'physicalLocation');
  return countIn(objectIn(physical, 'artifactLocation'), 'index');
}

/** The path of a file: by its address, or by that of the artifact that it is said to be. */
function pathIn(artifactLocation: Loose, artifacts: readonly Loose[]): string {
  const uri = textIn(artifactLocation, 'uri');
  if (uri !== undefined) return pathOfUri(uri);
  const index = countIn(artifactLocation, 'index');
  const artifact = index === undefined ? undefined : artifacts[index];
  const other = artifact && textIn(objectIn(artifact, 'location'), 'uri');
  return other === undefined ? unnamedFile : pathOfUri(other);
}
