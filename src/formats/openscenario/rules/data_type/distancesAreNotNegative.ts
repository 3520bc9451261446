import { rangeCheck } from '../../facts/rangeCheck';
import { distances } from '../../facts/ranges';
import type { DocumentRule } from '../kinds';

/** Distances have no direction. */
export const rule: DocumentRule = {
  id: 'asam.net:xosc:1.1.0:data_type.distances_are_not_negative',
  level: 'semantics',
  severity: 'error',
  since: '1.0',
  meaning: 'Distances in actions and conditions are not negative',
  explanation: {
    asks: 'A distance that is to be kept, or that a condition compares with, is the length of a gap: 0 or more, whichever side the other one is on. Parameters and expressions count by what they come to.',
    source:
      'ASAM OpenSCENARIO XML 1.3.1, Annex C, rule distances_are_not_negative; the class reference of 1.0 gives the same ranges',
    example: {
      wrong: '<RelativeDistanceCondition value="-20" rule="lessThan" …/>',
      right: '<RelativeDistanceCondition value="20" rule="lessThan" …/>',
    },
  },
  cost: 'cheap',
  check: rangeCheck(distances),
};
