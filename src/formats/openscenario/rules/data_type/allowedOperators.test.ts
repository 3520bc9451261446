import type { Version } from '../../model/model';
import { declared } from '../../testing/named';
import { testRule } from '../../testing/rules';
import { privately, scenario, teleport } from '../../testing/scenarios';
import { rule } from './allowedOperators';

const at = (x: string, version: Version = '1.3', parameters = ''): string =>
  scenario({
    version,
    parameters,
    init: privately('Ego', teleport(`<WorldPosition x="${x}" y="0"/>`)),
  });

testRule(rule, [
  {
    name: 'the operators of the standard',
    text: at('${-abs(sin(0.5)) + max(1, 2) * pow(2, 3) % 3}', '1.1'),
  },
  {
    name: 'others',
    text: at('${2 «^» 3}'),
    misshapen: true,
    codes: ['unknown-operator'],
  },
  {
    name: 'a constant of a later version, and a name without its dollar',
    text: at('${2 * «pi» + «speed»}'),
    codes: ['unknown-constant', 'unknown-word'],
    says: ['`pi` exists since 1.4 only; this is 1.3.'],
  },
  {
    name: 'before there were expressions',
    text: scenario({
      version: '1.0',
      parameters: declared('parameter', 'a', 'string', '${2 ! 3}'),
    }),
  },
  {
    name: 'a text that looks like one',
    text: scenario({ parameters: declared('parameter', 'a', 'string', '${2 ! 3}') }),
  },
  {
    name: 'the value of a parameter',
    text: scenario({ parameters: declared('parameter', 'a', 'double', '${2 «!» 3}') }),
  },
]);
