import { scenario } from '../../testing/scenarios';
import { testRule } from '../../testing/rules';
import { rule } from './weightsHaveASum';

const source = (weights: string[]) => {
  const entries = weights
    .map((weight) => `<VehicleCategoryDistributionEntry category="car" weight="${weight}"/>`)
    .join('');
  return `<GlobalAction><TrafficAction><TrafficSourceAction radius="5" rate="1"><Position><WorldPosition x="0" y="0"/></Position><TrafficDefinition name="cars"><VehicleCategoryDistribution>${entries}</VehicleCategoryDistribution><ControllerDistribution><ControllerDistributionEntry weight="1"><CatalogReference catalogName="a" entryName="b"/></ControllerDistributionEntry></ControllerDistribution></TrafficDefinition></TrafficSourceAction></TrafficAction></GlobalAction>`;
};

const directions = (same: string, opposite: string) =>
  source(['1'])
    .replace(
      '<TrafficSourceAction radius="5" rate="1"><Position><WorldPosition x="0" y="0"/></Position>',
      '<TrafficSwarmAction innerRadius="5" semiMajorAxis="9" semiMinorAxis="9" numberOfVehicles="5" offset="0"><CentralObject entityRef="Ego"/>',
    )
    .replace(
      '</TrafficSourceAction>',
      `<DirectionOfTravelDistribution same="${same}" opposite="${opposite}"/></TrafficSwarmAction>`,
    );

testRule(rule, [
  {
    name: 'some weight',
    text: scenario({ version: '1.2', init: source(['0', '0.5']) + directions('0', '1') }),
  },
  {
    name: 'no weight, in version 1.0',
    text: scenario({
      version: '1.0',
      init: source(['0', '0.0']).replace('<VehicleCategoryDistribution>', '«$&»'),
    }),
    says: [
      'All weights in `VehicleCategoryDistribution` are 0, so that nothing can be chosen from it.',
    ],
  },
  {
    name: 'a weight that is not known',
    text: scenario({ version: '1.0', init: source(['0', '$more']) }),
  },
  {
    name: 'no direction',
    text: scenario({
      version: '1.2',
      init: directions('0', '0').replace(/<DirectionOfTravelDistribution.*?>/, '«$&»'),
    }),
  },
]);
