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
  if (!entities.isSelection(entity)) {
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

/** The `Private` or the `ManeuverGroup` that says who carries out an action, or `none`. */
export function groupAround({ elements }: Model, action: number): number {
  const initial = elements.names.idOf('Private');
  const group = elements.names.idOf('ManeuverGroup');
  let around = elements.parentOf(action);
  for (; around !== none; around = elements.parentOf(around)) {
    const name = elements.nameIdOf(around);
    if (name === initial || name === group) break;
  }
  return around;
}

/** The attributes that name who acts in a `Private` or a `ManeuverGroup`. */
export function* actorReferences(
  { elements }: Model,
  group: number,
): Generator<number, void, undefined> {
  if (group === none) return;
  const own = elements.attributeOf(group, 'entityRef');
  if (own !== none) {
    yield own;
    return;
  }
  for (const actor of elements.childrenOf(elements.childNamed(group, 'Actors'))) {
    yield elements.attributeOf(actor, 'entityRef');
  }
}

/** The objects that carry out a private action, as far as they can be known. */
export function actorsOf(model: Model, action: number): Set<number> {
  const actors = new Set<number>();
  const seen = new Set<number>();
  for (const reference of actorReferences(model, groupAround(model, action))) {
    collect(model, model.entities.referredBy(reference), actors, seen);
  }
  return actors;
}

/** The name of a declared entity, for showing. */
export function entityName({ elements, values }: Model, entity: number): string {
  return values.textOf(elements.attributeOf(entity, 'name')) ?? '';
}
