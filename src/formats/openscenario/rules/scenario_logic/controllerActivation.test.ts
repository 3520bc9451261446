import { testRule } from '../../testing/rules';
import { object, privately, scenario, vehicle } from '../../testing/scenarios';
import { rule } from './controllerActivation';

const controller = (type: string): string =>
  `<Controller name="c"${type === '' ? '' : ` controllerType="${type}"`}><Properties/></Controller>`;
const assign = (how: string, type: string): string =>
  privately(
    'Ego',
    `<ControllerAction><AssignControllerAction ${how}>${controller(type)}</AssignControllerAction></ControllerAction>`,
  );
const activate = (how: string, type: string): string =>
  scenario({
    entities: object(
      'Ego',
      `${vehicle()}<ObjectController name="o">${controller(type)}</ObjectController>`,
    ),
    stories: '',
    init: privately(
      'Ego',
      `<ControllerAction><ActivateControllerAction objectControllerRef="o" ${how}/></ControllerAction>`,
    ),
  });

testRule(rule, [
  {
    name: 'what the types cover',
    text: scenario({
      version: '1.2',
      init:
        assign('activateLateral="true" activateLongitudinal="true"', 'movement') +
        assign('activateLighting="true" activateAnimation="true"', 'appearance') +
        assign('activateLateral="true" activateLighting="true"', 'all'),
    }),
  },
  {
    name: 'what they do not cover',
    text: scenario({
      version: '1.2',
      init:
        assign('activateLateral="«true»"', 'lighting') +
        assign('activateLighting="«1»" activateLongitudinal="true"', 'longitudinal'),
    }),
    codes: ['not-the-controllers-domain', 'not-the-controllers-domain'],
    says: ['The controller `c` is activated for lateral control, but controls lighting only.'],
    helps: ['Leave `activateLateral` out, or take a controller of another `controllerType`.'],
  },
  {
    name: 'switched off, or of a type that is not given',
    text: scenario({
      version: '1.2',
      init: assign('activateLateral="false"', 'lighting') + assign('activateLighting="true"', ''),
    }),
  },
  { name: 'activated by its name', text: activate('lateral="true"', 'movement') },
  {
    name: 'activated by its name for something else',
    text: activate('lateral="true" animation="«true»"', 'movement'),
    says: ['but controls lateral and longitudinal only.'],
  },
  { name: 'there are no types before version 1.2', text: scenario({ version: '1.1' }) },
]);
