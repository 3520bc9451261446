import { object, scenario, vehicle } from '../../testing/scenarios';
import { testRule } from '../../testing/rules';
import { rule } from './shadowedParameters';

const declared = (name: string): string =>
  `<ParameterDeclaration name="${name}" parameterType="double" value="1"/>`;

testRule(rule, [
  {
    name: 'another name',
    text: scenario({
      parameters: declared('speed'),
      entities: object('Ego', vehicle('car', declared('mass'))),
    }),
  },
  {
    name: 'side by side',
    text: scenario({
      entities:
        object('Ego', vehicle('car', declared('mass'))) +
        object('Target', vehicle('car', declared('mass'))),
    }),
  },
  ...(['1.0', '1.3'] as const).map((version) => ({
    name: `one around the other in ${version}`,
    text: scenario({
      version,
      parameters: declared('mass'),
      entities: object(
        'Ego',
        vehicle(
          'car',
          '<ParameterDeclaration name="«mass»" parameterType="double" value="$mass"/>',
        ),
      ),
    }),
    codes: ['shadowed-parameter'],
    says: ['The parameter `mass` hides the one of the same name that the scenario declares.'],
  })),
]);
