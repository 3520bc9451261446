import { testRule } from '../../testing/rules';
import { catalog, onRoads, privately, scenario, teleport } from '../../testing/scenarios';
import { rule } from './invalidElementsIfNoRoadNetwork';

const lane = (name: string): string => `<${name} roadId="1" laneId="-1" s="0"/>`;
const without = (position: string, version?: '1.0' | '1.3'): string =>
  scenario({ init: privately('Ego', teleport(position)), ...(version ? { version } : {}) });

testRule(rule, [
  { name: 'a road network', text: onRoads('a.xodr', lane('LanePosition')) },
  { name: 'positions in the world', text: without('<WorldPosition x="0" y="0"/>') },
  {
    name: 'a position on a lane',
    text: without(lane('«LanePosition»')),
    codes: ['no-road-network'],
    says: ['`LanePosition` needs a road network, and `RoadNetwork` names none.'],
  },
  {
    name: 'many are told of once for each kind',
    text: scenario({
      init:
        privately('Ego', teleport(lane('«LanePosition»'))) +
        privately('Target', teleport(lane('LanePosition'))) +
        privately('Ego', teleport('<«RoadPosition» roadId="1" s="0" t="0"/>')),
    }),
    says: [/\(for this one and 1 more\)\.$/, /^`RoadPosition`/],
  },
  { name: 'a file without a name', text: onRoads('', lane('«LanePosition»')) },
  { name: 'a file that a parameter names', text: onRoads('$file', lane('LanePosition')) },
  { name: 'already in version 1.0', text: without(lane('«LanePosition»'), '1.0') },
  {
    name: 'a catalog',
    text: catalog(
      `<Route name="r" closed="false"><Waypoint routeStrategy="shortest"><Position>${lane('LanePosition')}</Position></Waypoint><Waypoint routeStrategy="shortest"><Position>${lane('LanePosition')}</Position></Waypoint></Route>`,
    ),
  },
]);
