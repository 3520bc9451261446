import { testRule } from '../../testing/rules';
import { catalog, scenario, vehicle } from '../../testing/scenarios';
import { rule } from './roadNetworkReference';

testRule(rule, [
  { name: 'a road network', text: scenario({ roads: '<LogicFile filepath="a.xodr"/>' }) },
  {
    name: 'none',
    text: scenario({ version: '1.0' }).replace('<RoadNetwork>', '<«RoadNetwork»>'),
    codes: ['no-road-network-named'],
  },
  { name: 'a catalog', text: catalog(vehicle()) },
]);
