import { quoted } from '../../../../schema/words';
import { none } from '../../../../tree/tree';
import { actorsOf, entityName } from '../../model/actors';
import type { DocumentRule } from '../kinds';

/** Synchronisation is with another entity, and leaves a steady state that moves. */
export const rule: DocumentRule = {
  id: 'scrutineer:xosc:1.0.0:scenario_logic.synchronize_with_other',
  level: 'semantics',
  severity: 'warning',
  since: '1.0',
  meaning:
    'A SynchronizeAction has another entity as its master, and a final speed to be steady at',
  explanation: {
    asks: 'SynchronizeAction lets an entity arrive at its place when the master arrives at its own: the master has to be another one. A steady state (from 1.1) is a distance or a time before the place in which the final speed is kept, which a speed of zero does not allow.',
    source:
      'ASAM OpenSCENARIO XML, class reference of SynchronizeAction, FinalSpeed and SteadyState',
    example: {
      wrong: '<Private entityRef="Ego">… <SynchronizeAction masterEntityRef="Ego">',
      right: '<Private entityRef="Target">… <SynchronizeAction masterEntityRef="Ego">',
    },
  },
  cost: 'cheap',

  check(model, tell) {
    const { elements, entities, texts, values } = model;
    for (const action of elements.named('SynchronizeAction')) {
      const reference = elements.attributeOf(action, 'masterEntityRef');
      const master = entities.referredBy(reference);
      if (master !== none && actorsOf(model, action).has(master)) {
        tell({
          code: 'synchronized-with-itself',
          at: texts.valueRange(reference),
          message: `${quoted(entityName(model, master))} is synchronized with itself.`,
          help: 'Name another entity as the master.',
        });
      }
      const finalSpeed = elements.childNamed(action, 'FinalSpeed');
      const absolute =
        finalSpeed === none ? none : elements.childNamed(finalSpeed, 'AbsoluteSpeed');
      if (absolute === none || elements.firstChildOf(absolute) === none) continue;
      const value = elements.attributeOf(absolute, 'value');
      if (!(values.numberOf(value) <= 0)) continue;
      tell({
        code: 'steady-at-standstill',
        at: texts.valueRange(value),
        message:
          'A steady state has a final speed above zero, since it ends at the target position.',
        help: 'Give a speed, or leave the steady state out.',
      });
    }
  },
};
