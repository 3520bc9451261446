import { scenario } from '../../testing/scenarios';
import { testRule } from '../../testing/rules';
import { rule } from './constraintsSound';

const declared = (type: string, value: string, rule: string, bound: string): string =>
  `<ParameterDeclaration name="p" parameterType="${type}" value="${value}"><ConstraintGroup><ValueConstraint rule="${rule}" value="${bound}"/></ConstraintGroup></ParameterDeclaration>`;

testRule(rule, [
  {
    name: 'a bound of the type',
    text: scenario({ version: '1.1', parameters: declared('double', '1', 'lessThan', '2') }),
  },
  {
    name: 'a bound of another one',
    text: scenario({ version: '1.1', parameters: declared('double', '1', 'lessThan', '«much»') }),
    codes: ['ill-typed-value'],
    says: ['The value of a constraint on the parameter `p` is `much`, not a `double`.'],
  },
  {
    name: 'an order among texts',
    text: scenario({ parameters: declared('string', 'a', '«lessThan»', 'b') }),
    codes: ['order-of-texts'],
    helps: ['For a parameter of type `string`, use `equalTo` or `notEqualTo`.'],
  },
  {
    name: 'texts that are to be equal',
    text: scenario({ parameters: declared('string', 'a', 'equalTo', 'a') }),
  },
]);
