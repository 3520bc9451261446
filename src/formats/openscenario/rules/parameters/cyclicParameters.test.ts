import { object, scenario, vehicle } from '../../testing/scenarios';
import { testRule } from '../../testing/rules';
import { rule } from './cyclicParameters';

const declared = (name: string, value: string): string =>
  `<ParameterDeclaration name="${name}" parameterType="double" value="${value}"/>`;

testRule(rule, [
  {
    name: 'a chain',
    text: scenario({
      parameters: declared('a', '1') + declared('b', '$a') + declared('c', '${$a + $b}'),
    }),
  },
  {
    name: 'itself',
    text: scenario({ version: '1.0', parameters: declared('a', '«$a»') }),
    codes: ['cyclic-parameter'],
    says: ['The value of the parameter `a` depends on itself: `a` → `a`.'],
  },
  {
    name: 'a circle that a chain leads to',
    text: scenario({
      parameters:
        declared('a', '$b') +
        declared('b', '«${$c * 2}»') +
        declared('c', '${$d}') +
        declared('d', '$b'),
    }),
    says: ['The value of the parameter `b` depends on itself: `b` → `c` → `d` → `b`.'],
  },
  {
    name: 'the name of the scope around',
    text: scenario({
      parameters: declared('mass', '1'),
      entities: object('Ego', vehicle('car', declared('mass', '$mass'))),
    }),
  },
  {
    name: 'two circles',
    text: scenario({
      parameters:
        declared('a', '«$b»') + declared('b', '$a') + declared('c', '«$d»') + declared('d', '$c'),
    }),
  },
]);
