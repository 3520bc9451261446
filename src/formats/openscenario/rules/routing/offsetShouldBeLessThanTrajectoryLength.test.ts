import { scenario } from '../../testing/scenarios';
import { testRule } from '../../testing/rules';
import { follow, nurbs, place, polyline } from '../../testing/trajectories';
import { rule } from './offsetShouldBeLessThanTrajectoryLength';

const from = (offset: string) => ({ attributes: `initialDistanceOffset="${offset}"` });
const line = polyline('', '', '');
const clothoid = `<Clothoid curvature="0" curvaturePrime="0" length="20">${place(0)}</Clothoid>`;
const spline = (second: string) =>
  `<ClothoidSpline><ClothoidSplineSegment curvatureStart="0" curvatureEnd="0" length="10"><PositionStart><WorldPosition x="0" y="0"/></PositionStart></ClothoidSplineSegment>${second}</ClothoidSpline>`;
const segment = (inside: string) =>
  `<ClothoidSplineSegment curvatureStart="0" curvatureEnd="0" length="10">${inside}</ClothoidSplineSegment>`;

testRule(rule, [
  {
    name: 'offsets along the way',
    text: scenario({
      init: follow(line, from('0')) + follow(line, from('20.1')) + follow(clothoid, from('19')),
    }),
  },
  {
    name: 'beyond a polyline',
    text: scenario({ init: follow(line, from('«25»')) }),
    codes: ['beyond-trajectory'],
    says: ['`initialDistanceOffset` is 25 m, but the trajectory is no longer than 20 m.'],
  },
  {
    name: 'beyond other shapes, in version 1.1',
    text: scenario({
      version: '1.1',
      init:
        follow(clothoid, from('«21»')) +
        follow(nurbs('2', ['', ''], ['0', '0', '1', '1']), from('«11»')),
    }),
  },
  {
    name: 'beyond a spline',
    text: scenario({ init: follow(spline(segment('')), from('«21»')) }),
  },
  {
    name: 'a spline with a gap in it',
    text: scenario({
      init: follow(
        spline(segment('<PositionStart><WorldPosition x="50" y="0"/></PositionStart>')),
        from('40'),
      ),
    }),
  },
  {
    name: 'a length that only the road knows',
    text: scenario({
      init: follow(
        line.replace(/<WorldPosition.*?>/, '<LanePosition roadId="1" laneId="1" s="0"/>'),
        from('25'),
      ),
    }),
  },
  { name: 'an offset that is not known', text: scenario({ init: follow(line, from('$far')) }) },
]);
