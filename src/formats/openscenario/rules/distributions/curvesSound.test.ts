import { drawn, range } from '../../testing/distributions';
import { testRule } from '../../testing/rules';
import { rule } from './curvesSound';

const normal = (variance: string, inside = ''): string =>
  `<NormalDistribution expectedValue="20" variance="${variance}">${inside}</NormalDistribution>`;
const poisson = (expected: string, inside = ''): string =>
  `<PoissonDistribution expectedValue="${expected}">${inside}</PoissonDistribution>`;

testRule(rule, [
  {
    name: 'curves as they should be',
    text: drawn(normal('4', range('10', '30')), { version: '1.1' }),
  },
  {
    name: 'a negative variance',
    text: drawn(normal('«-4»'), { version: '1.1' }),
    codes: ['negative-variance'],
    says: ['`variance` is `-4`, which is negative.'],
  },
  { name: 'a count below zero', text: drawn(poisson('«-1»')), codes: ['negative-expectation'] },
  {
    name: 'counts below zero alone',
    text: drawn(poisson('3', `«${range('-5', '-1')}»`)),
    codes: ['nothing-in-range'],
  },
  {
    name: 'a range far from the middle',
    text: drawn(normal('4', `«${range('100', '200')}»`)),
    codes: ['hardly-anything-in-range'],
  },
  {
    name: 'a logarithm’s curve, from 1.3',
    text: drawn(
      `<LogNormalDistribution expectedValue="1" variance="1">«${range('-2', '-1')}»</LogNormalDistribution>`,
    ),
  },
]);
