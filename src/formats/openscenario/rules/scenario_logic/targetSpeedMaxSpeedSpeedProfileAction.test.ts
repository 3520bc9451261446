import { testRule } from '../../testing/rules';
import { event, privately, scenario } from '../../testing/scenarios';
import { rule } from './targetSpeedMaxSpeedSpeedProfileAction';

const profile = (more: string, ...speeds: string[]): string =>
  `<LongitudinalAction><SpeedProfileAction ${more}>${speeds.map((value) => `<SpeedProfileEntry speed="${value}" time="1"/>`).join('')}</SpeedProfileAction></LongitudinalAction>`;
const follow = 'followingMode="follow"';

testRule(rule, [
  { name: 'in reach', text: scenario({ init: privately('Ego', profile(follow, '10', '50')) }) },
  {
    name: 'out of reach',
    text: scenario({
      version: '1.2',
      init: privately('Ego', profile(follow, '10', '«51»', '«60»')),
    }),
    codes: ['target-above-maximum', 'target-above-maximum'],
    says: ['The speed of 51 m/s is more than `Ego` can do, which is 50 m/s.'],
  },
  {
    name: 'an actor of a group',
    text: scenario({
      events: event().replace(
        /<LongitudinalAction>.*<\/LongitudinalAction>/,
        profile(follow, '«60»'),
      ),
    }),
  },
  {
    name: 'relative to another entity, or in the other mode',
    text: scenario({
      init:
        privately('Ego', profile(`${follow} entityRef="Target"`, '60')) +
        privately('Ego', profile('followingMode="position"', '60')),
    }),
  },
]);
