import { nearest } from '../../../../schema/nearest';
import { listed, quoted } from '../../../../schema/words';
import { none } from '../../../../tree/tree';
import type { FoundRelated } from '../../../../rules/rule';
import { givenBy } from '../../model/givenBy';
import type { Model } from '../../model/model';
import { nameTextOf } from '../../model/names';
import { unknownReference } from '../../model/unknownParameters';
import {
  maneuversFromCatalogs,
  nounOf,
  pathSeparator,
  storyboardTypes,
  type StoryboardType,
} from '../../model/storyboard';
import type { DocumentRule } from '../kinds';

/** Places that an ambiguous reference may mean and that are shown with it. */
const mostCandidates = 8;

/** Every condition on a storyboard element names exactly one, of the type that it says. */
export const rule: DocumentRule = {
  id: 'asam.net:xosc:1.2.0:reference_control.resolvable_storyboard_element_reference',
  aliases: ['asam.net:xosc:1.0.0:reference_control.resolvable_storyboard_element_ref'],
  level: 'semantics',
  severity: 'error',
  since: '1.0',
  meaning: 'Every storyboardElementRef names exactly one element of the storyboard, of its type',
  explanation: {
    asks: 'A StoryboardElementStateCondition waits for an element of the storyboard: its name and its type have to be those of one element, and of one only. Where several have the name, the names of the elements around it go in front, with :: between them. A simulator either refuses a name that is not there, or waits for ever; of several it takes any.',
    source:
      'ASAM OpenSCENARIO XML 1.2, checker rule resolvable_storyboard_element_reference (Annex C of 1.3.1: resolvable_storyboard_element_ref); the type maneuverGroup and names with :: are taken as the standard describes them, which the checker bundle 1.0.0 does not',
    example: {
      wrong:
        '<StoryboardElementStateCondition storyboardElementType="event"\n  storyboardElementRef="CutInAct" …/>',
      right:
        '<StoryboardElementStateCondition storyboardElementType="event"\n  storyboardElementRef="CutInAct::Group::Maneuver::CutInEvent" …/>',
    },
  },
  cost: 'cheap',

  check(model, tell) {
    for (const attribute of model.elements.attributesNamed('storyboardElementRef')) {
      const reference = nameTextOf(model, attribute);
      if (reference === null) {
        const unknown = model.kind === 'scenario' ? unknownReference(model, attribute) : null;
        if (unknown) tell(unknown);
        continue;
      }
      const condition = model.elements.elementOf(attribute);
      const type = model.values.textOf(
        model.elements.attributeOf(condition, 'storyboardElementType'),
      ) as StoryboardType | null;
      if (type === null || !storyboardTypes.includes(type)) continue;
      const found = look(model, condition, reference, type);
      if (!found) continue;
      tell({
        at: model.valueOrTag(condition, attribute),
        ...givenBy(model, attribute),
        ...found,
      });
    }
  },
};

interface Problem {
  code: string;
  severity?: 'warning';
  message: string;
  help?: string;
  related?: FoundRelated[];
}

function look(
  model: Model,
  condition: number,
  reference: string,
  type: StoryboardType,
): Problem | null {
  const { storyboard } = model;
  const meant = inReach(model, condition, storyboard.meantBy(reference));
  const [only, ...others] = meant.filter((number) => storyboard.typeOf(number) === type);
  if (others.length > 0 && only !== undefined)
    return ambiguous(model, reference, [only, ...others]);
  if (only !== undefined || !storyboard.complete) return null;
  if (reference === '') {
    return {
      code: 'no-storyboard-element-named',
      message: '`storyboardElementRef` is empty: it names no element of the storyboard.',
    };
  }
  const [other] = meant;
  if (other !== undefined) return ofOtherType(model, reference, type, other);
  return unknown(model, condition, reference, type);
}

/** A catalog's entries know nothing of each other. */
function inReach(model: Model, condition: number, numbers: number[]): number[] {
  if (model.kind !== 'catalog') return numbers;
  const entry = entryAround(model, condition);
  return numbers.filter((number) =>
    model.elements.contains(entry, model.storyboard.elements[number] ?? none),
  );
}

function entryAround({ elements }: Model, element: number): number {
  let entry = element;
  const catalog = elements.childNamed(0, 'Catalog');
  while (entry !== none && elements.parentOf(entry) !== catalog) entry = elements.parentOf(entry);
  return entry;
}

function ambiguous(model: Model, reference: string, candidates: readonly number[]): Problem {
  const { storyboard } = model;
  const noun = nounOf(storyboard.typeOf(candidates[0] ?? 0));
  const paths = candidates.map((number) => storyboard.pathOf(number));
  const distinct = new Set(paths).size === paths.length;
  const help = distinct
    ? `Say which one: ${listed(paths.slice(0, mostCandidates), 'or')}.`
    : 'Some of them have the same names all the way up: give them names of their own.';
  return {
    code: 'ambiguous-storyboard-element',
    message: `${quoted(reference)} may be any of ${candidates.length} ${noun}s of that name.`,
    help,
    related: candidates.slice(0, mostCandidates).map((number) => ({
      message: `${quoted(storyboard.pathOf(number))} may be meant`,
      at: placeOf(model, number),
    })),
  };
}

function ofOtherType(
  model: Model,
  reference: string,
  type: StoryboardType,
  other: number,
): Problem {
  const real = model.storyboard.typeOf(other);
  return {
    code: 'storyboard-element-of-other-type',
    message: `${quoted(reference)} is ${nounOf(real, 'with article')}, not ${nounOf(type, 'with article')}.`,
    help: `If that is what is meant, write \`storyboardElementType="${real}"\`.`,
    related: [{ message: `${quoted(reference)} is declared here`, at: placeOf(model, other) }],
  };
}

function unknown(
  model: Model,
  condition: number,
  reference: string,
  type: StoryboardType,
): Problem | null {
  const { storyboard } = model;
  const ofType: number[] = [];
  for (let number = 0; number < storyboard.count; number++) {
    if (storyboard.typeOf(number) === type) ofType.push(number);
  }
  const help = proposal(model, reference, inReach(model, condition, ofType));
  if (model.kind === 'catalog') {
    return {
      code: 'storyboard-element-elsewhere',
      severity: 'warning',
      message: `There is no ${nounOf(type)} ${quoted(reference)} in this entry of the catalog, so it works only in scenarios that have one.`,
      ...help,
    };
  }
  // What is in a catalog's maneuvers cannot be seen from here.
  const deep = type === 'event' || type === 'action';
  if (deep && maneuversFromCatalogs(model).length > 0) return null;
  return {
    code: 'unknown-storyboard-element',
    message: `There is no ${nounOf(type)} ${quoted(reference)} in the storyboard.`,
    ...help,
  };
}

function proposal(model: Model, reference: string, ofType: readonly number[]): { help?: string } {
  const { storyboard } = model;
  const last = reference.split(pathSeparator).at(-1) ?? '';
  const paths = ofType.filter((number) => storyboard.nameOf(number) === last);
  if (paths.length > 0) {
    const names = paths.slice(0, mostCandidates).map((number) => storyboard.pathOf(number));
    return { help: `Its name with those of the elements around it is ${listed(names, 'or')}.` };
  }
  const close = nearest(
    last,
    ofType.map((number) => storyboard.nameOf(number)),
  );
  return close === null ? {} : { help: `Did you mean ${quoted(close)}?` };
}

function placeOf(model: Model, number: number): readonly [number, number] {
  const element = model.storyboard.elements[number] ?? 0;
  const name = model.elements.attributeOf(element, 'name');
  return model.valueOrTag(
    element,
    name === none ? model.elements.attributeOf(element, 'entryName') : name,
  );
}
