import { drawn, listed, single } from '../../testing/distributions';
import { testRule } from '../../testing/rules';
import { rule } from './listedValuesAlike';

testRule(rule, [
  { name: 'numbers', text: single(listed('1', '2.5', '-3'), '1.1') },
  { name: 'texts', text: single(listed('car', 'truck', '3')) },
  {
    name: 'a text among numbers',
    text: single(listed('1', '2', '«3m»'), '1.1'),
    codes: ['unlike-value'],
    says: ['`3m` is no number, unlike all other values in the list.'],
  },
  {
    name: 'a value twice, to draw from',
    text: drawn(
      '<ProbabilityDistributionSet><Element value="1" weight="1"/><Element value="«1»" weight="2"/></ProbabilityDistributionSet>',
    ),
    codes: ['repeated-value'],
  },
]);
