import { declared } from '../../testing/named';
import { scenario } from '../../testing/scenarios';
import { testRule } from '../../testing/rules';
import { rule } from './uniqueVariables';

testRule(rule, [
  {
    name: 'two names, one of them a parameter’s as well',
    text: scenario({
      parameters: declared('parameter', 'a', 'int', '0'),
      variables: declared('variable', 'a', 'int', '0') + declared('variable', 'b', 'int', '0'),
    }),
  },
  {
    name: 'one name twice, from 1.2',
    text: scenario({
      version: '1.2',
      variables: declared('variable', 'a', 'int', '0') + declared('variable', '«a»', 'int', '0'),
    }),
    codes: ['duplicate-variable'],
    says: ['The variable `a` is declared twice.'],
  },
]);
