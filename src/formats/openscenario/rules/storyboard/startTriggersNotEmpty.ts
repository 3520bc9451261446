import { quoted } from '../../../../schema/words';
import { none } from '../../../../tree/tree';
import type { Model } from '../../model/model';
import { nameTextOf } from '../../model/names';
import type { DocumentRule } from '../kinds';

/** A start trigger says when. */
export const rule: DocumentRule = {
  id: 'scrutineer:xosc:1.0.0:storyboard.start_triggers_not_empty',
  level: 'semantics',
  severity: 'warning',
  since: '1.0',
  meaning: 'No StartTrigger is without conditions',
  explanation: {
    asks: 'A trigger fires when one of its groups of conditions is fulfilled. One without any group has nothing that could be fulfilled: some simulators then never start the act or the event, others start it at once. Say which by a condition, or, where the version allows it, leave the trigger out: then it starts with what is around it.',
    source:
      'ASAM OpenSCENARIO XML, class reference of Trigger; StartTrigger is optional for events from 1.1 and for acts from 1.3 on',
    example: {
      wrong: '<StartTrigger/>',
      right:
        '<StartTrigger>\n  <ConditionGroup>\n    <Condition name="Start" delay="0" conditionEdge="none">…',
    },
  },
  cost: 'cheap',

  check(model, tell) {
    const { elements, texts } = model;
    for (const trigger of elements.named('StartTrigger')) {
      if (elements.firstChildOf(trigger) !== none) continue;
      const owner = elements.parentOf(trigger);
      const name = quoted(nameTextOf(model, elements.attributeOf(owner, 'name')) ?? '');
      const noun = elements.nameOf(owner) === 'Act' ? 'act' : 'event';
      tell({
        code: 'empty-start-trigger',
        at: texts.tagRange(trigger),
        message: `The start trigger of the ${noun} ${name} has no conditions: some simulators start it at once, others never.`,
        help: helpFor(model, noun),
      });
    }
  },
};

function helpFor(model: Model, noun: 'act' | 'event'): string {
  const optional = model.since(noun === 'act' ? '1.3' : '1.1');
  const condition =
    'a `SimulationTimeCondition` with `value="0"`, `rule="greaterOrEqual"` and `conditionEdge="none"`';
  return optional
    ? `Leave it out to start the ${noun} with what is around it.`
    : `To start it at once, give it ${condition}.`;
}
