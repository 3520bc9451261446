import type { RuleInfo } from '../../rules/rule';
import type { Finding, RelatedPlace, Severity } from '../finding';
import { concernsWholeFile, levels, severities, wholeFileSpan } from '../finding';
import type { KnownRules } from './gathering';
import { codeOf } from './gathering';
import type { Attributes } from './xqarAttributes';
import { spanIn, textOf } from './xqarAttributes';

/** An issue as its start tags tell it. */
export interface Issue {
  attributes: Attributes;
  locations: Location[];
  /** What we wrote beside it: of the finding, its related places and its edits. */
  own: Attributes | null;
  related: Attributes[];
  edits: Attributes[];
}

/** One of an issue's places. */
export interface Location {
  description: string;
  file: Attributes | null;
  xpath: string | undefined;
}

/** XQAR's levels (`IssueSeverity` in ASAM's libraries), also by their names. */
const issueLevels: Readonly<Record<string, Severity>> = {
  '1': 'error',
  '2': 'warning',
  '3': 'info',
  ERROR: 'error',
  WARNING: 'warning',
  INFORMATION: 'info',
};

/** How bad an issue is; one without a level is a warning. */
export function severityOfIssue(attributes: Attributes): Severity {
  return issueLevels[attributes.get('level')?.trim() ?? ''] ?? 'warning';
}

/** An issue as a finding on a file. */
export function findingOf(
  issue: Issue,
  file: string,
  checkerId: string,
  known: KnownRules,
): Finding {
  return issue.own
    ? ownFinding(issue, issue.own, file)
    : foreignFinding(issue, file, checkerId, known);
}

function ownFinding(issue: Issue, own: Attributes, file: string): Finding {
  const { attributes, locations } = issue;
  const wordOf = <Word extends string>(name: string, words: readonly Word[], other: Word): Word =>
    words.find((word) => word === own.get(name)) ?? other;
  const element = locations[0]?.xpath;
  return {
    rule: own.has('rule') ? textOf(own, 'rule') : textOf(attributes, 'ruleUID'),
    code: textOf(own, 'code'),
    level: wordOf('level', levels, 'structure'),
    severity: wordOf('severity', severities, severityOfIssue(attributes)),
    message: textOf(attributes, 'description'),
    ...(own.has('help') ? { help: textOf(own, 'help') } : {}),
    path: own.has('path') ? textOf(own, 'path') : file,
    span: spanIn(own),
    ...(element === undefined ? {} : { element }),
    ...(issue.related.length === 0 ? {} : { related: issue.related.map(ownRelated) }),
    ...(issue.edits.length === 0
      ? {}
      : { fix: issue.edits.map((edit) => ({ span: spanIn(edit), text: textOf(edit, 'text') })) }),
  };
}

function ownRelated(place: Attributes): RelatedPlace {
  return { path: textOf(place, 'path'), span: spanIn(place), message: textOf(place, 'message') };
}

function foreignFinding(
  { attributes, locations }: Issue,
  file: string,
  checkerId: string,
  known: KnownRules,
): Finding {
  const rule = textOf(attributes, 'ruleUID') || checkerId || 'unknown';
  const [first, ...others] = locations;
  const element = first?.xpath;
  return {
    rule,
    code: codeOf(rule),
    level: known.levelOf(rule),
    severity: severityOfIssue(attributes),
    message: messageOf(textOf(attributes, 'description'), first?.description ?? ''),
    path: file,
    span: placeOf(first),
    ...(element === undefined ? {} : { element }),
    ...(others.length === 0
      ? {}
      : {
          related: others.map((place) => ({
            path: file,
            span: placeOf(place),
            message: about(place),
          })),
        }),
  };
}

function placeOf(place: Location | undefined): Finding['span'] {
  return place?.file ? spanIn(place.file) : { ...wholeFileSpan };
}

/** What a further place is; where its line is not known its path in the document has to do. */
function about(place: Location): string {
  const { description, xpath } = place;
  if (xpath === undefined || !concernsWholeFile(placeOf(place))) return description;
  return description === '' ? xpath : `${description} (${xpath})`;
}

/** ASAM's checkers say in general terms what is wrong, and at the place what it is there. */
function messageOf(issue: string, place: string): string {
  if (place === '' || place === issue) return issue;
  if (issue === '') return place;
  return /[.!?:]$/.test(issue) ? `${issue} ${place}` : `${issue}: ${place}`;
}

/** What a checker's description tells of the rule of a finding; undefined where there is none. */
export function ruleOf(finding: Finding, description: string): RuleInfo | undefined {
  if (description === '') return undefined;
  const { rule: id, level, severity } = finding;
  const explanation = { asks: description, source: '' };
  return { id, level, severity, since: '', meaning: description, explanation };
}
