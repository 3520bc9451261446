import { quoted } from '../../../../schema/words';
import { actorsOf, entityName } from '../../model/actors';
import type { DocumentRule } from '../kinds';

/** Only pedestrians move like pedestrians. */
export const rule: DocumentRule = {
  id: 'asam.net:xosc:1.2.0:general.animation_constraint_pedestrian',
  level: 'semantics',
  severity: 'warning',
  since: '1.2',
  meaning: 'Pedestrian animations are those of pedestrians',
  explanation: {
    asks: 'A PedestrianAnimation has its actor walk, sit or wave. A vehicle or another object has no such motions. Actors that catalogs describe are not known here.',
    source:
      'ASAM OpenSCENARIO XML 1.3.1, Annex C, rule animation_constraint_pedestrian; class reference of PedestrianAnimation',
    example: {
      wrong: '<Private entityRef="Car"> with <PedestrianAnimation motion="walking"/>',
      right: '<Private entityRef="Walker"> with <PedestrianAnimation motion="walking"/>',
    },
  },
  cost: 'cheap',

  check(model, tell) {
    const { elements, entities, texts } = model;
    for (const animation of elements.named('PedestrianAnimation')) {
      for (const actor of actorsOf(model, animation)) {
        const kind = entities.kindOf(actor);
        if (kind !== 'vehicle' && kind !== 'misc') continue;
        const name = quoted(entityName(model, actor));
        tell({
          code: 'no-pedestrian',
          at: texts.tagRange(animation),
          message: `${name} is to move like a pedestrian, but is ${kind === 'vehicle' ? 'a vehicle' : 'a miscellaneous object'}.`,
          related: [{ message: `${name} is declared here`, at: texts.tagRange(actor) }],
        });
      }
    }
  },
};
