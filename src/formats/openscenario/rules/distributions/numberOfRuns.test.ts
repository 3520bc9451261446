import { one, single, stepped } from '../../testing/distributions';
import { distribution } from '../../testing/scenarios';
import { testRule } from '../../testing/rules';
import { rule } from './numberOfRuns';

const hundred = stepped('1', '1', '100');
const wide = (names: string[], inside: string, more = ''): string =>
  distribution(
    `«<Deterministic>»${names.map((name) => one(name, inside)).join('')}${more}</Deterministic>`,
    { version: '1.1' },
  );

testRule(rule, [
  { name: 'a hundred', text: single(hundred, '1.1') },
  { name: 'a million', text: wide(['a', 'b', 'c'], hundred).replace(/[«»]/g, '') },
  {
    name: 'a hundred millions',
    text: wide(['a', 'b', 'c', 'd'], hundred),
    codes: ['too-many-runs'],
    says: ['The distribution stands for 100,000,000 runs.'],
  },
  {
    name: 'as many as a user’s distribution says',
    text: wide(
      ['a', 'b', 'c', 'd'],
      hundred,
      one('e', '<UserDefinedDistribution type="mine">x</UserDefinedDistribution>'),
    ).replace(/[«»]/g, ''),
  },
  { name: 'nothing', text: wide([], ''), codes: ['nothing-varied'] },
]);
