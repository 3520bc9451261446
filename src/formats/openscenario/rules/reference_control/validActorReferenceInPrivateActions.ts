import { quoted } from '../../../../schema/words';
import { none } from '../../../../tree/tree';
import { nameTextOf } from '../../model/names';
import type { DocumentRule } from '../kinds';

/** Private actions have someone to act. */
export const rule: DocumentRule = {
  id: 'asam.net:xosc:1.2.0:reference_control.valid_actor_reference_in_private_actions',
  level: 'semantics',
  severity: 'error',
  since: '1.0',
  meaning: 'A maneuver group with private actions has actors',
  explanation: {
    asks: 'A private action is carried out by the actors of its maneuver group: those that Actors lists, or, with selectTriggeringEntities="true", those that made the trigger fire. Without either nobody carries it out.',
    source:
      'ASAM OpenSCENARIO XML 1.2, checker rule valid_actor_reference_in_private_actions; only the entities in Actors count, and triggering entities do where the group selects them, as the class reference of Actors says and the checker bundle 1.0.0 does not',
    example: {
      wrong: '<Actors selectTriggeringEntities="false"/>',
      right: '<Actors selectTriggeringEntities="false">\n  <EntityRef entityRef="Ego"/>\n</Actors>',
    },
  },
  cost: 'cheap',

  check(model, tell) {
    const { elements, texts } = model;
    let actions: Uint32Array | undefined;
    for (const actors of elements.named('Actors')) {
      if (elements.firstChildOf(actors) !== none) continue;
      const selects = model.values.textOf(elements.attributeOf(actors, 'selectTriggeringEntities'));
      if (selects !== 'false' && selects !== '0') continue;
      const group = elements.parentOf(actors);
      const name = quoted(nameTextOf(model, elements.attributeOf(group, 'name')) ?? '');
      const told = {
        at: texts.tagRange(actors),
        help: 'Name the actors by `EntityRef` in `Actors`.',
      };
      actions ??= elements.named('PrivateAction');
      const action = actions.find((each) => elements.contains(group, each));
      const reference = elements.childNamed(group, 'CatalogReference');
      if (action !== undefined) {
        tell({
          ...told,
          code: 'no-actor',
          message: `The maneuver group ${name} has private actions, but nobody to carry them out.`,
          related: [
            { message: 'a private action of the group stands here', at: texts.tagRange(action) },
          ],
        });
      } else if (reference !== none) {
        tell({
          ...told,
          code: 'no-actor-for-catalog',
          severity: 'warning',
          message: `The maneuver group ${name} takes a maneuver from a catalog, but has nobody to carry out private actions in it.`,
          related: [{ message: 'the maneuver is taken here', at: texts.tagRange(reference) }],
        });
      }
    }
  },
};
