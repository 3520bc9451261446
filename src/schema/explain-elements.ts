import type { Explanation, Judgement } from './explanation';
import { changeVersion, existsElsewhere, thisFile } from './explain-versions';
import { childDeprecation, childKnownIn } from './history';
import type { StructureIssue } from './issue';
import { childrenOf, modelOf, type SchemaModel, type TypeModel } from './model';
import { nearest } from './nearest';
import { lacksOf, misplacementOf, type Lack } from './order';
import { placesOf } from './places';
import { contentIn, versionIndex, type ContentDeclaration } from './schema';
import { anyOf, insteadOf, joined, listed, oneOf, quoted, withArticle } from './words';

/** A document that begins with the wrong element. */
export function unexpectedRoot(issue: StructureIssue, judgement: Judgement): Explanation {
  const { element } = issue;
  const model = modelOf(judgement.schema, judgement.version);
  const roots = model.roots.map((root) => root.name);
  if (roots.includes(element)) {
    const space =
      issue.namespace === undefined ? 'a namespace' : `the namespace ${quoted(issue.namespace)}`;
    return {
      message: `The root element ${quoted(element)} is in ${space}; it must be in none.`,
      help: `Remove the declaration of the namespace, ${quoted('xmlns')}, and prefixes.`,
    };
  }
  const message = `The root element is ${quoted(element)}; it must be ${anyOf(roots, element)}.`;
  const meant = nearest(element, roots);
  if (meant !== null) return { message, help: `Did you mean ${quoted(meant)}?` };
  const parents = placesOf(model).parents.get(element) ?? [];
  if (parents.length === 0) return { message };
  return { message, help: `${quoted(element)} belongs ${inParents(parents, model, '')}.` };
}

/** Where an element belongs: "in `Event`", or "directly under the root", whatever that may be called. */
function inParents(parents: readonly string[], model: SchemaModel, found: string): string {
  const roots = model.roots.map((root) => root.name);
  const isRoots = parents.every((parent) => roots.includes(parent));
  return isRoots ? 'directly under the root' : `in ${anyOf(parents, found)}`;
}

/** A child that the parent's type does not know at all. */
export function unknownElement(issue: StructureIssue, judgement: Judgement): Explanation {
  const { element, type, parent = type } = issue;
  const model = modelOf(judgement.schema, judgement.version);
  const owner = model.types.get(type);
  const children = owner === undefined ? [] : childrenOf(owner).map((child) => child.name);
  if (children.includes(element)) {
    return {
      message: `${quoted(element)} in ${quoted(parent)} is in a namespace; it must be in none.`,
      help: 'Remove the prefix or the declaration of the namespace.',
    };
  }
  const meant = nearest(element, issue.expected ?? []) ?? nearest(element, children);
  const known = childKnownIn(judgement.schema, type, element);
  const elsewhere = existsElsewhere(known, judgement);
  if (elsewhere !== null) {
    const message = `${quoted(element)} in ${quoted(parent)} ${elsewhere}.`;
    const help =
      meant === null ? changeVersion(known, judgement) : `Did you mean ${quoted(meant)}?`;
    return { message, help };
  }
  if (meant !== null) {
    return {
      message: `${quoted(parent)} cannot contain ${quoted(element)}${expectation(issue)}.`,
      help: `Did you mean ${quoted(meant)}?`,
    };
  }
  return misplaced(issue, judgement, `${quoted(parent)} cannot contain ${quoted(element)}`);
}

/** What to say of a child that belongs to quite another parent, or to none. */
function misplaced(issue: StructureIssue, judgement: Judgement, claim: string): Explanation {
  const { element } = issue;
  const model = modelOf(judgement.schema, judgement.version);
  const places = placesOf(model);
  const parents = places.parents.get(element) ?? [];
  const message = `${claim}${expectation(issue)}.`;
  if (parents.length > 0) {
    return {
      message,
      help: `${quoted(element)} belongs ${inParents(parents, model, issue.parent ?? '')}.`,
    };
  }
  if (isAttribute(issue, judgement)) {
    return { message, help: `${quoted(element)} is an attribute here: write it in the start tag.` };
  }
  const elsewhere = inOtherVersions(element, judgement);
  if (elsewhere !== null) return { message, help: elsewhere };
  // Among so many names, a short one is near to something by chance.
  const similar = element.length < 5 ? null : nearest(element, places.elements);
  if (similar !== null) {
    const homes = inParents(places.parents.get(similar) ?? [], model, issue.parent ?? '');
    return { message, help: `There is ${quoted(similar)}, which belongs ${homes}.` };
  }
  return { message };
}

/** Says since or until when there is such an element, and where, if this version has none. */
function inOtherVersions(element: string, judgement: Judgement): string | null {
  const { schema } = judgement;
  const parentsIn = (version: string): readonly string[] =>
    placesOf(modelOf(schema, version)).parents.get(element) ?? [];
  const known = schema.versions.filter((version) => parentsIn(version).length > 0);
  const [first] = known;
  const exists = existsElsewhere(known, judgement);
  if (first === undefined || exists === null) return null;
  return `${quoted(element)} ${exists}. It belongs ${inParents(parentsIn(first), modelOf(schema, first), '')}.`;
}

/** Whether the parent has an attribute of the child's name. */
function isAttribute({ element, type }: StructureIssue, judgement: Judgement): boolean {
  const owner = modelOf(judgement.schema, judgement.version).types.get(type);
  return owner?.attributes.some(({ name }) => name === element) ?? false;
}

/** A child that the parent's type knows, at a place where it may not stand. */
export function unexpectedElement(issue: StructureIssue, judgement: Judgement): Explanation {
  const { element, type, parent = type, expected, seen = [] } = issue;
  const owner = modelOf(judgement.schema, judgement.version).types.get(type);
  const content = owner?.content;
  const how =
    content?.kind === 'elements' && expected !== undefined
      ? misplacementOf(content.model, element, expected)
      : null;
  if (how?.kind === 'again' || (seen.includes(element) && how?.kind === 'late')) {
    return {
      message: `A second ${quoted(element)} in ${quoted(parent)}; only one may stand there.`,
      help: 'Remove one of them.',
    };
  }
  switch (how?.kind) {
    case 'early':
      return {
        message: `${quoted(parent)} ${lackVerb([how.lack])} ${lackPhrase(how.lack)} before ${quoted(element)}.`,
        help: helpForEarly(how.lack),
      };
    case 'late': {
      const once = how.once ? ', and only once' : '';
      return {
        message: `In ${quoted(parent)}, ${quoted(element)} must come before ${listed(how.after, 'and')}${once}.`,
        help: 'Move it up, or remove it if there is one above.',
      };
    }
    case 'alternative':
      return tooMany(parent, element, how, judgement);
    default:
      return {
        message: `${quoted(element)} cannot stand here in ${quoted(parent)}${expectation(issue)}.`,
      };
  }
}

/** An element that excludes, or is excluded by, one that stands there already. */
function tooMany(
  parent: string,
  element: string,
  { among, whole }: { readonly among: readonly string[]; readonly whole: boolean },
  judgement: Judgement,
): Explanation {
  const places = placesOf(modelOf(judgement.schema, judgement.version));
  const limit = whole && among.length > 2 ? 'one element only' : `only ${oneOf(among, element)}`;
  const help = places.repeatable.has(parent)
    ? `Keep one of them, or give each ${withArticle(quoted(parent))} of its own where that may be repeated.`
    : 'Keep one of them.';
  return {
    message: `${quoted(parent)} may contain ${limit}; ${quoted(element)} is one too many.`,
    help,
  };
}

/** An element that ended before its content was complete. */
export function missingElement(issue: StructureIssue, judgement: Judgement): Explanation {
  const { element, type, expected = [] } = issue;
  const model = modelOf(judgement.schema, judgement.version);
  const owner = model.types.get(type);
  const content = owner?.content;
  const lacks = content?.kind === 'elements' ? lacksOf(content.model, expected) : [];
  if (lacks.length === 0) {
    return { message: `${quoted(element)} is incomplete: expected ${anyOf(expected, '')}.` };
  }
  const single = lacks.length === 1 ? lacks[0] : undefined;
  const version = single === undefined ? '' : dispensable(single, type, judgement);
  const message = `${quoted(element)} ${lackVerb(lacks)} ${joined(lacks.slice(0, 5).map(lackPhrase), 'and')}${version}.`;
  return { message, help: helpFor(lacks, owner) };
}

function lackVerb(lacks: readonly Lack[]): string {
  return lacks.some((lack) => lack.least > 1) ? 'needs' : 'lacks';
}

function lackPhrase(lack: Lack): string {
  if (lack.any) return oneOf(lack.names, '');
  const names = listed(lack.names, 'and');
  return lack.least > 1 ? `at least ${lack.least} ${names} elements` : names;
}

/**
 * The repair where something must stand before an element. What stands after that element has not been
 * read yet, so it may be missing altogether or only come too late.
 */
function helpForEarly(lack: Lack): string {
  if (lack.least > 1) return 'Add more there, or move them up if they stand further down.';
  const what = lack.any ? 'the one that is meant' : 'it';
  return `Add ${what} there, or move it up if it stands further down.`;
}

function helpFor(lacks: readonly Lack[], owner: TypeModel | undefined): string {
  const [first, ...others] = lacks;
  if (first === undefined) return '';
  if (first.any && others.length === 0) return 'Add the one that is meant.';
  if (first.least > 1) return `Add more ${listed(first.names, 'and')} elements.`;
  const model = owner?.content.kind === 'elements' ? owner.content.model : null;
  if (model?.kind !== 'sequence') return others.length > 0 ? 'Add them.' : 'Add it.';
  if (others.length > 0) return 'Add them, in this order.';
  const at = model.parts.findIndex(
    (part) => part.kind === 'element' && part.name === first.names[0],
  );
  const before = model.parts[at - 1];
  return before?.kind === 'element' && before.min > 0
    ? `Add it after ${quoted(before.name)}.`
    : 'Add it.';
}

/** Says if another version could do without what is missing. */
function dispensable(lack: Lack, type: string, judgement: Judgement): string {
  const { schema, version } = judgement;
  const owner = schema.types.get(type);
  const now = versionIndex(schema, version);
  if (owner === undefined) return '';
  const content = contentIn(owner, now);
  if (lack.any && content !== null && content.emptyUntil >= 0 && content.emptyUntil < now) {
    const last = schema.versions[content.emptyUntil] ?? '';
    return ` (it could be empty until ${last}; ${thisFile(judgement)})`;
  }
  const part = content?.parts.find(({ name }) => name === lack.names[0]);
  if (lack.any || part === undefined) return '';
  const choice = owner.contents.find((one) => one.kind === 'choice' && one.since > now);
  if (content?.kind === 'sequence' && choice?.parts.some(({ name }) => name === part.name)) {
    const since = schema.versions[choice.since] ?? '';
    return ` (since ${since} one of ${listed(namesOf(choice), 'or')} is enough; ${thisFile(judgement)})`;
  }
  const later = part.steps.find((step) => step.since > now && step.occurs.min === 0);
  if (later === undefined) return '';
  return ` (optional since ${schema.versions[later.since] ?? ''}; ${thisFile(judgement)})`;
}

function namesOf(content: ContentDeclaration): string[] {
  return content.parts.map(({ name }) => name);
}

/** Character data between elements. */
export function unexpectedText(issue: StructureIssue): Explanation {
  return {
    message: `Text stands in ${quoted(issue.element)}, which can contain elements only.`,
    help: 'Remove it, or make it a comment: <!-- … -->.',
  };
}

/** Anything in an element that must be empty, or an element in one that contains text. */
export function contentInEmpty(issue: StructureIssue, judgement: Judgement): Explanation {
  const { element, type, parent } = issue;
  const owner = modelOf(judgement.schema, judgement.version).types.get(type);
  if (parent === undefined) return textInEmpty(issue);
  const known = childKnownIn(judgement.schema, type, element);
  const elsewhere = existsElsewhere(known, judgement);
  if (elsewhere !== null) {
    return {
      message: `${quoted(element)} in ${quoted(parent)} ${elsewhere}.`,
      help: changeVersion(known, judgement),
    };
  }
  const only = owner?.content.kind === 'text' ? 'can contain text only' : 'must be empty';
  const claim = `${quoted(element)} stands in ${quoted(parent)}, which ${only}`;
  return misplaced({ ...issue, expected: [], mayEnd: false }, judgement, claim);
}

function textInEmpty(issue: StructureIssue): Explanation {
  const { element, white = false } = issue;
  const what = white ? 'blanks or line breaks' : 'text';
  return {
    message: `${quoted(element)} must be empty, but contains ${what}.`,
    help: `Close the tag at once, ${quoted(`<${element} … />`)}; a comment may stand inside, and nothing else.`,
  };
}

/** An element that should not be used any more. */
export function deprecatedElement(issue: StructureIssue, judgement: Judgement): Explanation {
  const { element, type, parent = type } = issue;
  const { schema, version } = judgement;
  const deprecation = childDeprecation(schema, version, type, element);
  const since = schema.versions[deprecation?.since ?? 0] ?? version;
  return {
    message: `${quoted(element)} in ${quoted(parent)} has been deprecated since ${since}.`,
    ...insteadOf(deprecation),
  };
}

/** "; expected `a` or `b`", with the end of the parent where that could come as well. */
function expectation(issue: StructureIssue): string {
  const { element, parent = issue.type, expected = [], mayEnd = false } = issue;
  if (expected.length === 0) return mayEnd ? '; nothing more may follow there' : '';
  const names = anyOf(expected, element);
  return mayEnd ? `; expected ${names}, or the end of ${quoted(parent)}` : `; expected ${names}`;
}
