import { quoted } from '../../../../schema/words';
import { none } from '../../../../tree/tree';
import { entityName, objectsOf } from '../../model/actors';
import type { Model } from '../../model/model';
import { maneuversFromCatalogs } from '../../model/storyboard';
import type { DocumentRule } from '../kinds';

/** What is there is not added again. */
export const rule: DocumentRule = {
  id: 'scrutineer:xosc:1.0.0:scenario_logic.entities_are_added_once',
  level: 'semantics',
  severity: 'warning',
  since: '1.0',
  meaning: 'No AddEntityAction adds an entity that Init places and that nothing deletes',
  explanation: {
    asks: 'AddEntityAction brings an entity into the scenario. One that Init has given a position, and that no DeleteEntityAction takes away, is there already: simulators pass over the action or stop.',
    source: 'ASAM OpenSCENARIO XML, class reference of AddEntityAction',
    example: {
      wrong:
        '<Private entityRef="Target">… <TeleportAction>…\n<EntityAction entityRef="Target"><AddEntityAction>…',
      right: '<EntityAction entityRef="Target"><AddEntityAction>…',
    },
  },
  cost: 'cheap',

  check(model, tell) {
    const { elements, texts } = model;
    const adding = elements.named('AddEntityAction');
    if (adding.length === 0 || model.kind !== 'scenario') return;
    // What cannot be seen might delete any of them.
    if (maneuversFromCatalogs(model).length > 0) return;
    const init = elements.named('Init')[0] ?? none;
    const deleted = objectsNamed(model, deletions(model));
    if (init === none || deleted === null) return;
    const placed = placements(model);
    for (const action of adding) {
      if (elements.contains(init, action)) continue;
      const reference = elements.attributeOf(elements.parentOf(action), 'entityRef');
      const entity = model.entities.referredBy(reference);
      const place = placed.get(entity);
      if (entity === none || place === undefined || deleted.has(entity)) continue;
      const name = quoted(entityName(model, entity));
      tell({
        code: 'added-again',
        at: texts.valueRange(reference),
        message: `${name} is added, but has been there since \`Init\`.`,
        help: 'Leave it out of `Init`, or move it by a `TeleportAction`.',
        related: [{ message: `${name} gets a position here`, at: texts.tagRange(place) }],
      });
    }
  },
};

/** The attributes that name what is deleted. */
function deletions({ elements }: Model): number[] {
  return Array.from(elements.named('DeleteEntityAction'), (action) =>
    elements.attributeOf(elements.parentOf(action), 'entityRef'),
  );
}

/** The objects that attributes name; `null` where one of them cannot be known. */
function objectsNamed(model: Model, references: readonly number[]): Set<number> | null {
  const objects = new Set<number>();
  for (const reference of references) {
    if (model.values.textOf(reference) === null) return null;
    for (const each of objectsOf(model, model.entities.referredBy(reference))) objects.add(each);
  }
  return objects;
}

/** The `TeleportAction` in Init that puts an object at a place, by the objects. */
function placements(model: Model): Map<number, number> {
  const { elements } = model;
  const found = new Map<number, number>();
  for (const action of elements.named('TeleportAction')) {
    const initial = elements.ancestorNamed(action, 'Private');
    if (initial === none) continue;
    const entity = model.entities.referredBy(elements.attributeOf(initial, 'entityRef'));
    for (const object of objectsOf(model, entity)) found.set(object, action);
  }
  return found;
}
