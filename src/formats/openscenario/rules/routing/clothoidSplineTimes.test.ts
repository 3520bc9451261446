import { scenario } from '../../testing/scenarios';
import { testRule } from '../../testing/rules';
import { follow } from '../../testing/trajectories';
import { rule } from './clothoidSplineTimes';

const segment = (times: string) =>
  `<ClothoidSplineSegment curvatureStart="0" curvatureEnd="0" length="10"${times}/>`;
const spline = (times: string, ...segments: string[]) =>
  follow(`<ClothoidSpline${times}>${segments.join('')}</ClothoidSpline>`);

testRule(rule, [
  {
    name: 'all times',
    text: scenario({
      init: spline(' timeEnd="4"', segment(' timeStart="0"'), segment(' timeStart="2"')),
    }),
  },
  { name: 'no times', text: scenario({ init: spline('', segment(''), segment('')) }) },
  {
    name: 'no end',
    text: scenario({ init: spline('', segment(' timeStart="«0»"'), segment(' timeStart="2"')) }),
    codes: ['end-missing'],
  },
  {
    name: 'a segment without a start',
    text: scenario({
      init: spline(' timeEnd="4"', segment(' timeStart="0"'), `«${segment('')}»`, segment('')),
    }),
    codes: ['start-missing'],
  },
]);
