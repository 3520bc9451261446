import { privately, scenario } from '../../testing/scenarios';
import { testRule } from '../../testing/rules';
import { rule } from './neededParts';

const position = (inside: string) =>
  privately('Ego', `<TeleportAction><Position>${inside}</Position></TeleportAction>`);

const gap = (attributes: string) =>
  privately(
    'Ego',
    `<LongitudinalAction>«<LongitudinalDistanceAction entityRef="Target" freespace="true" continuous="false"${attributes}/>»</LongitudinalAction>`,
  );

const follow = (trajectory: string) =>
  privately(
    'Ego',
    `<RoutingAction>${trajectory}<TimeReference><None/></TimeReference><TrajectoryFollowingMode followingMode="follow"/></FollowTrajectoryAction></RoutingAction>`,
  );

testRule(rule, [
  {
    name: 'one of two attributes',
    text: scenario({
      init:
        position('<GeoPosition latitudeDeg="1" longitudeDeg="2"/>') +
        position('<RelativeLanePosition entityRef="Target" dLane="0" dsLane="1"/>'),
    }),
  },
  {
    name: 'neither of two attributes',
    text: scenario({ init: gap('') }),
    codes: ['needed-part-missing'],
    says: ['`LongitudinalDistanceAction` has neither `distance` nor `timeGap`.'],
    helps: ['Add `distance` or `timeGap`.'],
  },
  { name: 'the same in version 1.0', text: scenario({ version: '1.0', init: gap('') }) },
  {
    name: 'half a place on earth',
    text: scenario({ version: '1.2', init: position('«<GeoPosition latitudeDeg="1"/>»') }),
    says: ['`GeoPosition` has neither `longitudeDeg` nor `longitude`.'],
  },
  {
    name: 'what the schema of 1.1 asks for, it says itself',
    misshapen: true,
    text: scenario({ version: '1.1', init: position('<GeoPosition latitude="1"/>') }),
  },
  {
    name: 'no trajectory to follow, as of 1.0',
    text: scenario({ version: '1.0', init: follow('«<FollowTrajectoryAction>»') }),
    says: ['`FollowTrajectoryAction` has neither `Trajectory` nor `CatalogReference`.'],
  },
  {
    name: 'no trajectory to follow, as of 1.3',
    text: scenario({ init: follow('«<FollowTrajectoryAction>»') }),
    says: ['has none of `TrajectoryRef`, `Trajectory` and `CatalogReference`.'],
  },
  {
    name: 'a trajectory of a catalog',
    text: scenario({
      init: follow(
        '<FollowTrajectoryAction><TrajectoryRef><CatalogReference catalogName="a" entryName="b"/></TrajectoryRef>',
      ),
    }),
  },
]);
