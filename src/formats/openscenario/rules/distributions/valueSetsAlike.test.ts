import { assigned, sets } from '../../testing/distributions';
import { distribution } from '../../testing/scenarios';
import { testRule } from '../../testing/rules';
import { rule } from './valueSetsAlike';

const both = assigned('a', '1') + assigned('b', '2');
const document = (inside: string): string =>
  distribution(`<Deterministic>${inside}</Deterministic>`, { version: '1.1' });

testRule(rule, [
  {
    name: 'sets of the same parameters',
    text: document(sets(both, assigned('b', '1') + assigned('a', '2'))),
  },
  {
    name: 'a set that leaves one out',
    text: document(
      sets(both, assigned('a', '9')).replace(/<ParameterValueSet>(?=<[^>]*"9")/, '«$&»'),
    ),
    codes: ['incomplete-set'],
    says: ['The set leaves out `b`, which other sets assign.'],
  },
]);
