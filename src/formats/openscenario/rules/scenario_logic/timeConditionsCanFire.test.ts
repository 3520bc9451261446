import { testRule } from '../../testing/rules';
import { event, scenario, trigger } from '../../testing/scenarios';
import { byValue } from '../../testing/storyboards';
import { rule } from './timeConditionsCanFire';

const time = (value: string, comparison: string, edge: string): string =>
  event(
    'event',
    trigger(
      'StartTrigger',
      byValue(`<SimulationTimeCondition value="${value}" rule="${comparison}"/>`, edge),
    ),
  );
const times = (...all: [string, string, string][]): string =>
  all.map((each, at) => time(...each).replace('"event"', `"e${at}"`)).join('');

testRule(rule, [
  {
    name: 'what becomes true or false',
    text: scenario({
      events: times(
        ['0', 'greaterThan', 'rising'],
        ['5', 'greaterOrEqual', 'rising'],
        ['5', 'lessThan', 'falling'],
        ['5', 'lessThan', 'risingOrFalling'],
        ['0', 'greaterOrEqual', 'none'],
        ['5', 'equalTo', 'rising'],
      ),
    }),
  },
  {
    name: 'true from the start',
    text: scenario({
      version: '1.1',
      events: times(
        ['0', 'greaterOrEqual', '«rising»'],
        ['-1', 'greaterThan', '«risingOrFalling»'],
        ['5', 'lessThan', '«rising»'],
      ),
    }),
    codes: ['edge-never-reached', 'edge-never-reached', 'edge-never-reached'],
    says: [
      'This condition on the simulation time has no rising edge: it is true from the start and stays so.',
      'has no edge: it is true from the start and stays so.',
      'has no rising edge: it is true from the start and becomes false.',
    ],
    helps: ['Write `conditionEdge="none"`.'],
  },
  {
    name: 'an edge that it never has, and a time that never is, in version 1.0',
    text: scenario({
      version: '1.0',
      events: times(['5', 'greaterThan', '«falling»'], ['«-1»', 'lessThan', 'none']),
    }),
    codes: ['edge-never-reached', 'time-never-reached'],
  },
  {
    name: 'an endless wait',
    text: scenario({ events: times(['«INF»', 'greaterThan', 'none']) }),
    misshapen: true,
  },
  {
    name: 'a time that cannot be known',
    text: scenario({ events: time('$t', 'greaterThan', 'falling') }),
  },
]);
