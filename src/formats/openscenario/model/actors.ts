import { none } from '../../../tree/tree';
import type { Model } from './model';

/** What `ByType` selects, by `ObjectType`. */
const kindsByObjectType: Readonly<Record<string, string>> = {
  vehicle: 'vehicle',
  pedestrian: 'pedestrian',
  miscellaneous: 'misc',
  external: 'external',
};

/**
 * The objects that a declared entity stands for: itself, or the members of a selection, and theirs.
 * Members that cannot be known are left out.
 */
export function objectsOf(model: Model, entity: number): Set<number> {
  const objects = new Set<number>();
  collect(model, entity, objects, new Set());
  return objects;
}

function collect(model: Model, entity: number, objects: Set<number>, seen: Set<number>): void {
  if (entity === none || seen.has(entity)) return;
  seen.add(entity);
  const { elements, entities } = model;
  if (entities.kindOf(entity) !== 'selection') {
    objects.add(entity);
    return;
  }
  for (const member of elements.childrenOf(elements.childNamed(entity, 'Members'))) {
    const type = model.values.textOf(elements.attributeOf(member, 'objectType'));
    if (type !== null) {
      const kind = kindsByObjectType[type];
      for (const each of entities.elements) if (entities.kindOf(each) === kind) objects.add(each);
    } else {
      collect(model, entities.referredBy(elements.attributeOf(member, 'entityRef')), objects, seen);
    }
  }
}

/** The attributes that name who carries out a private action: in Init one, else those of the group. */
export function actorReferences(model: Model, action: number): number[] {
  const { elements } = model;
  const initial = elements.ancestorNamed(action, 'Private');
  if (initial !== none) return [elements.attributeOf(initial, 'entityRef')];
  const group = elements.ancestorNamed(action, 'ManeuverGroup');
  if (group === none) return [];
  const actors = elements.childNamed(group, 'Actors');
  return Array.from(elements.childrenOf(actors), (actor) =>
    elements.attributeOf(actor, 'entityRef'),
  );
}

/** The objects that carry out a private action, as far as they can be known. */
export function actorsOf(model: Model, action: number): Set<number> {
  const actors = new Set<number>();
  const seen = new Set<number>();
  for (const reference of actorReferences(model, action)) {
    collect(model, model.entities.referredBy(reference), actors, seen);
  }
  return actors;
}

/** The name of a declared entity, for showing. */
export function entityName({ elements, values }: Model, entity: number): string {
  return values.textOf(elements.attributeOf(entity, 'name')) ?? '';
}
