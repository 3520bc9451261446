import { scenario } from '../../testing/scenarios';
import { testRule } from '../../testing/rules';
import { rule } from './initialSpeedRange';

const speeds = (lower: string, upper: string) =>
  `<GlobalAction><TrafficAction><TrafficSwarmAction innerRadius="5" semiMajorAxis="9" semiMinorAxis="9" numberOfVehicles="5" offset="0"><CentralObject entityRef="Ego"/><TrafficDefinition name="cars"><VehicleCategoryDistribution><VehicleCategoryDistributionEntry category="car" weight="1"/></VehicleCategoryDistribution><ControllerDistribution><ControllerDistributionEntry weight="1"><CatalogReference catalogName="a" entryName="b"/></ControllerDistributionEntry></ControllerDistribution></TrafficDefinition><InitialSpeedRange lowerLimit="${lower}" upperLimit="${upper}"/></TrafficSwarmAction></TrafficAction></GlobalAction>`;

testRule(rule, [
  {
    name: 'a range',
    text: scenario({ version: '1.2', init: speeds('10', '30') + speeds('10', '10') }),
  },
  {
    name: 'the limits exchanged',
    text: scenario({ version: '1.2', init: speeds('«30»', '10') }),
    says: ['The lower limit of `InitialSpeedRange`, 30 m/s, is above the upper one, 10 m/s.'],
  },
]);
