import type { Version } from '../../model/model';
import { declared } from '../../testing/named';
import { testRule } from '../../testing/rules';
import { privately, scenario, teleport } from '../../testing/scenarios';
import { rule } from './typeOfBoolean';

const at = (x: string, version: Version = '1.3', parameters = ''): string =>
  scenario({
    version,
    parameters,
    init: privately('Ego', teleport(`<WorldPosition x="${x}" y="0"/>`)),
  });
const flag = (value: string, version: Version = '1.3'): string =>
  scenario({ version, parameters: declared('parameter', 'flag', 'boolean', value) });

testRule(rule, [
  { name: 'booleans among themselves', text: flag('${not false and true}', '1.1') },
  {
    name: 'a number among booleans',
    text: flag('${true and «1»}', '1.1'),
    codes: ['not-a-boolean'],
  },
  { name: 'a boolean for a number', text: at('«${true}»'), codes: ['boolean-as-number'] },
]);
