import { testProjectRule } from '../../testing/projects';
import { distribution, scenario } from '../../testing/scenarios';
import { rule } from './valuesFitScenario';

const files = {
  'scenario.xosc': scenario({
    parameters: '<ParameterDeclaration name="lanes" parameterType="int" value="1"/>',
  }),
};
const giving = (value: string): string =>
  distribution(
    `<Deterministic><DeterministicSingleParameterDistribution parameterName="lanes"><DistributionSet><Element value="${value}"/></DistributionSet></DeterministicSingleParameterDistribution></Deterministic>`,
  );

testProjectRule(rule, [
  { name: 'a value of the type', files, text: giving('2') },
  { name: 'a value of another type', files, text: giving('«two»'), says: [/`two`/] },
]);
