import { drawn, range, single, stepped } from '../../testing/distributions';
import { testRule } from '../../testing/rules';
import { rule } from './rangesAscending';

testRule(rule, [
  { name: 'ranges as they should be', text: single(stepped('1', '0', '0'), '1.1') },
  {
    name: 'one from above to below',
    text: single(stepped('1', '10', '5').replace(range('10', '5'), `«${range('10', '5')}»`), '1.1'),
    codes: ['descending-range'],
    says: ['The lower limit of the range, 10, is above its upper limit, 5.'],
  },
  {
    name: 'one to draw from',
    text: drawn(`<UniformDistribution>«${range('1', '-INF')}»</UniformDistribution>`),
  },
]);
