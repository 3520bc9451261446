import { testRule } from '../../testing/rules';
import { afterSeconds, catalog, event, scenario, trigger } from '../../testing/scenarios';
import { afterElement, group, maneuver } from '../../testing/storyboards';
import { rule } from './waitsCanEnd';

const begins = trigger('StartTrigger');

/** An event that starts when one of the groups of conditions is fulfilled. */
function when(name: string, ...groups: string[]): string {
  const each = groups.map((conditions) => `<ConditionGroup>${conditions}</ConditionGroup>`);
  return event(name, `<StartTrigger>${each.join('')}</StartTrigger>`).replace(
    '"action"',
    `"${name}Action"`,
  );
}

testRule(rule, [
  {
    name: 'one after the other',
    text: scenario({
      events:
        event('a') + when('b', afterElement('a')) + when('c', afterElement('bAction', 'action')),
    }),
  },
  {
    name: 'itself, its own action, in version 1.0',
    text: scenario({
      version: '1.0',
      events:
        when('a', afterElement('«a»')) +
        when('b', afterElement('«bAction»', 'action', 'endTransition')),
    }),
    codes: ['waits-for-itself', 'waits-for-itself'],
    says: [
      'The event `a` waits for itself, so it is never started.',
      'The event `b` waits for the action `bAction`, which is a part of it, so the event is never started.',
    ],
  },
  {
    name: 'itself, once it has been started otherwise',
    text: scenario({ events: when('a', afterSeconds(), afterElement('a')) }),
  },
  {
    name: 'its own standby',
    text: scenario({ events: when('a', afterElement('a', 'event', 'standbyState')) }),
  },
  {
    name: 'the end of what it is in',
    text: scenario({
      events:
        when('a', afterElement('«maneuver»', 'maneuver')) +
        when('b', afterElement('«act»', 'act', 'endTransition')),
    }),
    codes: ['waits-for-its-own-end', 'waits-for-its-own-end'],
    says: [
      'The event `a` waits for the end of the maneuver `maneuver`, which cannot end before the event has, so the event is never started.',
    ],
  },
  {
    name: 'the start of what it is in',
    text: scenario({ events: when('a', afterElement('act', 'act', 'runningState')) }),
  },
  {
    name: 'a circle, told once; who waits for one of it is not to blame',
    text: scenario({
      events:
        when('before', afterElement('a')) +
        when('a', afterElement('«b»')) +
        when('b', afterElement('c')) +
        when('c', afterElement('a')),
    }),
    codes: ['wait-in-a-circle'],
    says: ['`a`, `b` and `c` wait for each other, so none of them is ever started.'],
  },
  {
    name: 'a circle with a way out',
    text: scenario({
      events: when('a', afterElement('b'), afterSeconds()) + when('b', afterElement('a')),
    }),
  },
  {
    name: 'an act that waits for an event in itself',
    text: scenario({
      act:
        group('group', maneuver('maneuver', event())) +
        trigger('StartTrigger', afterElement('«event»')),
    }),
    codes: ['waits-for-itself'],
    says: [
      'The act `act` waits for the event `event`, which is a part of it, so the act is never started.',
    ],
  },
  {
    name: 'two acts that wait for each other, and what is in them',
    text: scenario({
      stories: `<Story name="s">${['a', 'b']
        .map(
          (name, at) =>
            `<Act name="${name}">${group(`${name}g`, maneuver('m', when(`${name}e`, afterElement(`${name}other`))))}${trigger('StartTrigger', afterElement(at === 0 ? '«b»' : 'ae', at === 0 ? 'act' : 'event'))}</Act>`,
        )
        .join('')}</Story>`,
    }),
    codes: ['wait-in-a-circle'],
  },
  {
    name: 'what is not there, or more than once',
    text: scenario({
      events: when('a', afterElement('x')) + when('b', afterElement('c')) + event('c') + event('c'),
    }),
  },
  {
    name: 'an act without conditions',
    text: scenario({ act: group('g', maneuver('m', event())) + begins }),
  },
  { name: 'a catalog', text: catalog(maneuver('m', when('a', afterElement('a')))) },
]);
