import { declared } from '../../testing/named';
import { scenario } from '../../testing/scenarios';
import { testRule } from '../../testing/rules';
import { rule } from './parameterDeclarationNamePrefixReserved';

testRule(rule, [
  {
    name: 'other names',
    text: scenario({
      parameters:
        declared('parameter', 'oscar', 'int', '0') + declared('parameter', 'myOSC', 'int', '0'),
    }),
  },
  ...(['1.0', '1.3'] as const).map((version) => ({
    name: `the prefix in ${version}`,
    text: scenario({ version, parameters: declared('parameter', '«OSCspeed»', 'double', '0') }),
    codes: ['reserved-prefix'],
    says: ['The name of the parameter `OSCspeed` begins with `OSC`, which is reserved.'],
  })),
]);
