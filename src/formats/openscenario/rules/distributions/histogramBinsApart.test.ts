import { drawn, range } from '../../testing/distributions';
import { testRule } from '../../testing/rules';
import { rule } from './histogramBinsApart';

const bins = (...ranges: string[]): string =>
  `<Histogram>${ranges.map((one) => `<Bin weight="1">${one}</Bin>`).join('')}</Histogram>`;

testRule(rule, [
  {
    name: 'bins side by side, in any order',
    text: drawn(bins(range('10', '20'), range('0', '10'), range('25', '30')), { version: '1.1' }),
  },
  {
    name: 'bins that overlap',
    text: drawn(bins(range('0', '10'), `«${range('5', '20')}»`), { version: '1.1' }),
    codes: ['overlapping-bins'],
    says: ['The bin from 5 to 20 overlaps the one from 0 to 10.'],
  },
  {
    name: 'bins within a wide one',
    text: drawn(bins(range('0', '100'), `«${range('5', '6')}»`, `«${range('50', '60')}»`)),
  },
  { name: 'limits that cannot be known', text: drawn(bins(range('0', '$a'), range('5', '6'))) },
]);
