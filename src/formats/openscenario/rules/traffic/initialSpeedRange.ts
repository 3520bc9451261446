import { quoted } from '../../../../schema/words';
import { numberWords } from '../../facts/interval';
import type { DocumentRule } from '../kinds';

/** The slowest initial speed is not above the fastest. */
export const rule: DocumentRule = {
  id: 'scrutineer:xosc:1.2.0:traffic.initial_speed_range',
  level: 'semantics',
  severity: 'error',
  since: '1.2',
  meaning: 'The lower limit of a range of initial speeds is not above the upper one',
  explanation: {
    asks: 'The vehicles of a swarm begin with a speed between two limits. With the limits exchanged, no speed lies between them.',
    source: 'ASAM OpenSCENARIO XML 1.2, class reference of TrafficSwarmAction and Range',
    example: {
      wrong: '<InitialSpeedRange lowerLimit="30" upperLimit="10"/>',
      right: '<InitialSpeedRange lowerLimit="10" upperLimit="30"/>',
    },
  },
  cost: 'cheap',

  check(model, tell) {
    const { elements, texts, values } = model;
    for (const range of elements.named('InitialSpeedRange')) {
      const attribute = elements.attributeOf(range, 'lowerLimit');
      const lower = values.numberOf(attribute);
      const upper = values.numberOf(elements.attributeOf(range, 'upperLimit'));
      if (!(lower > upper)) continue;
      tell({
        code: 'limits-exchanged',
        at: texts.valueRange(attribute),
        message: `The lower limit of ${quoted('InitialSpeedRange')}, ${numberWords(lower)} m/s, is above the upper one, ${numberWords(upper)} m/s.`,
      });
    }
  },
};
