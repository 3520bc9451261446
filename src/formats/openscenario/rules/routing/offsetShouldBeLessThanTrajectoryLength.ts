import { lengthCheck } from '../../facts/lengthCheck';
import type { DocumentRule } from '../kinds';

/** Nobody begins a trajectory behind its end. */
export const rule: DocumentRule = {
  id: 'asam.net:xosc:1.1.0:routing.offset_should_be_less_than_trajectory_length',
  level: 'semantics',
  severity: 'error',
  since: '1.1',
  meaning: 'The initial offset into a trajectory is less than its length',
  explanation: {
    asks: 'The initialDistanceOffset of a FollowTrajectoryAction cuts off the beginning of the trajectory. An offset beyond the length of the trajectory leaves nothing to follow. The length is known here for clothoids and for shapes with places in the world; for NURBS, that of the way along the control points, which is never shorter.',
    source:
      'ASAM OpenSCENARIO XML 1.3.1, Annex C, rule offset_should_be_less_than_trajectory_length; class reference of FollowTrajectoryAction',
    example: {
      wrong: '<FollowTrajectoryAction initialDistanceOffset="250"> along 200 m',
      right: '<FollowTrajectoryAction initialDistanceOffset="50"> along 200 m',
    },
  },
  cost: 'usual',
  check: lengthCheck('FollowTrajectoryAction', 'initialDistanceOffset'),
};
