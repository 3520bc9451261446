import { testRule } from '../../testing/rules';
import {
  afterSeconds,
  catalog,
  event,
  object,
  scenario,
  trigger,
  vehicle,
} from '../../testing/scenarios';
import { group, maneuver } from '../../testing/storyboards';
import { rule } from './uniqueElementNamesOnSameLevel';

const begins = trigger('StartTrigger');
const story = (name: string, ...acts: string[]): string =>
  `<Story name="${name}">${acts.map((act) => `<Act name="${act}">${group('g', maneuver('m', event()))}${begins}</Act>`).join('')}</Story>`;

const declared = (kind: 'parameter' | 'variable', name: string): string => {
  const element = kind === 'parameter' ? 'ParameterDeclaration' : 'VariableDeclaration';
  return `<${element} name="${name}" ${kind}Type="double" value="1"/>`;
};

testRule(rule, [
  {
    name: 'parameters and variables, each among themselves',
    text: scenario({
      parameters: declared('parameter', 'a') + declared('parameter', '«a»'),
      variables: declared('variable', 'a') + declared('variable', '«a»'),
      entities: object('Ego', vehicle('car', declared('parameter', 'a'))),
    }),
    says: [
      '`a` is the name of more than one `ParameterDeclaration` in the same `ParameterDeclarations`.',
    ],
  },
  {
    name: 'names that differ, and equal ones on other levels',
    text: scenario({ stories: story('s', 'a', 'b') + story('t', 'a', 'b') }),
  },
  {
    name: 'stories and acts',
    text: scenario({ stories: story('s', 'a', '«a»') + story('«s»', 'b') }),
    codes: ['duplicate-name', 'duplicate-name'],
    says: ['`a` is the name of more than one `Act` in the same `Story`.'],
  },
  {
    name: 'already in version 1.0',
    text: scenario({ version: '1.0', events: event('go') + event('«go»') }),
  },
  {
    name: 'groups, maneuvers, events and actions',
    text: scenario({
      act:
        group('g', maneuver('m', event('e') + event('«e»')) + maneuver('«m»', event())) +
        group(
          '«g»',
          maneuver(
            'm',
            event().replace(
              /(<Action .*<\/Action>)/,
              (action) => action + action.replace('"action"', '"«action»"'),
            ),
          ),
        ) +
        begins,
    }),
  },
  {
    name: 'more siblings than are compared one by one',
    text: scenario({
      events: Array.from({ length: 20 }, (_, at) => event(`e${at}`)).join('') + event('«e3»'),
    }),
  },
  {
    name: 'an object and a selection',
    text: scenario({
      entities:
        object('Ego') +
        '<EntitySelection name="«Ego»"><Members><ByType objectType="vehicle"/></Members></EntitySelection>',
      stories: '',
    }),
    says: [
      '`Ego` is the name of a `ScenarioObject` and of an `EntitySelection` in the same `Entities`.',
    ],
  },
  {
    name: 'names by way of a parameter, and as they are written',
    text: scenario({
      parameters: '<ParameterDeclaration name="who" parameterType="string" value="Ego"/>',
      entities: object('Ego') + object('«$who»') + object('${$x + 1}') + object('«${$x + 1}»'),
      stories: '',
    }),
  },
  {
    name: 'signal controllers and their phases, monitors',
    text: scenario({
      monitors:
        '<MonitorDeclaration name="m" value="false"/><MonitorDeclaration name="«m»" value="false"/>',
      roads:
        '<TrafficSignals><TrafficSignalController name="c"><Phase name="p" duration="1"/><Phase name="«p»" duration="1"/></TrafficSignalController><TrafficSignalController name="«c»"/></TrafficSignals>',
    }),
  },
  {
    name: 'conditions of a group: a warning',
    text: scenario({
      stop: trigger('StopTrigger', afterSeconds() + afterSeconds().replace('"time"', '"«time»"')),
    }),
  },
  {
    name: 'entries of a catalog',
    text: catalog(vehicle('a') + vehicle('b') + vehicle('«a»')),
  },
  {
    name: 'maneuvers of a catalog',
    text: catalog(maneuver('a', event()) + maneuver('«a»', event())),
  },
]);
