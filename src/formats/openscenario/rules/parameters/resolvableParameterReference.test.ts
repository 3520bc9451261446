import { adding, declared, setting, waiting } from '../../testing/named';
import { catalog, object, scenario, vehicle } from '../../testing/scenarios';
import { testRule } from '../../testing/rules';
import { rule } from './resolvableParameterReference';

const speed = declared('parameter', 'speed', 'double', '1');

testRule(rule, [
  {
    name: 'declared parameters',
    text: scenario({
      version: '1.1',
      parameters: speed,
      init: setting('parameter', 'speed', '2') + adding('parameter', 'speed'),
      events: waiting('parameter', 'speed', 'greaterThan', '1'),
    }),
  },
  {
    name: 'parameters that nobody declared',
    text: scenario({
      version: '1.0',
      parameters: speed,
      init: setting('parameter', '«sped»', '2'),
      events: waiting('parameter', '«time»', 'greaterThan', '1'),
    }),
    codes: ['unknown-parameter', 'unknown-parameter'],
    says: ['There is no parameter `sped`.'],
    helps: ['Did you mean `speed`?', 'Declare it in `ParameterDeclarations`.'],
  },
  {
    name: 'a dollar in front',
    text: scenario({
      parameters: speed,
      events: waiting('parameter', '«$speed»', 'greaterThan', '1'),
    }),
    misshapen: true,
    codes: ['dollar-in-name'],
    helps: ['`parameterRef` takes the name itself: leave the `$` out.'],
  },
  {
    name: 'a parameter that holds the name',
    text: scenario({
      parameters: speed + declared('parameter', 'which', 'string', 'speed'),
      events: waiting('parameter', '$which', 'greaterThan', '1'),
    }),
    misshapen: true,
  },
  {
    name: 'a parameter of another element',
    text: scenario({
      entities: object('Ego', vehicle('car', speed)),
      events: waiting('parameter', '«speed»', 'greaterThan', '1'),
    }),
    misshapen: true,
    codes: ['parameter-out-of-sight'],
    says: ['The parameter `speed` is declared for the `Vehicle` `car` alone.'],
  },
  {
    name: 'a variable, from 1.2',
    text: scenario({
      version: '1.2',
      variables: declared('variable', 'speed', 'double', '1'),
      events: waiting('parameter', '«speed»', 'greaterThan', '1'),
    }),
    misshapen: true,
    helps: ['Use `VariableAction` and `VariableCondition` for it.'],
  },
  {
    name: 'no name at all',
    text: scenario({ version: '1.0', events: waiting('parameter', '«»', 'lessThan', '') }),
    codes: ['no-parameter'],
  },
  {
    name: 'a catalog, whose scenarios may declare it',
    text: catalog(
      `<Maneuver name="m">${waiting('parameter', 'speed', 'lessThan', '1')}</Maneuver>`,
      { version: '1.0' },
    ),
  },
]);
