import { object, scenario, vehicle } from '../../testing/scenarios';
import { testRule } from '../../testing/rules';
import { rule } from './uniqueParameters';

const declared = (name: string): string =>
  `<ParameterDeclaration name="${name}" parameterType="double" value="1"/>`;

testRule(rule, [
  { name: 'two names', text: scenario({ parameters: declared('a') + declared('A') }) },
  {
    name: 'one name thrice',
    text: scenario({
      version: '1.0',
      parameters: declared('a') + declared('«a»') + declared('«a»'),
    }),
    codes: ['duplicate-parameter', 'duplicate-parameter'],
    says: ['The parameter `a` is declared twice in the same place.'],
  },
  {
    name: 'one name in two scopes',
    text: scenario({
      parameters: declared('a'),
      entities: object('Ego', vehicle('car', declared('a'))),
    }),
  },
]);
