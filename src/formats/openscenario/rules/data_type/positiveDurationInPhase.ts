import { rangeCheck } from '../../facts/rangeCheck';
import { phaseDurations } from '../../facts/ranges';
import type { DocumentRule } from '../kinds';

/** Phases of traffic signals last no less than no time. */
export const rule: DocumentRule = {
  id: 'asam.net:xosc:1.2.0:data_type.positive_duration_in_phase',
  aliases: ['asam.net:xosc:1.0.0:data_type.phase_duration_positive'],
  level: 'semantics',
  severity: 'error',
  since: '1.0',
  meaning: 'The duration of a traffic signal phase is not negative',
  explanation: {
    asks: 'The phases of a TrafficSignalController follow each other, each for its duration in seconds. Despite the name of the rule its text allows 0: such a phase is skipped. Parameters and expressions count by what they come to.',
    source:
      'ASAM checker bundle for OpenSCENARIO XML 1.0.0, rule positive_duration_in_phase; Annex C of 1.3.1, rule phase_duration_positive',
    example: {
      wrong: '<Phase name="go" duration="-30">',
      right: '<Phase name="go" duration="30">',
    },
  },
  cost: 'cheap',
  check: rangeCheck(phaseDurations),
};
