import { declared, setting, waiting } from '../../testing/named';
import { scenario } from '../../testing/scenarios';
import { testRule } from '../../testing/rules';
import { rule } from './variableCorrectlyTyped';

testRule(rule, [
  {
    name: 'values of the type',
    text: scenario({
      version: '1.2',
      variables: declared('variable', 'a', 'double', '1') + declared('variable', 'b', 'string', ''),
      init: setting('variable', 'a', '2.5') + setting('variable', 'b', 'x'),
      events: waiting('variable', 'a', 'greaterThan', '1e3'),
    }),
  },
  {
    name: 'values of another one',
    text: scenario({
      version: '1.2',
      variables: declared('variable', 'a', 'boolean', 'true'),
      init: setting('variable', 'a', '«on»'),
      events: waiting('variable', 'a', 'equalTo', '«off»'),
    }),
    codes: ['ill-typed-value', 'ill-typed-value'],
    says: [
      'The value that the variable `a` is set to is `on`, not a `boolean`.',
      'The value that the variable `a` is compared with is `off`, not a `boolean`.',
    ],
  },
  {
    name: 'what a variable begins with',
    text: scenario({
      variables:
        declared('variable', 'b', 'int', '«5.0»') +
        declared('variable', 'a', 'double', '«fast»') +
        declared('variable', 'c', 'int', '${2 + 3}'),
    }),
    says: [
      'The value of the variable `b` is `5.0`, not an `int`.',
      'The value of the variable `a` is `fast`, not a `double`.',
    ],
    helps: ['Write `5`.'],
  },
  {
    name: 'what nobody declared',
    text: scenario({ version: '1.2', events: waiting('variable', 'a', 'equalTo', 'x') }),
  },
]);
