import { quoted } from '../../../../schema/words';
import { none } from '../../../../tree/tree';
import { actorReferences, entityName, groupAround, objectsOf } from '../../model/actors';
import type { Model } from '../../model/model';
import { maneuversFromCatalogs } from '../../model/storyboard';
import type { DocumentRule } from '../kinds';

/** Actions that bring those who carry them out to a place. */
const placingActions = ['TeleportAction', 'FollowTrajectoryAction'] as const;

/** Attributes by which these elements put an entity at a place, or say where it is. */
const placingReferences: readonly (readonly [element: string, attribute: string])[] = [
  ['TrailerRef', 'entityRef'],
  ['ConnectTrailerAction', 'trailerRef'],
  // One that is only taken away needs no place.
  ['EntityAction', 'entityRef'],
];

/** Every object of a scenario is somewhere. */
export const rule: DocumentRule = {
  id: 'scrutineer:xosc:1.0.0:scenario_logic.entities_are_placed',
  level: 'semantics',
  severity: 'warning',
  since: '1.0',
  meaning: 'Every vehicle, pedestrian and other object gets a position at some time',
  explanation: {
    asks: 'An entity is nowhere until a TeleportAction in Init, an AddEntityAction or a trajectory gives it a position. Simulators put one without a position at the origin, leave it out, or stop. Trailers are where their vehicles are, and external objects are placed from outside.',
    source: 'ASAM OpenSCENARIO XML, sections on Init and on entities',
    example: {
      wrong: '<ScenarioObject name="Target">…\n<Actions/>',
      right:
        '<ScenarioObject name="Target">…\n<Private entityRef="Target">\n  <PrivateAction><TeleportAction>…',
    },
  },
  cost: 'usual',

  check(model, tell) {
    const { elements, entities } = model;
    // What cannot be seen might place any of them.
    if (model.kind !== 'scenario' || maneuversFromCatalogs(model).length > 0) return;
    const placed = placedObjects(model);
    if (placed === null) return;
    const object = elements.names.idOf('ScenarioObject');
    for (const entity of entities.elements) {
      if (elements.nameIdOf(entity) !== object || placed.has(entity)) continue;
      const name = elements.attributeOf(entity, 'name');
      // Of two with the same name nothing can place the second: that is told elsewhere.
      if (entities.referredBy(name) !== entity) continue;
      if (entities.kindOf(entity) === 'external') continue;
      tell({
        code: 'never-placed',
        at: model.valueOrTag(entity, name),
        message: `${quoted(entityName(model, entity))} never gets a position.`,
        help: 'Put it somewhere by a `TeleportAction` in `Init`, or by an `AddEntityAction` when it is to appear.',
      });
    }
  },
};

/** The objects that something places; `null` where a name cannot be known that might be any’s. */
function placedObjects(model: Model): Set<number> | null {
  const { elements, entities } = model;
  const placed = new Set<number>();
  /** Takes the entity that an attribute names; false where that cannot be known. */
  const place = (reference: number): boolean => {
    const entity = entities.referredBy(reference);
    if (entity === none) return model.values.textOf(reference) !== null;
    if (!entities.isSelection(entity)) placed.add(entity);
    else for (const object of objectsOf(model, entity)) placed.add(object);
    return true;
  };
  for (const name of placingActions) {
    let known = none;
    for (const action of elements.named(name)) {
      const group = groupAround(model, action);
      // Most documents have many of these in one group, or one Private.
      if (group === known) continue;
      known = group;
      for (const reference of actorReferences(model, group)) if (!place(reference)) return null;
    }
  }
  for (const [element, attribute] of placingReferences) {
    for (const at of elements.named(element)) {
      if (!place(elements.attributeOf(at, attribute))) return null;
    }
  }
  return placed;
}
