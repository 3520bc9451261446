import { privately, scenario } from '../../testing/scenarios';
import { testRule } from '../../testing/rules';
import { rule } from './exclusiveParts';

const gap = (attributes: string) =>
  privately(
    'Ego',
    `<LongitudinalAction><LongitudinalDistanceAction entityRef="Target" freespace="true" continuous="false" ${attributes}/></LongitudinalAction>`,
  );

const phase = (inside: string) =>
  `<TrafficSignals><TrafficSignalController name="lights"><Phase name="go" duration="30">${inside}</Phase></TrafficSignalController></TrafficSignals>`;

const signal = '<TrafficSignalState trafficSignalId="1" state="on"/>';

testRule(rule, [
  { name: 'either one', text: scenario({ init: gap('distance="20"') + gap('timeGap="2"') }) },
  {
    name: 'both',
    text: scenario({ init: gap('distance="20" timeGap="«2»"') }),
    codes: ['exclusive-parts'],
    says: ['`LongitudinalDistanceAction` has `distance` and `timeGap`, which exclude each other.'],
    helps: ['Keep `distance` or `timeGap`, but not more than one of them.'],
  },
  {
    name: 'both in another order',
    text: scenario({ version: '1.0', init: gap('timeGap="2" distance="«20»"') }),
  },
  { name: 'states of signals', text: scenario({ roads: phase(signal + signal) }) },
  {
    name: 'states of signals, and of a group of them',
    text: scenario({ roads: phase(`${signal}«<TrafficSignalGroupState state="go"/>»`) }),
  },
  {
    name: 'the same as version 1.2 spells it',
    text: scenario({
      version: '1.2',
      roads: phase(`${signal}«<TrafficeSignalGroupState state="go"/>»`),
    }),
    says: [
      '`Phase` has `TrafficSignalState` and `TrafficeSignalGroupState`, which exclude each other.',
    ],
  },
]);
