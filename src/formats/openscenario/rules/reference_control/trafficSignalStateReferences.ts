import { tellUnknownSignals } from '../../roads/signals';
import type { ProjectRule } from '../kinds';

/** The phases of traffic signal controllers are about signals of the road network. */
export const rule: ProjectRule = {
  id: 'asam.net:xosc:1.0.0:reference_control.traffic_signal_state_references',
  level: 'project',
  severity: 'error',
  since: '1.0',
  meaning: 'The states of a phase name traffic signals of the road network',
  explanation: {
    asks: 'Each phase of a TrafficSignalController gives the states of traffic signals, which it names by the ids that they have in the road network. A state of a signal that is not there is never seen.',
    source: 'ASAM OpenSCENARIO XML 1.3.1, Annex C, traffic_signal_state_references',
    example: {
      wrong: '<TrafficSignalState trafficSignalId="north light" state="on;off;off"/>',
      right: '<TrafficSignalState trafficSignalId="42" state="on;off;off"/>',
    },
  },
  cost: 'cheap',

  check(project, tell) {
    tellUnknownSignals(project, 'TrafficSignalState', 'trafficSignalId', tell);
  },
};
