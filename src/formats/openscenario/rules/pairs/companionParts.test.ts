import { scenario } from '../../testing/scenarios';
import { testRule } from '../../testing/rules';
import { follow, place } from '../../testing/trajectories';
import { rule } from './companionParts';

const clothoid = (times: string) =>
  `<Clothoid curvature="0" curvaturePrime="0" length="10"${times}>${place(0)}</Clothoid>`;

testRule(rule, [
  { name: 'both', text: scenario({ init: follow(clothoid(' startTime="0" stopTime="5"')) }) },
  { name: 'neither', text: scenario({ init: follow(clothoid('')) }) },
  {
    name: 'a start alone',
    text: scenario({ init: follow(clothoid(' startTime="«0»"')) }),
    codes: ['companion-missing'],
    says: ['`Clothoid` has `startTime`, but no `stopTime`.'],
    helps: ['Add `stopTime`, or leave `startTime` out.'],
  },
  {
    name: 'a stop alone, in version 1.1',
    text: scenario({ version: '1.1', init: follow(clothoid(' stopTime="«5»"')) }),
  },
]);
