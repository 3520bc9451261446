import { adding, declared, waiting } from '../../testing/named';
import { scenario } from '../../testing/scenarios';
import { testRule } from '../../testing/rules';
import { rule } from './parameterModificationOrComparisonPossible';

testRule(rule, [
  {
    name: 'numbers, and texts that are equal or not',
    text: scenario({
      version: '1.0',
      parameters:
        declared('parameter', 'a', 'double', '1') + declared('parameter', 'b', 'string', 'x'),
      init: adding('parameter', 'a'),
      events:
        waiting('parameter', 'a', 'greaterThan', '2') + waiting('parameter', 'b', 'equalTo', 'y'),
    }),
  },
  {
    name: 'sums with and orders among others',
    text: scenario({
      version: '1.0',
      parameters:
        declared('parameter', 'a', 'boolean', 'true') + declared('parameter', 'b', 'string', 'x'),
      init: adding('parameter', 'a', '«', '»'),
      events:
        waiting('parameter', 'a', '«greaterThan»', 'false') +
        waiting('parameter', 'b', '«lessThan»', 'y'),
    }),
    codes: ['not-a-number', 'no-order', 'no-order'],
    says: [
      'The parameter `a` is a `boolean`: nothing can be added to it, and it cannot be multiplied.',
      'The parameter `a` is a `boolean`, which cannot be compared by `greaterThan`.',
    ],
    helps: [/./, /^Use `equalTo` or `notEqualTo`/],
  },
  {
    name: 'dates, and numbers in texts',
    text: scenario({
      version: '1.0',
      parameters:
        declared('parameter', 'a', 'dateTime', '2024-01-01T00:00:00') +
        declared('parameter', 'b', 'string', '5'),
      events:
        waiting('parameter', 'a', 'greaterThan', '2025-01-01T00:00:00') +
        waiting('parameter', 'b', 'lessThan', '7.5'),
    }),
  },
]);
