import { none } from '../../../../tree/tree';
import type { DocumentRule } from '../kinds';

/** A scenario says when it is over. */
export const rule: DocumentRule = {
  id: 'scrutineer:xosc:1.0.0:storyboard.storyboard_can_end',
  level: 'semantics',
  severity: 'info',
  since: '1.0',
  meaning: 'The storyboard has a StopTrigger with conditions',
  explanation: {
    asks: 'Nothing but its StopTrigger ends a storyboard: without one, or with one that has no conditions, the scenario goes on until the simulator is stopped from outside.',
    source:
      'ASAM OpenSCENARIO XML, class reference of Storyboard; its StopTrigger is optional from 1.3 on',
    example: {
      wrong: '<StopTrigger/>',
      right:
        '<StopTrigger>\n  <ConditionGroup>\n    <Condition name="End" delay="0" conditionEdge="none">…',
    },
  },
  cost: 'cheap',

  check(model, tell) {
    const { elements, texts } = model;
    for (const storyboard of elements.named('Storyboard')) {
      const trigger = elements.childNamed(storyboard, 'StopTrigger');
      if (trigger !== none && elements.firstChildOf(trigger) !== none) continue;
      tell({
        code: trigger === none ? 'no-stop-trigger' : 'empty-stop-trigger',
        at: texts.tagRange(trigger === none ? storyboard : trigger),
        message:
          trigger === none
            ? 'The storyboard has no `StopTrigger`, so the scenario never ends by itself.'
            : 'The storyboard’s `StopTrigger` has no conditions, so the scenario never ends by itself.',
        help:
          trigger === none
            ? 'Add a `StopTrigger` with a condition, such as one on the simulation time.'
            : 'Add a condition, such as one on the simulation time.',
      });
    }
  },
};
