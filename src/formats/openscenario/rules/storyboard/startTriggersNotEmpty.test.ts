import { testRule } from '../../testing/rules';
import { event, scenario, trigger } from '../../testing/scenarios';
import { group, maneuver } from '../../testing/storyboards';
import { rule } from './startTriggersNotEmpty';

const begins = trigger('StartTrigger');

testRule(rule, [
  { name: 'a condition', text: scenario() },
  { name: 'no trigger at all', text: scenario({ events: event('event', '') }) },
  {
    name: 'an event’s, in version 1.0',
    text: scenario({ version: '1.0', events: event('go', '«<StartTrigger/>»') }),
    codes: ['empty-start-trigger'],
    says: [
      'The start trigger of the event `go` has no conditions: some simulators start it at once, others never.',
    ],
    helps: [/^To start it at once, give it a `SimulationTimeCondition`/],
  },
  {
    name: 'an event’s, where it may be left out',
    text: scenario({ version: '1.1', events: event('go', '«<StartTrigger>»</StartTrigger>') }),
    helps: ['Leave it out to start the event with what is around it.'],
  },
  {
    name: 'an act’s, in version 1.2 and 1.3',
    text: scenario({
      version: '1.2',
      act: group('g', maneuver('m', event('e', begins))) + '«<StartTrigger/>»',
    }),
    says: ['The start trigger of the act `act` has no conditions'],
    helps: [/^To start it at once/],
  },
  {
    name: 'an act’s, where it may be left out',
    text: scenario({ act: group('g', maneuver('m', event())) + '«<StartTrigger/>»' }),
    helps: ['Leave it out to start the act with what is around it.'],
  },
]);
