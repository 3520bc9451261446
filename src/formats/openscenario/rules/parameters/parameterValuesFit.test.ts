import { catalog, object, privately, scenario, teleport, vehicle } from '../../testing/scenarios';
import { testRule } from '../../testing/rules';
import { rule } from './parameterValuesFit';

const declared = (type: string, value: string): string =>
  `<ParameterDeclaration name="p" parameterType="${type}" value="${value}"/>`;
const at = (x: string): string => privately('Ego', teleport(`<WorldPosition x="${x}" y="0"/>`));
const category = (value: string): string =>
  object('Ego', vehicle().replace('vehicleCategory="car"', `vehicleCategory="${value}"`));

testRule(rule, [
  {
    name: 'numbers, also in a text',
    text: scenario({ version: '1.0', parameters: declared('string', '1.5'), init: at('$p') }),
  },
  {
    name: 'a text for a number',
    text: scenario({ version: '1.0', parameters: declared('string', 'abc'), init: at('«$p»') }),
    codes: ['unfit-value'],
    says: ['The parameter `p` is `abc`, not a `double`, which `x` needs.'],
  },
  {
    name: 'a boolean for a number',
    text: scenario({ parameters: declared('boolean', 'true'), init: at('«$p»') }),
  },
  {
    name: 'one of the listed values',
    text: scenario({
      parameters: declared('string', 'truck'),
      entities: category('$p'),
      stories: '',
    }),
  },
  {
    name: 'none of them',
    text: scenario({
      parameters: declared('string', 'lorry'),
      entities: category('«$p»'),
      stories: '',
    }),
    codes: ['unlisted-value'],
    says: ['The parameter `p` is `lorry`, which `vehicleCategory` does not know.'],
  },
  {
    name: 'a parameter without a value that is known',
    text: scenario({ parameters: declared('double', 'abc'), init: at('$p') }),
  },
  { name: 'a parameter that nobody declared', text: scenario({ init: at('$p') }) },
  {
    name: 'an entry of a catalog',
    text: catalog(vehicle('car', declared('string', '')).replace('maxSpeed="50"', 'maxSpeed="$p"')),
  },
]);
