import type { Version } from '../../model/model';
import { declared, waiting } from '../../testing/named';
import { testRule } from '../../testing/rules';
import { scenario } from '../../testing/scenarios';
import { rule } from './typeCasting';

const times = (count: string, version: Version = '1.3'): string =>
  scenario({
    version,
    stories: scenario({ version })
      .replace(/^[^]*(<Story name[^]*<\/Story>)[^]*$/, '$1')
      .replace('maximumExecutionCount="1"', `maximumExecutionCount="${count}"`),
  });

testRule(rule, [
  { name: 'a whole number for an int', text: times('${7 % 2}', '1.1') },
  { name: 'a fraction for an int', text: times('«${7 / 2}»', '1.1'), codes: ['not-integral'] },
  { name: 'a rounded one', text: times('${floor(7 / 2)}') },
  { name: 'less than there can be', text: times('«${1 - 2}»'), codes: ['out-of-range'] },
  {
    name: 'the value of a parameter, as its type asks',
    text: scenario({ parameters: declared('parameter', 'a', 'int', '«${1.5}»') }),
    codes: ['not-integral'],
  },
  {
    name: 'what a variable is compared with',
    text: scenario({
      variables: declared('variable', 'v', 'int', '0'),
      events: waiting('variable', 'v', 'equalTo', '«${0.5}»'),
    }),
  },
]);
