import { testRule } from '../../testing/rules';
import { scenario } from '../../testing/scenarios';
import { rule } from './uniqueSignalStatesInPhase';

const roads = (...phases: string[][]): string =>
  `<TrafficSignals><TrafficSignalController name="c">${phases
    .map(
      (signals, at) =>
        `<Phase name="p${at}" duration="1">${signals.map((id) => `<TrafficSignalState trafficSignalId="${id}" state="on"/>`).join('')}</Phase>`,
    )
    .join('')}</TrafficSignalController></TrafficSignals>`;

testRule(rule, [
  { name: 'each signal once a phase', text: scenario({ roads: roads(['1', '2'], ['2', '1']) }) },
  {
    name: 'a signal twice, in version 1.0',
    text: scenario({ version: '1.0', roads: roads(['1'], ['1', '2', '«1»']) }),
    codes: ['signal-twice-in-phase'],
    says: ['The phase gives the traffic signal `1` more than one state.'],
  },
]);
