import { adding, declared, waiting } from '../../testing/named';
import { scenario } from '../../testing/scenarios';
import { testRule } from '../../testing/rules';
import { rule } from './variableModificationOrComparisonPossible';

testRule(rule, [
  {
    name: 'numbers, and texts that are equal or not',
    text: scenario({
      version: '1.2',
      variables:
        declared('variable', 'a', 'double', '1') + declared('variable', 'b', 'string', 'x'),
      init: adding('variable', 'a'),
      events:
        waiting('variable', 'a', 'greaterThan', '2') + waiting('variable', 'b', 'equalTo', 'y'),
    }),
  },
  {
    name: 'sums with and orders among others',
    text: scenario({
      version: '1.2',
      variables:
        declared('variable', 'a', 'boolean', 'true') + declared('variable', 'b', 'string', 'x'),
      init: adding('variable', 'a', '«', '»'),
      events:
        waiting('variable', 'a', '«greaterThan»', 'false') +
        waiting('variable', 'b', '«lessThan»', 'y'),
    }),
    codes: ['not-a-number', 'no-order', 'no-order'],
    says: [
      'The variable `a` is a `boolean`: nothing can be added to it, and it cannot be multiplied.',
      'The variable `a` is a `boolean`, which cannot be compared by `greaterThan`.',
    ],
    helps: [/./, /^Use `equalTo` or `notEqualTo`/],
  },
  {
    name: 'dates, and numbers in texts',
    text: scenario({
      version: '1.2',
      variables:
        declared('variable', 'a', 'dateTime', '2024-01-01T00:00:00') +
        declared('variable', 'b', 'string', '5'),
      events:
        waiting('variable', 'a', 'greaterThan', '2025-01-01T00:00:00') +
        waiting('variable', 'b', 'lessThan', '7.5'),
    }),
  },
]);
