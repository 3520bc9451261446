import { scenario } from '../../testing/scenarios';
import { testRule } from '../../testing/rules';
import { rule } from './swarmRadii';

const swarm = (inner: string, major: string, minor: string) =>
  `<GlobalAction><TrafficAction><TrafficSwarmAction innerRadius="${inner}" semiMajorAxis="${major}" semiMinorAxis="${minor}" numberOfVehicles="5" offset="0"><CentralObject entityRef="Ego"/><TrafficDefinition name="cars"><VehicleCategoryDistribution><VehicleCategoryDistributionEntry category="car" weight="1"/></VehicleCategoryDistribution><ControllerDistribution><ControllerDistributionEntry weight="1"><CatalogReference catalogName="a" entryName="b"/></ControllerDistributionEntry></ControllerDistribution></TrafficDefinition></TrafficSwarmAction></TrafficAction></GlobalAction>`;

testRule(rule, [
  {
    name: 'room',
    text: scenario({
      version: '1.2',
      init: swarm('50', '200', '100') + swarm('100', '200', '100'),
    }),
  },
  {
    name: 'room only lengthwise',
    text: scenario({ version: '1.2', init: swarm('«150»', '200', '100') }),
    says: ['The inner radius of the swarm, 150 m, is more than its `semiMinorAxis` of 100 m.'],
  },
  {
    name: 'no room, told once, in version 1.0',
    text: scenario({ version: '1.0', init: swarm('«300»', '200', '100') }),
    codes: ['no-room'],
  },
  {
    name: 'an axis that is not known',
    text: scenario({ version: '1.0', init: swarm('300', '$a', '$b') }),
  },
]);
