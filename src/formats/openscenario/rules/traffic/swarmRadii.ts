import { quoted } from '../../../../schema/words';
import { numberWords } from '../../facts/interval';
import type { DocumentRule } from '../kinds';

const axes = ['semiMajorAxis', 'semiMinorAxis'] as const;

/** A swarm has room between its inner circle and its outer ellipse. */
export const rule: DocumentRule = {
  id: 'scrutineer:xosc:1.0.0:traffic.swarm_radii',
  level: 'semantics',
  severity: 'warning',
  since: '1.0',
  meaning: 'The inner radius of a traffic swarm is less than its half axes',
  explanation: {
    asks: 'The vehicles of a swarm live between a circle around the central entity and an ellipse around that. Where the circle reaches beyond the ellipse, there is no room for them on its sides, or none at all.',
    source: 'ASAM OpenSCENARIO XML, class reference of TrafficSwarmAction',
    example: {
      wrong: '<TrafficSwarmAction innerRadius="300" semiMajorAxis="200" semiMinorAxis="100" …>',
      right: '<TrafficSwarmAction innerRadius="50" semiMajorAxis="200" semiMinorAxis="100" …>',
    },
  },
  cost: 'cheap',

  check(model, tell) {
    const { elements, texts, values } = model;
    for (const swarm of elements.named('TrafficSwarmAction')) {
      const inner = elements.attributeOf(swarm, 'innerRadius');
      const radius = values.numberOf(inner);
      for (const name of axes) {
        const axis = elements.attributeOf(swarm, name);
        const length = values.numberOf(axis);
        if (!(radius > length)) continue;
        tell({
          code: 'no-room',
          at: texts.valueRange(inner),
          message: `The inner radius of the swarm, ${numberWords(radius)} m, is more than its ${quoted(name)} of ${numberWords(length)} m.`,
          help: 'Vehicles live between the inner circle and the outer ellipse.',
          related: [
            {
              message: 'the half axis that it reaches beyond is given here',
              at: texts.valueRange(axis),
            },
          ],
        });
        break;
      }
    }
  },
};
