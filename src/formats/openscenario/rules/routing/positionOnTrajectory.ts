import { lengthCheck } from '../../facts/lengthCheck';
import type { DocumentRule } from '../kinds';

/** A position along a trajectory is on it. */
export const rule: DocumentRule = {
  id: 'scrutineer:xosc:1.1.0:routing.position_on_trajectory',
  level: 'semantics',
  severity: 'error',
  since: '1.1',
  meaning: 'A position along a trajectory does not lie beyond its end',
  explanation: {
    asks: 'A TrajectoryPosition counts s in metres from the start of the trajectory to no more than its length. The length is known here for clothoids and for shapes with places in the world.',
    source: 'ASAM OpenSCENARIO XML 1.1 to 1.3, class reference of TrajectoryPosition (range of s)',
    example: {
      wrong: '<TrajectoryPosition s="250"> along 200 m',
      right: '<TrajectoryPosition s="150"> along 200 m',
    },
  },
  cost: 'usual',
  check: lengthCheck('TrajectoryPosition', 's'),
};
