import { event, privately, scenario, teleport } from '../../testing/scenarios';
import { testRule } from '../../testing/rules';
import { rule } from './unusedParameters';

const declared = (name: string, value = '1'): string =>
  `<ParameterDeclaration name="${name}" parameterType="double" value="${value}"/>`;
const at = (x: string): string => privately('Ego', teleport(`<WorldPosition x="${x}" y="0"/>`));

testRule(rule, [
  { name: 'used as a whole value', text: scenario({ parameters: declared('x'), init: at('$x') }) },
  {
    name: 'used in an expression, from 1.1',
    text: scenario({ version: '1.1', parameters: declared('x'), init: at('${2 * $x}') }),
  },
  {
    name: 'used by another parameter',
    text: scenario({ parameters: declared('x') + declared('y', '$x'), init: at('$y') }),
  },
  ...(['1.0', '1.3'] as const).map((version) => ({
    name: `used nowhere in ${version}`,
    text: scenario({ version, parameters: declared('«x»') + declared('y'), init: at('$y') }),
    codes: ['unused-parameter'],
    says: ['The parameter `x` is not used in this file.'],
  })),
  {
    name: 'watched by a condition',
    text: scenario({
      parameters: declared('x'),
      events: event(
        'event',
        '<StartTrigger><ConditionGroup><Condition name="c" delay="0" conditionEdge="none"><ByValueCondition><ParameterCondition parameterRef="x" value="1" rule="equalTo"/></ByValueCondition></Condition></ConditionGroup></StartTrigger>',
      ),
    }),
  },
  {
    name: 'used in the text of an element',
    text: scenario({
      parameters: declared('x'),
      init: '<UserDefinedAction><CustomCommandAction type="log">speed is $x</CustomCommandAction></UserDefinedAction>',
    }),
  },
  {
    name: 'only a longer name is used',
    text: scenario({ parameters: declared('«x»') + declared('xy'), init: at('$xy') }),
  },
]);
