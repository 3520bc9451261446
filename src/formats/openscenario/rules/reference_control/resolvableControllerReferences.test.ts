import { testRule } from '../../testing/rules';
import { object, privately, scenario, vehicle } from '../../testing/scenarios';
import { rule } from './resolvableControllerReferences';

const controller = '<Controller name="driver"><Properties/></Controller>';
const activate = (how: string): string =>
  privately('Ego', `<ControllerAction><ActivateControllerAction ${how}/></ControllerAction>`);
const driven = (attributes = '', inside = controller): string =>
  object('Ego', `${vehicle()}<ObjectController${attributes}>${inside}</ObjectController>`);

testRule(rule, [
  {
    name: 'by the name of the controller, in version 1.2',
    text: scenario({
      version: '1.2',
      entities: driven(),
      stories: '',
      init: activate('controllerRef="driver"'),
    }),
  },
  {
    name: 'another name, in version 1.2',
    text: scenario({
      version: '1.2',
      entities: driven(),
      stories: '',
      init: activate('controllerRef="«Driver»"'),
    }),
    helps: ['Did you mean `driver`?'],
  },
  {
    name: 'by the name of the object controller, of the entry, or of one that is assigned',
    text: scenario({
      entities: driven(' name="first"', '<CatalogReference catalogName="c" entryName="entry"/>'),
      init:
        activate('objectControllerRef="first"') +
        activate('objectControllerRef="entry"') +
        activate('objectControllerRef="third"') +
        privately(
          'Ego',
          '<ControllerAction><AssignControllerAction><ObjectController name="third"/></AssignControllerAction></ControllerAction>',
        ),
      stories: '',
    }),
    misshapen: true,
  },
  {
    name: 'no such name',
    text: scenario({ init: activate('objectControllerRef="«ghost»"') }),
    codes: ['unknown-controller'],
    says: ['No entity has a controller `ghost`.'],
    helps: [/^Give it to an entity/],
  },
]);
