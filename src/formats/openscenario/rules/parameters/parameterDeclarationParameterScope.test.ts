import { catalog, event, privately, scenario, teleport, vehicle } from '../../testing/scenarios';
import { testRule } from '../../testing/rules';
import { rule } from './parameterDeclarationParameterScope';

const speed = '<ParameterDeclaration name="speed" parameterType="double" value="10"/>';
const at = (x: string): string => privately('Ego', teleport(`<WorldPosition x="${x}" y="0"/>`));
const custom = (type: string): string =>
  `<GlobalAction><EntityAction entityRef="${type}"><DeleteEntityAction/></EntityAction></GlobalAction>`;

testRule(rule, [
  {
    name: 'a parameter of the scenario',
    text: scenario({ parameters: speed, init: at('$speed') }),
  },
  {
    name: 'one of version 1.0 that nobody declared',
    text: scenario({ version: '1.0', parameters: speed, init: at('«$sped»') }),
    codes: ['unknown-parameter'],
    says: ['There is no parameter `sped` here.'],
    helps: ['Did you mean `speed`?'],
  },
  {
    name: 'nothing declared at all',
    text: scenario({ init: at('«$speed»') }),
    helps: ['Declare it in the `ParameterDeclarations` of the scenario.'],
  },
  {
    name: 'within expressions, each at its place',
    text: scenario({ parameters: speed, init: at('${2 * «$a» + $speed - «$b»}') }),
    codes: ['unknown-parameter', 'unknown-parameter'],
  },
  {
    name: 'a name after characters that take more than a byte, in a text',
    text: scenario({ init: custom('Größe «$HOME»'), stories: '' }),
    codes: ['unknown-parameter-in-text'],
    says: ['The text names `HOME` after a `$`, but there is no such parameter here.'],
  },
  {
    name: 'what looks like an expression where a text stands',
    text: scenario({ parameters: speed, init: custom('${$speed + «$gap»}'), stories: '' }),
    codes: ['unknown-parameter-in-text'],
  },
  {
    name: 'a parameter of an inner element, used outside of it',
    text: scenario({
      entities: `<ScenarioObject name="Ego">${vehicle('car', speed)}</ScenarioObject>`,
      init: at('«$speed»'),
    }),
    helps: [/^It is declared for the `Vehicle` `car` alone\./],
  },
  {
    name: 'a parameter of an inner element, used within it',
    text: scenario({
      entities: `<ScenarioObject name="Ego">${vehicle('$speed', speed)}</ScenarioObject>`,
    }),
  },
  {
    name: 'a variable read like a parameter',
    text: scenario({
      variables: '<VariableDeclaration name="count" variableType="int" value="0"/>',
      init: at('«$count»'),
    }),
    helps: [/^`count` is a variable\./],
  },
  {
    name: 'a parameter that was declared with a dollar',
    text: scenario({ parameters: speed.replace('speed', '$speed'), init: at('$speed') }),
  },
  {
    name: 'a name that no reference can spell, declared all the same',
    text: scenario({
      parameters: '<ParameterDeclaration name="ego-name" parameterType="string" value="Ego"/>',
      init: privately('$ego-name'),
    }),
  },
  {
    name: 'attributes that name a parameter',
    text: scenario({
      events: event(
        'event',
        '<StartTrigger><ConditionGroup><Condition name="c" delay="0" conditionEdge="none"><ByValueCondition><ParameterCondition parameterRef="$nothing" value="1" rule="equalTo"/></ByValueCondition></Condition></ConditionGroup></StartTrigger>',
      ),
    }),
  },
  { name: 'a dollar in a comment', text: scenario({ init: '<!-- $nothing -->' }) },
  { name: 'a catalog', text: catalog(vehicle('$nothing')) },
]);
