import { quoted } from '../../../../schema/words';
import { actorReferences, entityName, objectsOf } from '../../model/actors';
import type { Model } from '../../model/model';
import type { DocumentRule } from '../kinds';

/** Actions that bring those who carry them out to a place. */
const placingActions = ['TeleportAction', 'FollowTrajectoryAction'] as const;

/** Attributes of these elements name an entity that is where another one is, or is put somewhere. */
const placingReferences: readonly (readonly [element: string, attribute: string])[] = [
  ['TrailerRef', 'entityRef'],
  ['ConnectTrailerAction', 'trailerRef'],
];

/** Every object of a scenario is somewhere. */
export const rule: DocumentRule = {
  id: 'scrutineer:xosc:1.0.0:scenario_logic.entities_are_placed',
  level: 'semantics',
  severity: 'warning',
  since: '1.0',
  meaning: 'Every vehicle, pedestrian and other object is put at a place at some time',
  explanation: {
    asks: 'An entity is nowhere until a TeleportAction in Init, an AddEntityAction or a trajectory puts it at a place. Simulators put one without a place at the origin, leave it out, or stop. Trailers are where their vehicles are, and external objects are placed from outside.',
    source: 'ASAM OpenSCENARIO XML, sections on Init and on entities',
    example: {
      wrong: '<ScenarioObject name="Target">…\n<Actions/>',
      right:
        '<ScenarioObject name="Target">…\n<Private entityRef="Target">\n  <PrivateAction><TeleportAction>…',
    },
  },
  cost: 'usual',

  check(model, tell) {
    const { elements, entities, storyboard } = model;
    // What cannot be seen might place any of them.
    if (model.kind !== 'scenario' || storyboard.fromCatalogs.length > 0) return;
    const placed = placedObjects(model);
    if (placed === null) return;
    const object = elements.names.idOf('ScenarioObject');
    for (const entity of entities.elements) {
      if (elements.nameIdOf(entity) !== object || placed.has(entity)) continue;
      if (entities.kindOf(entity) === 'external') continue;
      const name = elements.attributeOf(entity, 'name');
      tell({
        code: 'never-placed',
        at: model.valueOrTag(entity, name),
        message: `${quoted(entityName(model, entity))} is never put at a place.`,
        help: 'Put it somewhere by a `TeleportAction` in `Init`, or by an `AddEntityAction` when it is to appear.',
      });
    }
  },
};

/** The objects that something places; `null` where a name cannot be known that might be any’s. */
function placedObjects(model: Model): Set<number> | null {
  const { elements } = model;
  const placed = new Set<number>();
  const references: number[] = [];
  for (const name of placingActions) {
    for (const action of elements.named(name)) references.push(...actorReferences(model, action));
  }
  // One that is only taken away needs no place.
  for (const action of elements.named('EntityAction')) {
    references.push(elements.attributeOf(action, 'entityRef'));
  }
  for (const [element, attribute] of placingReferences) {
    for (const at of elements.named(element)) references.push(elements.attributeOf(at, attribute));
  }
  for (const reference of new Set(references)) {
    if (model.values.textOf(reference) === null) return null;
    for (const object of objectsOf(model, model.entities.referredBy(reference))) placed.add(object);
  }
  return placed;
}
