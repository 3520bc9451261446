import { openDrive, road, section } from '../../roads/testing/roads';
import { testProjectRule } from '../../testing/projects';
import { privately, scenario } from '../../testing/scenarios';
import { rule } from './routeWaypointsLocations';

const lanes = section(0, [
  [0, ''],
  [-1, 3],
]);
const inside = road('inside', lanes).replace(/junction="[^"]*"/, 'junction="7"');
const files = { 'a.xodr': openDrive(road('before', lanes), inside) };
const route = (roadId: string): string =>
  scenario({
    version: '1.0',
    roads: '<LogicFile filepath="a.xodr"/>',
    init: privately(
      'Ego',
      `<RoutingAction><AssignRouteAction><Route name="r" closed="false">${[roadId, 'before']
        .map(
          (id) =>
            `<Waypoint routeStrategy="shortest"><Position><LanePosition roadId="${id}" laneId="-1" s="1"/></Position></Waypoint>`,
        )
        .join('')}</Route></AssignRouteAction></RoutingAction>`,
    ),
  });

testProjectRule(rule, [
  { name: 'a road', files, text: route('before') },
  {
    name: 'a road in a junction',
    files,
    text: route('«inside»'),
    says: ['This waypoint lies on a road in the junction `7`.'],
  },
  { name: 'a network that cannot be seen', text: route('inside') },
]);
