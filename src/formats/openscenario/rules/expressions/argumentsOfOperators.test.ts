import type { Version } from '../../model/model';
import { declared } from '../../testing/named';
import { testRule } from '../../testing/rules';
import { privately, scenario, teleport } from '../../testing/scenarios';
import { rule } from './argumentsOfOperators';

const at = (x: string, version: Version = '1.3', parameters = ''): string =>
  scenario({
    version,
    parameters,
    init: privately('Ego', teleport(`<WorldPosition x="${x}" y="0"/>`)),
  });

testRule(rule, [
  { name: 'as many as needed', text: at('${pow(2, 3) + sqrt(4)}', '1.1') },
  { name: 'too few', text: at('${1 + «pow(2)»}'), codes: ['argument-count'] },
  {
    name: 'a text',
    text: at('${«$name» + 1}', '1.3', declared('parameter', 'name', 'string', 'abc')),
    codes: ['not-a-number'],
  },
]);
