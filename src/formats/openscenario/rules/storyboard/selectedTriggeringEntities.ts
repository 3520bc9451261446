import { quoted } from '../../../../schema/words';
import { none } from '../../../../tree/tree';
import type { Model } from '../../model/model';
import { nameTextOf } from '../../model/names';
import type { DocumentRule } from '../kinds';

/** Where those that trigger are to act, someone can trigger. */
export const rule: DocumentRule = {
  id: 'scrutineer:xosc:1.0.0:storyboard.selected_triggering_entities',
  level: 'semantics',
  severity: 'warning',
  since: '1.0',
  meaning: 'Where triggering entities are selected as actors, a start trigger has such entities',
  explanation: {
    asks: 'With selectTriggeringEntities="true" the actors of a maneuver group are the entities that made its trigger fire. Only conditions on entities have any: where the triggers depend on time or on states alone, and Actors lists nobody, nobody acts.',
    source: 'ASAM OpenSCENARIO XML, class reference of Actors@selectTriggeringEntities',
    example: {
      wrong:
        '<Actors selectTriggeringEntities="true"/>…\n<StartTrigger>… <SimulationTimeCondition …/>',
      right:
        '<Actors selectTriggeringEntities="true"/>…\n<StartTrigger>… <TriggeringEntities …>\n  <EntityRef entityRef="Ego"/>',
    },
  },
  cost: 'cheap',

  check(model, tell) {
    const { elements, texts, values } = model;
    for (const actors of elements.named('Actors')) {
      if (elements.firstChildOf(actors) !== none) continue;
      const attribute = elements.attributeOf(actors, 'selectTriggeringEntities');
      const selects = values.textOf(attribute);
      if (selects !== 'true' && selects !== '1') continue;
      const group = elements.parentOf(actors);
      if (!hasPrivateAction(model, group) || mayBeTriggered(model, group)) continue;
      const name = quoted(nameTextOf(model, elements.attributeOf(group, 'name')) ?? '');
      tell({
        code: 'no-triggering-entity',
        at: texts.valueRange(attribute),
        message: `The actors of the maneuver group ${name} are those that trigger it, but no start trigger has a condition on an entity.`,
        help: 'Name the actors by `EntityRef` in `Actors`, or start the group by a condition on entities.',
      });
    }
  },
};

function hasPrivateAction({ elements }: Model, group: number): boolean {
  return elements.named('PrivateAction').some((action) => elements.contains(group, action));
}

/** Whether a start trigger of the act or in the group has a condition on entities, or cannot be seen. */
function mayBeTriggered({ elements }: Model, group: number): boolean {
  if (elements.childNamed(group, 'CatalogReference') !== none) return true;
  const actTrigger = elements.childNamed(elements.parentOf(group), 'StartTrigger');
  return elements
    .named('ByEntityCondition')
    .some(
      (condition) =>
        elements.contains(group, condition) ||
        (actTrigger !== none && elements.contains(actTrigger, condition)),
    );
}
