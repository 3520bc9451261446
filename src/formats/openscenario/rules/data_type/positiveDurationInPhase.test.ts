import { scenario } from '../../testing/scenarios';
import { testRule } from '../../testing/rules';
import { rule } from './positiveDurationInPhase';

const phase = (duration: string) =>
  `<TrafficSignals><TrafficSignalController name="lights"><Phase name="go" duration="${duration}"/></TrafficSignalController></TrafficSignals>`;

testRule(rule, [
  { name: 'some time', text: scenario({ roads: phase('30') }) },
  { name: 'no time', text: scenario({ roads: phase('0') }) },
  {
    name: 'less than no time',
    text: scenario({ roads: phase('«-30»') }),
    says: ['`duration` of `Phase` is -30 s, but has to be 0 or more.'],
  },
  { name: 'in version 1.0', text: scenario({ version: '1.0', roads: phase('«-1e1»') }) },
]);
