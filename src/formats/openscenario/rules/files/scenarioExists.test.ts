import { testProjectRule } from '../../testing/projects';
import { distribution, scenario } from '../../testing/scenarios';
import { rule } from './scenarioExists';

const deterministic = '<Deterministic/>';

testProjectRule(rule, [
  {
    name: 'a scenario that is there',
    files: { 'scenario.xosc': scenario() },
    text: distribution(deterministic),
  },
  {
    name: 'a scenario that is not',
    files: {},
    text: distribution(deterministic, { version: '1.1', file: '«other.xosc»' }),
    says: ['There is no scenario file `other.xosc`.'],
  },
  {
    name: 'a road network is told by another rule',
    files: {},
    text: scenario({ roads: '<LogicFile filepath="a.xodr"/>' }),
  },
]);
