import { object, scenario, vehicle } from '../../testing/scenarios';
import { testRule } from '../../testing/rules';
import { rule } from './parametersDeclaredBeforeUse';

const declared = (name: string, value: string): string =>
  `<ParameterDeclaration name="${name}" parameterType="double" value="${value}"/>`;

testRule(rule, [
  { name: 'in order', text: scenario({ parameters: declared('a', '1') + declared('b', '$a') }) },
  ...(['1.0', '1.3'] as const).map((version) => ({
    name: `the wrong way round in ${version}`,
    text: scenario({ version, parameters: declared('b', '«$a»') + declared('a', '1') }),
    codes: ['declared-later'],
    says: ['The parameter `a` is used before it is declared.'],
    helps: ['Declare it before `b`.'],
  })),
  {
    name: 'a later one hides that of the scenario only after it',
    text: scenario({
      parameters: declared('a', '1'),
      entities: object('Ego', vehicle('car', declared('b', '$a') + declared('a', '2'))),
    }),
  },
]);
