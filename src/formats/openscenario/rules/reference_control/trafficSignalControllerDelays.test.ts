import { testRule } from '../../testing/rules';
import { scenario } from '../../testing/scenarios';
import { rule } from './trafficSignalControllerDelays';

const roads = (...attributes: string[]): string =>
  `<TrafficSignals>${attributes
    .map(
      (more, at) =>
        `<TrafficSignalController name="c${at}" ${more}><Phase name="p" duration="${at === 2 ? 20 : 10}"/></TrafficSignalController>`,
    )
    .join('')}</TrafficSignals>`;

testRule(rule, [
  { name: 'both, or neither', text: scenario({ roads: roads('', 'delay="1" reference="c0"') }) },
  { name: 'no delay to speak of', text: scenario({ roads: roads('delay="0"') }) },
  {
    name: 'a delay alone, in version 1.0',
    text: scenario({ version: '1.0', roads: roads('delay="«5»"') }),
    codes: ['delay-without-reference'],
  },
  {
    name: 'a reference alone',
    text: scenario({ roads: roads('', 'reference="«c0»"') }),
    codes: ['reference-without-delay'],
  },
  {
    name: 'cycles of other lengths',
    text: scenario({ roads: roads('', '', 'delay="1" reference="«c0»"') }),
    codes: ['cycles-differ'],
    says: ['take 20 s, those of the one it is delayed against 10 s.'],
  },
]);
