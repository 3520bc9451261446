import type { Version } from '../../model/model';
import { declared } from '../../testing/named';
import { testRule } from '../../testing/rules';
import { privately, scenario, teleport } from '../../testing/scenarios';
import { rule } from './evaluationOfExpressionsPossible';

const at = (x: string, version: Version = '1.3', parameters = ''): string =>
  scenario({
    version,
    parameters,
    init: privately('Ego', teleport(`<WorldPosition x="${x}" y="0"/>`)),
  });

testRule(rule, [
  { name: 'what can be computed', text: at('${(1 + 2) / 3}', '1.1') },
  { name: 'a division by zero', text: at('${1 / «(2 - 2)»}', '1.1'), codes: ['division-by-zero'] },
  {
    name: 'a division by a parameter that is zero',
    text: at('${1 / «$gap»}', '1.3', declared('parameter', 'gap', 'double', '0')),
    codes: ['division-by-zero'],
  },
  {
    name: 'a parameter whose value cannot be known',
    text: at('${1 / $gap}', '1.3', declared('parameter', 'gap', 'double', '$nothing')),
  },
  {
    name: 'a parenthesis that is not closed',
    text: at('${«(»1 + 2}'),
    codes: ['unbalanced-parentheses'],
  },
  { name: 'nothing within', text: at('«${}»'), codes: ['empty-expression'] },
]);
