import { drawn, range } from '../../testing/distributions';
import { testRule } from '../../testing/rules';
import { rule } from './weightsSound';

const set = (...weights: string[]): string =>
  `<ProbabilityDistributionSet>${weights.map((weight) => `<Element value="1" weight="${weight}"/>`).join('')}</ProbabilityDistributionSet>`;

testRule(rule, [
  { name: 'weights as they should be', text: drawn(set('0', '1.5'), { version: '1.1' }) },
  {
    name: 'a negative one',
    text: drawn(set('«-1»', '2'), { version: '1.1' }),
    codes: ['negative-weight'],
    says: ['The weight `-1` is negative.'],
  },
  {
    name: 'none above zero',
    text: drawn(
      set('0', '0').replace('<ProbabilityDistributionSet>', '«<ProbabilityDistributionSet>»'),
    ),
    codes: ['no-weight'],
  },
  {
    name: 'the bins of a histogram',
    text: drawn(
      `<Histogram><Bin weight="«-2»">${range('0', '1')}</Bin><Bin weight="1">${range('1', '2')}</Bin></Histogram>`,
    ),
  },
  { name: 'weights that cannot be known', text: drawn(set('$a', '0')) },
]);
