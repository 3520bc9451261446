import { testRule } from '../../testing/rules';
import { catalog } from '../../testing/scenarios';
import { rule } from './ambiguousRouteWaypoints';

const route = (...positions: string[]): string =>
  catalog(
    `<Route name="r" closed="false">${positions
      .map((each) => `<Waypoint routeStrategy="shortest"><Position>${each}</Position></Waypoint>`)
      .join('')}</Route>`,
    { version: '1.0' },
  );
const lane = '<LanePosition roadId="1" laneId="-1" s="0"/>';

testRule(rule, [
  { name: 'lanes', text: route(lane, lane) },
  {
    name: 'the world, and a road',
    text: route('<«WorldPosition» x="0" y="0"/>', '<«RoadPosition» roadId="1" s="0" t="0"/>'),
    codes: ['waypoint-without-lane', 'waypoint-without-lane'],
  },
]);
