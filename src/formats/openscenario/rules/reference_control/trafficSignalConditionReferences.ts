import { tellUnknownSignals } from '../../roads/signals';
import type { ProjectRule } from '../kinds';

/** A TrafficSignalCondition is about a signal of the road network. */
export const rule: ProjectRule = {
  id: 'asam.net:xosc:1.0.0:reference_control.traffic_signal_condition_references',
  level: 'project',
  severity: 'error',
  since: '1.0',
  meaning: 'A TrafficSignalCondition names a traffic signal of the road network',
  explanation: {
    asks: 'A TrafficSignalCondition waits for the state of one traffic signal, which it names by the id that the signal has in the road network. Without such a signal the condition never becomes true.',
    source: 'ASAM OpenSCENARIO XML 1.3.1, Annex C, traffic_signal_condition_references',
    example: {
      wrong: '<TrafficSignalCondition name="north light" state="on;off;off"/>',
      right: '<TrafficSignalCondition name="42" state="on;off;off"/>',
    },
  },
  cost: 'cheap',

  check(project, tell) {
    tellUnknownSignals(project, 'TrafficSignalCondition', 'name', tell);
  },
};
