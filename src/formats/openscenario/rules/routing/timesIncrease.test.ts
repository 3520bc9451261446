import { catalog, scenario } from '../../testing/scenarios';
import { testRule } from '../../testing/rules';
import { follow, nurbs, place, polyline, timing, trajectory } from '../../testing/trajectories';
import { rule } from './timesIncrease';

const time = timing;
const line = (...times: string[]) => polyline(...times.map((one) => ` time="${one}"`));
const spline = (timeEnd: string, ...starts: string[]) =>
  `<ClothoidSpline timeEnd="${timeEnd}">${starts.map((start) => `<ClothoidSplineSegment curvatureStart="0" curvatureEnd="0" length="10" timeStart="${start}"/>`).join('')}</ClothoidSpline>`;

testRule(rule, [
  {
    name: 'times that increase',
    text: scenario({
      init:
        follow(line('-1', '0', '1.5', '1e1'), { time }) + follow(spline('9', '0', '2'), { time }),
    }),
  },
  {
    name: 'a time before the one before it, where times are used',
    text: scenario({ init: follow(line('0', '3', '«2»', '4'), { time }) }),
    codes: ['time-decreases'],
    says: ['`time` goes back from 3 s to 2 s along the trajectory.'],
  },
  {
    name: 'several of them are told once',
    text: scenario({ init: follow(line('5', '«4»', '3', '2'), { time }) }),
    says: [
      '`time` goes back from 5 s to 4 s along the trajectory, and so it is at 2 other places.',
    ],
  },
  {
    name: 'a time twice',
    text: scenario({ init: follow(line('0', '1', '«1»'), { time }) }),
    codes: ['time-repeated'],
    says: ['`time` is 1 s again along the trajectory.'],
  },
  {
    name: 'times that are all the same, where nothing uses them',
    text: scenario({ version: '1.0', init: follow(line('0', '0', '0'), { version: '1.0' }) }),
  },
  {
    name: 'times that are all the same, where they are used',
    text: scenario({
      version: '1.0',
      init: follow(line('0', '«0»', '0'), { version: '1.0', time }),
    }),
  },
  { name: 'in a catalog', text: catalog(trajectory(line('0', '2', '«1»'))) },
  {
    name: 'some vertices without a time, and one whose time is not known',
    text: scenario({ init: follow(polyline(' time="0"', '', ' time="$later"', ' time="1"')) }),
  },
  {
    name: 'control points and clothoids',
    text: scenario({
      init:
        follow(nurbs('2', [' time="2"', ' time="«1»"'], ['0', '0', '1', '1'])) +
        follow(spline('«1»', '0', '2')) +
        follow(
          `<Clothoid curvature="0" curvaturePrime="0" length="10" startTime="2" stopTime="«2»">${place(0)}</Clothoid>`,
        ),
    }),
  },
]);
