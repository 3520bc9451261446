import { quoted } from '../../../../schema/words';
import { none } from '../../../../tree/tree';
import { numberWords } from '../../facts/interval';
import { actorsOf, entityName, groupAround } from '../../model/actors';
import type { DocumentRule } from '../kinds';

/** Limits that DynamicConstraints and Performance both have, under the same names. */
const limits = [
  'maxSpeed',
  'maxAcceleration',
  'maxDeceleration',
  'maxAccelerationRate',
  'maxDecelerationRate',
] as const;

/** Nobody is asked for more than the vehicle can do. */
export const rule: DocumentRule = {
  id: 'scrutineer:xosc:1.0.0:properties.constraints_within_performance',
  level: 'semantics',
  severity: 'info',
  since: '1.0',
  meaning: 'Dynamic constraints are no wider than the performance of the vehicle',
  explanation: {
    asks: 'The DynamicConstraints of an action limit how it is carried out, and the Performance of a vehicle limits what it can do at all. Where the first are wider than the second, simulators disagree on which of them holds. Vehicles of catalogs are not known here.',
    source: 'ASAM OpenSCENARIO XML, class reference of DynamicConstraints and Performance',
    example: {
      wrong:
        '<DynamicConstraints maxSpeed="80"/> for a vehicle with <Performance maxSpeed="50" …/>',
      right:
        '<DynamicConstraints maxSpeed="40"/> for a vehicle with <Performance maxSpeed="50" …/>',
    },
  },
  cost: 'usual',

  check(model, tell) {
    const { elements, texts, values } = model;
    let group: number = none;
    let actors: ReadonlySet<number> = new Set();
    for (const constraints of elements.named('DynamicConstraints')) {
      // Most documents have many of these in one group.
      const around = groupAround(model, constraints);
      if (around !== group) actors = actorsOf(model, constraints);
      group = around;
      for (const actor of actors) {
        const vehicle = elements.childNamed(actor, 'Vehicle');
        const performance = vehicle === none ? none : elements.childNamed(vehicle, 'Performance');
        if (performance === none) continue;
        for (const limit of limits) {
          const attribute = elements.attributeOf(constraints, limit);
          const able = elements.attributeOf(performance, limit);
          const asked = values.numberOf(attribute);
          // No limit at all leaves it to the vehicle.
          if (!(asked > values.numberOf(able)) || asked === Infinity) continue;
          const name = quoted(entityName(model, actor));
          tell({
            code: 'beyond-performance',
            at: texts.valueRange(attribute),
            message: `${quoted(limit)} of ${numberWords(asked)} is more than the ${numberWords(values.numberOf(able))} that the vehicle of ${name} can do.`,
            related: [
              { message: 'what the vehicle can do is given here', at: texts.valueRange(able) },
            ],
          });
        }
      }
    }
  },
};
