import { scenario } from '../../testing/scenarios';
import { testRule } from '../../testing/rules';
import { follow, nurbs, place, polyline, timing } from '../../testing/trajectories';
import { rule } from './trajectoryTimingExistsIfRequested';

const time = timing;
const clothoid = (times: string) =>
  `<Clothoid curvature="0" curvaturePrime="0" length="10"${times}>${place(0)}</Clothoid>`;
const spline = (times: string) =>
  `<ClothoidSpline${times}><ClothoidSplineSegment curvatureStart="0" curvatureEnd="0" length="10" timeStart="0"/></ClothoidSpline>`;
const knots = ['0', '0', '1', '1'];

testRule(rule, [
  {
    name: 'times that are asked for, and are there',
    text: scenario({
      init:
        follow(polyline(' time="0"', ' time="1"'), { time }) +
        follow(nurbs('2', [' time="0"', ''], knots), { time }) +
        follow(clothoid(' startTime="0" stopTime="1"'), { time }) +
        follow(spline(' timeEnd="5"'), { time }),
    }),
  },
  { name: 'times that nobody asks for', text: scenario({ init: follow(polyline('', '')) }) },
  {
    name: 'a vertex without a time',
    text: scenario({
      init: follow(polyline(' time="0"', '', ''), { time }).replace('<Vertex>', '«<Vertex>»'),
    }),
    codes: ['time-missing'],
    says: ['`Vertex` has no `time`, but the trajectory is to be followed in its time.'],
    helps: ['Add a time to every vertex, or write `<None/>` instead of `Timing`.'],
  },
  {
    name: 'control points without a time',
    text: scenario({
      version: '1.0',
      init: follow(nurbs('2', ['', ''], knots), { version: '1.0', time }).replace(
        '<ControlPoint>',
        '«<ControlPoint>»',
      ),
    }),
  },
  {
    name: 'clothoids without times',
    text: scenario({
      init:
        follow(clothoid('').replace(/<Clothoid .*?>/, '«$&»'), { time }) +
        follow(clothoid(' startTime="0"').replace(/<Clothoid .*?>/, '«$&»'), { time }) +
        follow(spline('').replace('<ClothoidSpline>', '«$&»'), { time }),
    }),
    says: ['has no `startTime`', 'has no `stopTime`', 'has no `timeEnd`'],
  },
]);
