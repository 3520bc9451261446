import { catalog, object, privately, scenario, vehicle } from '../../testing/scenarios';
import { testRule } from '../../testing/rules';
import { rule } from './resolvableEntityReferences';

testRule(rule, [
  { name: 'declared entities', text: scenario({ init: privately('Ego') + privately('Target') }) },
  {
    name: 'an entity in another case',
    text: scenario({ init: privately('«ego»') }),
    codes: ['unknown-entity'],
    says: ['There is no entity `ego` in `Entities`.'],
    helps: ['Did you mean `Ego`?'],
  },
  {
    name: 'already in version 1.0',
    text: scenario({ version: '1.0', init: privately('«Nobody»') }),
  },
  {
    name: 'a parameter that names an entity',
    text: scenario({
      parameters: '<ParameterDeclaration name="who" parameterType="string" value="Target"/>',
      init: privately('$who'),
    }),
  },
  {
    name: 'a parameter that names none',
    text: scenario({
      parameters: '<ParameterDeclaration name="who" parameterType="string" value="Nobody"/>',
      init: privately('«$who»'),
    }),
    says: ['There is no entity `Nobody` in `Entities`.'],
  },
  {
    name: 'a scenario without entities',
    text: scenario({ entities: '', stories: '', init: privately('«Ego»') }),
    helps: ['`Entities` declares none at all.'],
  },
  {
    name: 'a name with more than ASCII',
    text: scenario({
      entities: object('Egö😀'),
      stories: '',
      init: privately('Egö😀') + privately('«Egö»'),
    }),
  },
  { name: 'a catalog', text: catalog(vehicle()) },
]);
