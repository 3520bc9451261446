import { testProjectRule } from '../../testing/projects';
import { distribution, scenario } from '../../testing/scenarios';
import { rule } from './pathsPortable';

const files = { 'Scenario.xosc': scenario() };

testProjectRule(rule, [
  {
    name: 'as it is spelt',
    files,
    text: distribution('<Deterministic/>', { file: 'Scenario.xosc' }),
  },
  {
    name: 'in another case',
    files,
    text: distribution('<Deterministic/>', { file: '«scenario.xosc»' }),
    says: ['`scenario.xosc` is spelt otherwise than the file, which is `Scenario.xosc`.'],
  },
]);
