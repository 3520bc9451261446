import { assigned, listed, one, sets } from '../../testing/distributions';
import { distribution } from '../../testing/scenarios';
import { testRule } from '../../testing/rules';
import { rule } from './parametersVariedOnce';

const document = (inside: string): string =>
  distribution(`<Deterministic>${inside}</Deterministic>`, { version: '1.1' });

testRule(rule, [
  {
    name: 'one after the other in sets, another on its own',
    text: document(
      sets(assigned('a', '1') + assigned('b', '2'), assigned('a', '3') + assigned('b', '4')) +
        one('c', listed('5')),
    ),
  },
  {
    name: 'two distributions',
    text: document(one('a', listed('1')) + one('«a»', listed('2'))),
    codes: ['varied-twice'],
    says: ['The parameter `a` is given values by two distributions.'],
  },
  {
    name: 'a set and another distribution',
    text: document(sets(assigned('a', '1')) + one('«a»', listed('2'))),
    codes: ['varied-twice'],
  },
  {
    name: 'twice in one set',
    text: document(sets(assigned('a', '1'), assigned('a', '1') + assigned('«a»', '2'))),
    codes: ['assigned-twice'],
  },
]);
