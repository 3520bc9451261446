import type { Explanation, Judgement } from './explanation';
import { changeVersion, existsElsewhere, thisFile } from './explain-versions';
import { attributeDeprecation, attributeKnownIn, attributeRequiredIn, childOf } from './history';
import type { StructureIssue } from './issue';
import { childrenOf, modelOf, type SchemaModel } from './model';
import { nearest } from './nearest';
import { placesOf } from './places';
import { versionIndex } from './schema';
import { anyOf, insteadOf, listed, oneOf, quoted } from './words';

/** What XML Schema allows on any element, by its customary prefix. */
const instanceAttributes = ['xsi:noNamespaceSchemaLocation', 'xsi:schemaLocation'];

/** An attribute that the element's type does not have. */
export function unknownAttribute(issue: StructureIssue, judgement: Judgement): Explanation {
  const { element, type, attribute = '', present = [] } = issue;
  const model = modelOf(judgement.schema, judgement.version);
  const own = model.types.get(type)?.attributes.map(({ name }) => name) ?? [];
  const free = own.filter((name) => !present.includes(name));
  const known = attributeKnownIn(judgement.schema, type, attribute);
  const elsewhere = existsElsewhere(known, judgement);
  if (elsewhere !== null && !own.includes(attribute)) {
    return {
      message: `The attribute ${quoted(attribute)} of ${quoted(element)} ${elsewhere}.`,
      help: changeVersion(known, judgement),
    };
  }
  const message = `${quoted(element)} has no attribute ${quoted(attribute)}${choices()}.`;
  const help = proposal();
  return help === null ? { message } : { message, help };

  function choices(): string {
    if (own.length === 0) return '; it has none at all';
    if (free.length === 0) {
      return own.length > 5
        ? '; all that it has are given already'
        : `; it has only ${listed(own, 'and')}`;
    }
    return `; it may also have ${anyOf(free, attribute)}`;
  }

  function proposal(): string | null {
    const meant = nearest(attribute, attribute.startsWith('xsi:') ? instanceAttributes : free);
    if (meant !== null) return `Did you mean ${quoted(meant)}?`;
    const twin = nearest(attribute, own);
    if (twin !== null) return `${quoted(twin)} is given already; remove this one.`;
    if (childOf(model, type, attribute) !== null) {
      return `${quoted(attribute)} is an element here: write it between the tags of ${quoted(element)}.`;
    }
    return ownedNearby(model, type, attribute);
  }
}

/** Says which child element the attribute belongs to, or else which few elements have it at all. */
function ownedNearby(model: SchemaModel, type: string, attribute: string): string | null {
  const owner = model.types.get(type);
  const children = (owner === undefined ? [] : childrenOf(owner)).filter((child) =>
    model.types.get(child.type)?.attributes.some(({ name }) => name === attribute),
  );
  if (children.length > 0 && children.length <= 3) {
    const names = children.map((child) => child.name);
    return `It is an attribute of ${listed(names, 'and')}, which may stand in here.`;
  }
  const carriers = placesOf(model).carriers.get(attribute) ?? [];
  if (carriers.length === 0 || carriers.length > 3) return null;
  return `It is an attribute of ${listed(carriers, 'and')}.`;
}

/** A required attribute that is not there. */
export function missingAttribute(issue: StructureIssue, judgement: Judgement): Explanation {
  const { element, type, attribute = '', present = [] } = issue;
  const { schema, version } = judgement;
  const model = modelOf(schema, version);
  const own = model.types.get(type)?.attributes.find(({ name }) => name === attribute);
  const others = model.types.get(type)?.attributes.map(({ name }) => name) ?? [];
  const foreign = present.filter((name) => !others.includes(name));
  const misspelt = nearest(attribute, foreign);
  const message = `${quoted(element)} lacks the required attribute ${quoted(attribute)}${optional()}.`;
  if (misspelt !== null) {
    return { message, help: `${quoted(misspelt)} may be meant: write it ${quoted(attribute)}.` };
  }
  return { message, help: `Add ${sample()}.` };

  function optional(): string {
    const required = attributeRequiredIn(schema, type, attribute);
    const now = versionIndex(schema, version);
    const since = schema.versions.find(
      (one, index) => index > now && !required.includes(one) && isKnown(one),
    );
    return since === undefined ? '' : ` (optional since ${since}; ${thisFile(judgement)})`;
  }

  function isKnown(one: string): boolean {
    return attributeKnownIn(schema, type, attribute).includes(one);
  }

  function sample(): string {
    const values = model.simpleTypes.get(own?.type ?? '')?.values.map(({ name }) => name) ?? [];
    if (values.length > 0) return `${quoted(`${attribute}="…"`)}, which is ${oneOf(values, '')}`;
    return quoted(`${attribute}="…"`);
  }
}

/** An attribute that should not be used any more. */
export function deprecatedAttribute(issue: StructureIssue, judgement: Judgement): Explanation {
  const { element, type, attribute = '' } = issue;
  const { schema, version } = judgement;
  const deprecation = attributeDeprecation(schema, version, type, attribute);
  const since = schema.versions[deprecation?.since ?? 0] ?? version;
  return {
    message: `The attribute ${quoted(attribute)} of ${quoted(element)} has been deprecated since ${since}.`,
    ...insteadOf(deprecation),
  };
}

/** `xsi:nil`, which is for elements that a schema calls nillable. */
export function xsiNil(issue: StructureIssue): Explanation {
  return {
    message: `${quoted(issue.element)} carries ${quoted('xsi:nil')}, but no element here can be nil.`,
    help: 'Remove the attribute.',
  };
}

/** `xsi:type` with another type than the element's own. */
export function wrongXsiType(issue: StructureIssue): Explanation {
  const given = issue.value === undefined ? 'another type' : `the type ${quoted(issue.value)}`;
  return {
    message: `${quoted('xsi:type')} gives ${quoted(issue.element)} ${given}; its type is ${quoted(issue.type)}.`,
    help: 'Remove the attribute: the type is known without it.',
  };
}
