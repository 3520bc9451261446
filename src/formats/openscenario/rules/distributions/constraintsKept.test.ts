import { testProjectRule } from '../../testing/projects';
import { distribution, scenario } from '../../testing/scenarios';
import { rule } from './constraintsKept';

const files = {
  'scenario.xosc': scenario({
    parameters:
      '<ParameterDeclaration name="speed" parameterType="double" value="1"><ConstraintGroup><ValueConstraint rule="lessThan" value="10"/></ConstraintGroup></ParameterDeclaration>',
  }),
};
const giving = (value: string): string =>
  distribution(
    `<Deterministic><DeterministicSingleParameterDistribution parameterName="speed"><DistributionSet><Element value="${value}"/></DistributionSet></DeterministicSingleParameterDistribution></Deterministic>`,
  );

testProjectRule(rule, [
  { name: 'a value within', files, text: giving('9.9') },
  { name: 'a value outside', files, text: giving('«10»'), says: [/`10`/] },
]);
