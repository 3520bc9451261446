import { declared, setting, waiting } from '../../testing/named';
import { scenario } from '../../testing/scenarios';
import { testRule } from '../../testing/rules';
import { rule } from './parameterCorrectlyTyped';

testRule(rule, [
  {
    name: 'values of the type',
    text: scenario({
      version: '1.0',
      parameters:
        declared('parameter', 'a', 'double', '1') + declared('parameter', 'b', 'string', ''),
      init: setting('parameter', 'a', '2.5') + setting('parameter', 'b', 'x'),
      events: waiting('parameter', 'a', 'greaterThan', '1e3'),
    }),
  },
  {
    name: 'values of another one',
    text: scenario({
      version: '1.0',
      parameters: declared('parameter', 'a', 'boolean', 'true'),
      init: setting('parameter', 'a', '«on»'),
      events: waiting('parameter', 'a', 'equalTo', '«off»'),
    }),
    codes: ['ill-typed-value', 'ill-typed-value'],
    says: [
      'The value that the parameter `a` is set to is `on`, not a `boolean`.',
      'The value that the parameter `a` is compared with is `off`, not a `boolean`.',
    ],
  },

  {
    name: 'what nobody declared',
    text: scenario({ version: '1.0', events: waiting('parameter', 'a', 'equalTo', 'x') }),
  },
]);
