import { privately, scenario } from '../../testing/scenarios';
import { testRule } from '../../testing/rules';
import { rule } from './transitionDynamics';

const speed = (shape: string, dimension: string, value: string) =>
  privately(
    'Ego',
    `<LongitudinalAction><SpeedAction><SpeedActionDynamics dynamicsShape="${shape}" dynamicsDimension="${dimension}" value="${value}"/><SpeedActionTarget><AbsoluteTargetSpeed value="10"/></SpeedActionTarget></SpeedAction></LongitudinalAction>`,
  );

const lane = (shape: string, value: string) =>
  privately(
    'Ego',
    `<LateralAction><LaneChangeAction><LaneChangeActionDynamics dynamicsShape="${shape}" dynamicsDimension="distance" value="${value}"/><LaneChangeTarget><AbsoluteTargetLane value="1"/></LaneChangeTarget></LaneChangeAction></LateralAction>`,
  );

testRule(rule, [
  {
    name: 'steps and transitions',
    text: scenario({
      init: speed('step', 'time', '0') + speed('linear', 'rate', '3') + lane('sinusoidal', '20'),
    }),
  },
  {
    name: 'a step with a value',
    text: scenario({ init: speed('step', 'time', '«5»') }),
    codes: ['step-with-value'],
    says: ['A step is done at once: the value 5 is ignored.'],
  },
  {
    name: 'no rate at all',
    text: scenario({ init: speed('linear', 'rate', '«0»') }),
    codes: ['endless-transition'],
    says: ['A linear transition at a rate of 0 never reaches its target.'],
  },
  {
    name: 'no distance at all, in version 1.0',
    text: scenario({ version: '1.0', init: lane('cubic', '«0.0»') }),
    codes: ['instant-transition'],
    says: ['A cubic transition over a distance of 0 is a step.'],
  },
  {
    name: 'what is not known',
    text: scenario({ init: speed('$shape', 'time', '0') + speed('step', 'time', '$value') }),
  },
]);
