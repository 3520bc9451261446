import { quoted } from '../../../../schema/words';
import { none } from '../../../../tree/tree';
import { actorReferences, entityName, groupAround, objectsOf } from '../../model/actors';
import type { Model } from '../../model/model';
import { Waits } from '../../model/waits';
import type { DocumentRule } from '../kinds';

/** A deletion of one object in an event. */
interface Deletion {
  action: number;
  entity: number;
  event: number;
}

/** Nothing is done to an entity that is certain to be gone. */
export const rule: DocumentRule = {
  id: 'scrutineer:xosc:1.0.0:scenario_logic.entities_are_there_when_used',
  level: 'semantics',
  severity: 'warning',
  since: '1.0',
  meaning: 'No entity acts, or is deleted again, in what starts only after its deletion',
  explanation: {
    asks: 'After a DeleteEntityAction an entity is no longer part of the scenario. An event that starts only once the event with the deletion has been started cannot make it act, nor delete it again, unless an AddEntityAction brings it back.',
    source: 'ASAM OpenSCENARIO XML, class reference of DeleteEntityAction and AddEntityAction',
    example: {
      wrong:
        '<Event name="Gone">… <DeleteEntityAction/>\n<Event name="Brake">… waits for “Gone”, and the deleted entity brakes',
      right: '<Event name="Brake">…\n<Event name="Gone">… waits for “Brake”',
    },
  },
  cost: 'usual',

  check(model, tell) {
    const deletions = certainDeletions(model);
    if (deletions.length === 0 || model.kind !== 'scenario') return;
    const { elements, storyboard, texts } = model;
    const waits = new Waits(model);
    for (const event of waits.dependent) {
      if (storyboard.typeOf(event) !== 'event') continue;
      const before = waits.startedBefore(event);
      for (const deletion of deletions) {
        if (!before.has(deletion.event) || deletion.event === event) continue;
        const use = useIn(model, storyboard.elements[event] ?? none, deletion);
        if (use === none) continue;
        const name = quoted(entityName(model, deletion.entity));
        tell({
          code: 'used-after-deletion',
          at: texts.valueRange(use),
          message: `${name} has been deleted when the event ${quoted(storyboard.nameOf(event))} starts.`,
          help: 'Delete it later, or bring it back by an `AddEntityAction`.',
          related: [
            {
              message: `${name} is deleted here`,
              at: texts.tagRange(elements.parentOf(deletion.action)),
            },
          ],
        });
      }
    }
  },
};

/** The deletions in events of objects that nothing ever adds. */
function certainDeletions(model: Model): Deletion[] {
  const { elements } = model;
  const deleting = elements.named('DeleteEntityAction');
  if (deleting.length === 0) return [];
  const { entities, storyboard } = model;
  const added = new Set<number>();
  for (const action of elements.named('AddEntityAction')) {
    const reference = elements.attributeOf(elements.parentOf(action), 'entityRef');
    if (model.values.textOf(reference) === null) return [];
    for (const object of objectsOf(model, entities.referredBy(reference))) added.add(object);
  }
  const found: Deletion[] = [];
  for (const action of deleting) {
    const event = storyboard.numberOf(elements.ancestorNamed(action, 'Event'));
    if (event === none) continue;
    const reference = elements.attributeOf(elements.parentOf(action), 'entityRef');
    for (const entity of objectsOf(model, entities.referredBy(reference))) {
      if (!added.has(entity)) found.push({ action, entity, event });
    }
  }
  return found;
}

/** The attribute by which an event uses an object alone, as actor or to delete it, or `none`. */
function useIn(model: Model, event: number, { entity, action }: Deletion): number {
  const { elements, entities } = model;
  const isIt = (reference: number): boolean => {
    const objects = objectsOf(model, entities.referredBy(reference));
    return objects.size === 1 && objects.has(entity);
  };
  for (const again of elements.named('DeleteEntityAction')) {
    const reference = elements.attributeOf(elements.parentOf(again), 'entityRef');
    if (again !== action && elements.contains(event, again) && isIt(reference)) return reference;
  }
  for (const acting of elements.named('PrivateAction')) {
    if (!elements.contains(event, acting)) continue;
    return [...actorReferences(model, groupAround(model, acting))].find(isIt) ?? none;
  }
  return none;
}
