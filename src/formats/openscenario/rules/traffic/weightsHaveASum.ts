import { quoted } from '../../../../schema/words';
import { none } from '../../../../tree/tree';
import type { Model } from '../../model/model';
import type { DocumentRule } from '../kinds';

/** Sets of weighted things; the weights are those of the children. */
const sets = [
  'VehicleCategoryDistribution',
  'VehicleRoleDistribution',
  'ControllerDistribution',
  'TrafficDistribution',
  'EntityDistribution',
] as const;

/** Something can be chosen from a set of weighted things. */
export const rule: DocumentRule = {
  id: 'scrutineer:xosc:1.0.0:traffic.weights_have_a_sum',
  level: 'semantics',
  severity: 'error',
  since: '1.0',
  meaning: 'At least one weight in a traffic distribution is above 0',
  explanation: {
    asks: 'The share of each entry of a distribution is its weight over the sum of all weights. Where all of them are 0, no share is defined, and no vehicle can be chosen.',
    source:
      'ASAM OpenSCENARIO XML, class reference of TrafficDefinition, TrafficDistribution and DirectionOfTravelDistribution',
    example: {
      wrong: '<VehicleCategoryDistributionEntry category="car" weight="0"/>',
      right: '<VehicleCategoryDistributionEntry category="car" weight="1"/>',
    },
  },
  cost: 'cheap',

  check(model, tell) {
    const { elements, texts, values } = model;
    for (const name of sets) {
      for (const set of elements.named(name)) {
        if (weightOf(model, set) !== 0) continue;
        tell({
          code: 'no-weight',
          at: texts.tagRange(set),
          message: `All weights in ${quoted(name)} are 0, so that nothing can be chosen from it.`,
          help: 'Give at least one entry a weight above 0.',
        });
      }
    }
    for (const directions of elements.named('DirectionOfTravelDistribution')) {
      const same = values.numberOf(elements.attributeOf(directions, 'same'));
      if (same + values.numberOf(elements.attributeOf(directions, 'opposite')) !== 0) continue;
      tell({
        code: 'no-weight',
        at: texts.tagRange(directions),
        message: `Both ${quoted('same')} and ${quoted('opposite')} are 0, so that vehicles have no direction of travel.`,
        help: 'Give at least one direction a weight above 0.',
      });
    }
  },
};

/** Sum of the weights' sizes; NaN where one of them is not known, or there are none. */
function weightOf({ elements, values }: Model, set: number): number {
  let child = elements.firstChildOf(set);
  let sum = child === none ? NaN : 0;
  for (; child !== none; child = elements.nextSiblingOf(child)) {
    sum += Math.abs(values.numberOf(elements.attributeOf(child, 'weight')));
  }
  return sum;
}
