import { testRule } from '../../testing/rules';
import { privately, scenario } from '../../testing/scenarios';
import { rule } from './synchronizeWithOther';

const synchronize = (master: string, speed = ''): string =>
  privately(
    'Ego',
    `<SynchronizeAction masterEntityRef="${master}"><TargetPositionMaster><WorldPosition x="0" y="0"/></TargetPositionMaster><TargetPosition><WorldPosition x="9" y="0"/></TargetPosition>${speed}</SynchronizeAction>`,
  );
const final = (speed: string, steady = '<TargetTimeSteadyState time="2"/>'): string =>
  `<FinalSpeed><AbsoluteSpeed value="${speed}">${steady}</AbsoluteSpeed></FinalSpeed>`;

testRule(rule, [
  { name: 'with another one', text: scenario({ init: synchronize('Target', final('10')) }) },
  {
    name: 'with itself, in version 1.0',
    text: scenario({ version: '1.0', init: synchronize('«Ego»') }),
    codes: ['synchronized-with-itself'],
    says: ['`Ego` is synchronized with itself.'],
  },
  {
    name: 'steady at standstill, in version 1.1',
    text: scenario({ version: '1.1', init: synchronize('Target', final('«0»')) }),
    codes: ['steady-at-standstill'],
  },
  { name: 'standing at the end', text: scenario({ init: synchronize('Target', final('0', '')) }) },
]);
