import { adding, declared, setting, waiting } from '../../testing/named';
import { catalog, scenario } from '../../testing/scenarios';
import { testRule } from '../../testing/rules';
import { rule } from './resolvableVariableReference';

const count = declared('variable', 'count', 'int', '1');

testRule(rule, [
  ...(['1.2', '1.3'] as const).map((version) => ({
    name: `declared variables in ${version}`,
    text: scenario({
      version,
      variables: count,
      init: setting('variable', 'count', '2') + adding('variable', 'count'),
      events: waiting('variable', 'count', 'equalTo', '2'),
    }),
  })),
  {
    name: 'variables that nobody declared',
    text: scenario({
      version: '1.2',
      variables: count,
      init: adding('variable', '«Count»'),
      events: waiting('variable', '«speed»', 'equalTo', '2'),
    }),
    codes: ['unknown-variable', 'unknown-variable'],
    says: ['There is no variable `Count`.'],
    helps: ['Did you mean `count`?', 'Declare it in `VariableDeclarations`.'],
  },
  {
    name: 'a parameter',
    text: scenario({
      parameters: declared('parameter', 'count', 'int', '1'),
      events: waiting('variable', '«count»', 'equalTo', '2'),
    }),
    helps: [/^Declare it in `VariableDeclarations`: parameters keep/],
  },
  {
    name: 'a catalog, whose scenarios may declare it',
    text: catalog(`<Maneuver name="m">${waiting('variable', 'count', 'lessThan', '1')}</Maneuver>`),
  },
]);
