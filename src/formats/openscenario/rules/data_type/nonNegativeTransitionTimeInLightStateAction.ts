import { rangeCheck } from '../../facts/rangeCheck';
import { transitionTimes } from '../../facts/ranges';
import type { DocumentRule } from '../kinds';

/** A light needs no less than no time to change. */
export const rule: DocumentRule = {
  id: 'asam.net:xosc:1.2.0:data_type.non_negative_transition_time_in_light_state_action',
  level: 'semantics',
  severity: 'error',
  since: '1.2',
  meaning: 'The transition time of a light state is not negative',
  explanation: {
    asks: 'The transition time of a LightStateAction says how long a light takes to reach its new state: 0 for at once, more for a fade. Parameters and expressions count by what they come to.',
    source:
      'ASAM checker bundle for OpenSCENARIO XML 1.0.0, rule non_negative_transition_time_in_light_state_action (which leaves expressions out)',
    example: {
      wrong: '<LightStateAction transitionTime="-0.5">',
      right: '<LightStateAction transitionTime="0.5">',
    },
  },
  cost: 'cheap',
  check: rangeCheck(transitionTimes),
};
