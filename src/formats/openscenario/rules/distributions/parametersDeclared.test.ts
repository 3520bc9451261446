import { testProjectRule } from '../../testing/projects';
import { distribution, scenario } from '../../testing/scenarios';
import { rule } from './parametersDeclared';

const files = {
  'scenario.xosc': scenario({
    parameters: '<ParameterDeclaration name="speed" parameterType="double" value="1"/>',
  }),
};
const varying = (name: string): string =>
  distribution(
    `<Deterministic><DeterministicSingleParameterDistribution parameterName="${name}"><DistributionSet><Element value="1"/></DistributionSet></DeterministicSingleParameterDistribution></Deterministic>`,
    { version: '1.1' },
  );

testProjectRule(rule, [
  { name: 'a declared parameter', files, text: varying('speed') },
  {
    name: 'another one',
    files,
    text: varying('«sped»'),
    codes: ['unknown-parameter'],
    helps: [/`speed`/],
  },
  { name: 'a scenario that cannot be seen', text: varying('sped') },
]);
