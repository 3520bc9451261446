import { privately, scenario, teleport } from '../../testing/scenarios';
import { testRule } from '../../testing/rules';
import { polyline, trajectory } from '../../testing/trajectories';
import { rule } from './positionOnTrajectory';

const at = (s: string) =>
  privately(
    'Ego',
    teleport(
      `<TrajectoryPosition s="${s}"><TrajectoryRef>${trajectory(polyline('', ''))}</TrajectoryRef></TrajectoryPosition>`,
    ),
  );

testRule(rule, [
  { name: 'on it', text: scenario({ init: at('0') + at('10') }) },
  {
    name: 'beyond it',
    text: scenario({ init: at('«11»') }),
    says: ['`s` is 11 m, but the trajectory is no longer than 10 m.'],
  },
  { name: 'in version 1.1', text: scenario({ version: '1.1', init: at('«1e2»') }) },
]);
