import { scenario } from '../../testing/scenarios';
import { testRule } from '../../testing/rules';
import { rule } from './constraintsKept';

type Bound = readonly [rule: string, value: string];
const declared = (type: string, value: string, ...groups: Bound[][]): string =>
  `<ParameterDeclaration name="p${type}" parameterType="${type}" value="${value}">${groups
    .map(
      (group) =>
        `<ConstraintGroup>${group.map(([rule, bound]) => `<ValueConstraint rule="${rule}" value="${bound}"/>`).join('')}</ConstraintGroup>`,
    )
    .join('')}</ParameterDeclaration>`;

testRule(rule, [
  {
    name: 'constraints that are kept',
    text: scenario({
      version: '1.1',
      parameters:
        declared('double', '60', [
          ['lessOrEqual', '60'],
          ['greaterThan', '0'],
        ]) +
        declared('integer', '9', [['lessThan', '0']], [['equalTo', '9']]) +
        declared('string', 'a', [['notEqualTo', 'b']]) +
        declared('dateTime', '2024-01-01T10:00:00Z', [['equalTo', '2024-01-01T11:00:00+01:00']]),
    }),
  },
  {
    name: 'constraints that are broken',
    text: scenario({
      version: '1.1',
      parameters:
        declared('double', '«61»', [
          ['lessOrEqual', '60'],
          ['greaterThan', '0'],
        ]) +
        declared('integer', '«5»', [['lessThan', '0']], [['equalTo', '9']]) +
        declared('boolean', '«true»', [['equalTo', 'false']]) +
        declared('dateTime', '«2024-01-01T10:00:00Z»', [
          ['greaterThan', '2024-01-01T11:00:00+01:00'],
        ]),
    }),
    codes: Array<string>(4).fill('constraint-broken'),
    says: ['The value of the parameter `pdouble`, `61`, breaks its constraints.'],
    helps: [
      'It has to be at most `60` and greater than `0`.',
      'It has to be less than `0`, or `9`.',
    ],
  },
  {
    name: 'a computed value and a bound that is a parameter',
    text: scenario({
      parameters:
        '<ParameterDeclaration name="most" parameterType="double" value="5"/>' +
        declared('double', '«${2 * 3}»', [['lessOrEqual', '$most']]),
    }),
    helps: ['It has to be at most `5`.'],
  },
  {
    name: 'what cannot be known',
    text: scenario({
      parameters:
        declared('double', '$nothing', [['lessThan', '0']]) +
        declared('int', '5', [['lessThan', '$nothing']]) +
        declared('string', 'a', [['lessThan', 'b']]),
    }),
  },
]);
