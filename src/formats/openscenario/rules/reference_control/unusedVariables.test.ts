import { declared, setting, waiting } from '../../testing/named';
import { scenario } from '../../testing/scenarios';
import { testRule } from '../../testing/rules';
import { rule } from './unusedVariables';

testRule(rule, [
  {
    name: 'one that is set and one that is watched',
    text: scenario({
      version: '1.2',
      variables: declared('variable', 'a', 'int', '0') + declared('variable', 'b', 'int', '0'),
      init: setting('variable', 'a', '1'),
      events: waiting('variable', 'b', 'equalTo', '1'),
    }),
  },
  {
    name: 'one that is neither',
    text: scenario({ version: '1.2', variables: declared('variable', '«a»', 'int', '0') }),
    codes: ['unused-variable'],
    says: ['The variable `a` is neither set nor watched in this file.'],
  },
]);
