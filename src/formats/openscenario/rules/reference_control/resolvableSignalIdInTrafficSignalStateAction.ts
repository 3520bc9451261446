import { tellUnknownSignals } from '../../roads/signals';
import type { ProjectRule } from '../kinds';

/** A TrafficSignalStateAction is about a signal of the road network. */
export const rule: ProjectRule = {
  id: 'asam.net:xosc:1.2.0:reference_control.resolvable_signal_id_in_traffic_signal_state_action',
  level: 'project',
  severity: 'error',
  since: '1.0',
  meaning: 'A TrafficSignalStateAction names a traffic signal of the road network',
  explanation: {
    asks: 'A TrafficSignalStateAction sets the state of one traffic signal. Its name is the id that the signal has in the road network, not the signal’s name there. Without such a signal the action changes nothing.',
    source:
      'ASAM OpenSCENARIO XML 1.2, checker rule resolvable_signal_id_in_traffic_signal_state_action; checked here from 1.0 on, since the attribute means the same in every version; ASAM OpenDRIVE 1.8, section 14.5 for signalReference',
    example: {
      wrong: '<TrafficSignalStateAction name="north light" state="off"/>',
      right: '<TrafficSignalStateAction name="42" state="off"/>\n(42 is the id of the signal)',
    },
  },
  cost: 'cheap',

  check(project, tell) {
    tellUnknownSignals(project, 'TrafficSignalStateAction', 'name', tell);
  },
};
