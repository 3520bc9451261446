import { rangeCheck } from '../../facts/rangeCheck';
import { conditionDelays } from '../../facts/ranges';
import type { DocumentRule } from '../kinds';

/** No condition is delayed into the past. */
export const rule: DocumentRule = {
  id: 'asam.net:xosc:1.0.0:data_type.condition_delay_not_negative',
  level: 'semantics',
  severity: 'error',
  since: '1.0',
  meaning: 'The delay of a condition is not negative',
  explanation: {
    asks: 'A condition with a delay looks at what was true that many seconds ago. A negative delay would look into the future. Parameters and expressions count by what they come to.',
    source: 'ASAM OpenSCENARIO XML 1.3.1, Annex C, rule condition_delay_not_negative',
    example: {
      wrong: '<Condition name="close" delay="-1" conditionEdge="rising">',
      right: '<Condition name="close" delay="0" conditionEdge="rising">',
    },
  },
  cost: 'cheap',
  check: rangeCheck(conditionDelays),
};
