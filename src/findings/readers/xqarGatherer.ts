import type { Tag } from '../../engine/tokenizer';
import type { RuleInfo } from '../../rules/rule';
import type { Counts } from '../report';
import { noCounts } from '../report';
import { reportDocument } from '../reportDocument';
import { fileCheckerId, ownName } from '../writers/xqar';
import { Gathering, KnownRules, unnamedFile } from './gathering';
import { mostFindings, mostParts } from './limits';
import type { ReadResult } from './reader';
import { ToolsRead } from './toolsRead';
import type { Attributes } from './xqarAttributes';
import type { Issue, Location } from './xqarIssue';
import { numberIn, textOf } from './xqarAttributes';
import { findingOf, ruleOf, severityOfIssue } from './xqarIssue';
import { factsIn, ruleIn } from './xqarMetadata';

interface Bundle {
  name: string;
  version: string;
  /** The file that it is about, once the parameter that names it has come. */
  path: string | null;
  issues: { issue: Issue; checker: Checker }[];
  /** Issues that there is no room for. */
  dropped: Counts;
  /** What our own checker of the file tells of it; null in bundles of others. */
  facts: ReadonlyMap<string, string> | null;
}

/** A checker of a bundle, which names the rule of issues that do not. */
interface Checker {
  id: string;
  description: string;
  metadata: [key: string, value: string][];
}

/** Puts a report together from the start tags of its document. */
export class XqarGatherer {
  readonly #known: KnownRules;
  readonly #gathering = new Gathering();
  readonly #rules = new Map<string, RuleInfo>();
  readonly #tools = new ToolsRead();
  /** Names of the open elements, the root's first. */
  readonly #open: string[] = [];
  #bundle: Bundle | null = null;
  #checker: Checker | null = null;
  #issue: Issue | null = null;
  /** Whether the domain-specific information that was begun last is our own. */
  #isOwn = false;
  #issues = 0;

  constructor(rules?: readonly RuleInfo[]) {
    this.#known = new KnownRules(rules);
  }

  /** Takes the next start tag of the document. */
  see({ name, depth, attributes }: Tag): void {
    this.#open.length = Math.min(this.#open.length, depth - 1);
    this.#open.push(name);
    if (this.#open[0] !== 'CheckerResults') return;
    const parent = this.#open[depth - 2];
    switch (name) {
      case 'CheckerBundle':
        this.#endBundle();
        this.#bundle = beginBundle(attributes);
        break;
      case 'Param':
        if (parent === 'CheckerBundle') this.#parameter(attributes);
        break;
      case 'Checker':
        this.#endChecker();
        this.#checker = beginChecker(attributes);
        break;
      case 'Metadata':
        this.#metadata(attributes);
        break;
      case 'Issue':
        this.#beginIssue(attributes);
        break;
      default:
        if (this.#issue) this.#seeInIssue(name, parent, attributes, this.#issue);
    }
  }

  /** The report; null where the document is none. */
  finish(): Extract<ReadResult, { document: unknown }> | null {
    if (this.#open[0] !== 'CheckerResults') return null;
    this.#endBundle();
    const remarks = [...this.#gathering.remarks, ...this.#tools.remarks];
    const tool = this.#tools.first ?? { name: '', version: '' };
    const rules = [...this.#rules.values()];
    return { document: reportDocument(tool, this.#gathering.reports(), rules), remarks };
  }

  #parameter(attributes: Attributes): void {
    if (!this.#bundle || attributes.get('name') !== 'InputFile') return;
    this.#bundle.path ??= textOf(attributes, 'value');
  }

  #metadata(attributes: Attributes): void {
    const metadata = this.#checker?.metadata;
    if (!metadata || metadata.length >= mostParts) return;
    metadata.push([textOf(attributes, 'key'), textOf(attributes, 'value')]);
  }

  #beginIssue(attributes: Attributes): void {
    const bundle = (this.#bundle ??= beginBundle(new Map()));
    const checker = (this.#checker ??= beginChecker(new Map()));
    this.#isOwn = false;
    if (this.#issues >= mostFindings) {
      this.#issue = null;
      bundle.dropped[severityOfIssue(attributes)]++;
      return;
    }
    this.#issues++;
    this.#issue = { attributes, locations: [], own: null, related: [], edits: [] };
    bundle.issues.push({ issue: this.#issue, checker });
  }

  #seeInIssue(
    name: string,
    parent: string | undefined,
    attributes: Attributes,
    issue: Issue,
  ): void {
    switch (name) {
      case 'Locations':
        this.#beginPlace(issue, textOf(attributes, 'description'));
        break;
      case 'FileLocation':
      case 'XMLLocation': {
        // Before version 1.0 places stood in the issue itself, each described by itself.
        const within =
          parent === 'Locations'
            ? issue.locations.at(-1)
            : this.#beginPlace(issue, textOf(attributes, 'description'));
        if (!within) break;
        if (name === 'FileLocation') within.file ??= attributes;
        else within.xpath ??= textOf(attributes, 'xpath');
        break;
      }
      case 'DomainSpecificInfo':
        this.#isOwn = attributes.get('name') === ownName;
        break;
      case 'Finding':
        if (this.#isOwn && parent === 'DomainSpecificInfo') issue.own = attributes;
        break;
      case 'Related':
        if (this.#isOwn && issue.related.length < mostParts) issue.related.push(attributes);
        break;
      case 'Edit':
        if (this.#isOwn && issue.edits.length < mostParts) issue.edits.push(attributes);
        break;
    }
  }

  #beginPlace({ locations }: Issue, description: string): Location | undefined {
    if (locations.length >= mostParts) return undefined;
    const place: Location = { description, file: null, xpath: undefined };
    locations.push(place);
    return place;
  }

  #endChecker(): void {
    const checker = this.#checker;
    this.#checker = null;
    this.#issue = null;
    if (!checker) return;
    if (checker.id === fileCheckerId && this.#bundle)
      this.#bundle.facts = new Map(checker.metadata);
    const rule = ruleIn(checker.id, checker.metadata, checker.description);
    if (rule) this.#rules.set(rule.id, rule);
  }

  #endBundle(): void {
    this.#endChecker();
    const bundle = this.#bundle;
    this.#bundle = null;
    if (!bundle) return;
    const { name, version, facts, issues, dropped } = bundle;
    this.#tools.add({ name: facts?.get('tool') ?? name, version });
    if (bundle.path === null && issues.length === 0) return;
    const path = bundle.path ?? unnamedFile;
    const file = facts ? this.#gathering.addFile(path, factsIn(facts)) : this.#gathering.file(path);
    if (!file) return;
    // Ours go by rule; their numbers tell the order in which they were found.
    if (facts) issues.sort((a, b) => numberOf(a.issue) - numberOf(b.issue));
    for (const { issue, checker } of issues) {
      const finding = findingOf(issue, file.path, checker.id, this.#known);
      this.#gathering.add(file, finding);
      if (this.#rules.has(finding.rule)) continue;
      const rule = this.#known.get(finding.rule) ?? ruleOf(finding, checker.description);
      if (rule) this.#rules.set(finding.rule, rule);
    }
    this.#gathering.drop(file, dropped);
  }
}

function beginBundle(attributes: Attributes): Bundle {
  return {
    name: textOf(attributes, 'name'),
    version: textOf(attributes, 'version'),
    path: null,
    issues: [],
    dropped: noCounts(),
    facts: null,
  };
}

function beginChecker(attributes: Attributes): Checker {
  const id = textOf(attributes, 'checkerId');
  return { id, description: textOf(attributes, 'description'), metadata: [] };
}

function numberOf({ attributes }: Issue): number {
  return numberIn(attributes, 'issueId') ?? 0;
}
