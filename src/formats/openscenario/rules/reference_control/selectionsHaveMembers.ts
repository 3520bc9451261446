import { joined, quoted } from '../../../../schema/words';
import { none } from '../../../../tree/tree';
import { entityName, objectsOf } from '../../model/actors';
import type { Model } from '../../model/model';
import type { DocumentRule } from '../kinds';

/** A selection selects something, and not itself. */
export const rule: DocumentRule = {
  id: 'scrutineer:xosc:1.0.0:reference_control.selections_have_members',
  level: 'semantics',
  severity: 'warning',
  since: '1.0',
  meaning: 'An EntitySelection stands for objects, without leading back to itself',
  explanation: {
    asks: 'A selection stands for the objects that it names, for those of a type, and for those of other selections. It must not contain itself, nor a selection that contains it; and one that stands for nothing makes every action on it do nothing.',
    source: 'ASAM OpenSCENARIO XML, class reference of EntitySelection and SelectedEntities',
    example: {
      wrong: '<EntitySelection name="all">\n  <Members><EntityRef entityRef="all"/></Members>',
      right: '<EntitySelection name="all">\n  <Members><ByType objectType="vehicle"/></Members>',
    },
  },
  cost: 'cheap',

  check(model, tell) {
    const { elements, entities, texts } = model;
    const selections = elements.named('EntitySelection');
    if (selections.length === 0) return;
    const known = entities.elements.every((entity) => entities.kindOf(entity) !== 'unknown');
    const told = new Set<number>();
    for (const selection of selections) {
      const name = model.valueOrTag(selection, elements.attributeOf(selection, 'name'));
      const circle = circleFrom(model, selection);
      if (circle.length > 0) {
        if (circle.some((each) => told.has(each))) continue;
        for (const each of circle) told.add(each);
        const names = circle.map((each) => quoted(entityName(model, each)));
        tell({
          code: 'selection-of-itself',
          severity: 'error',
          at: name,
          message:
            circle.length === 1
              ? `The selection ${names[0] ?? ''} contains itself.`
              : `The selections ${joined(names, 'and')} contain each other.`,
          help: 'Name the objects that are meant.',
          related: circle.slice(1).map((each) => ({
            message: `${quoted(entityName(model, each))} is declared here`,
            at: texts.valueRange(elements.attributeOf(each, 'name')),
          })),
        });
      } else if (
        known &&
        membersKnown(model, selection) &&
        objectsOf(model, selection).size === 0
      ) {
        tell({
          code: 'empty-selection',
          at: name,
          message: `The selection ${quoted(entityName(model, selection))} stands for no object at all.`,
          help: 'Name members that `Entities` declares, or a type that it has objects of.',
        });
      }
    }
  },
};

/** The selections that members of a selection name. */
function* selectionsIn(model: Model, selection: number): Generator<number, void, undefined> {
  const { elements, entities } = model;
  for (const member of elements.childrenOf(elements.childNamed(selection, 'Members'))) {
    const reference = elements.attributeOf(member, 'entityRef');
    const entity = reference === none ? none : entities.referredBy(reference);
    if (entity !== none && entities.kindOf(entity) === 'selection') yield entity;
  }
}

/** The selections on a way from one back to itself; empty where there is none. */
function circleFrom(model: Model, start: number): number[] {
  const seen = new Set<number>();
  const walk = (at: number, path: readonly number[]): readonly number[] => {
    for (const next of selectionsIn(model, at)) {
      if (next === start) return path;
      if (seen.has(next)) continue;
      seen.add(next);
      const found = walk(next, [...path, next]);
      if (found.length > 0) return found;
    }
    return [];
  };
  return [...walk(start, [start])];
}

/** Whether every member that is named is one that is declared. */
function membersKnown({ elements, entities }: Model, selection: number): boolean {
  for (const member of elements.childrenOf(elements.childNamed(selection, 'Members'))) {
    const reference = elements.attributeOf(member, 'entityRef');
    if (reference !== none && entities.referredBy(reference) === none) return false;
  }
  return true;
}
