import { none } from '../../../../tree/tree';
import type { Model } from '../../model/model';
import { canFire, timelineOf } from '../../model/timelines';
import type { DocumentRule } from '../kinds';

/** What a timeline means for an edge that it does not have. */
const reasons: Readonly<Record<string, string>> = {
  always: 'it is true from the start and stays so',
  never: 'it is never true',
  rises: 'it becomes true and stays so',
  falls: 'it is true from the start and becomes false',
};

/** Conditions on the simulation time can become true. */
export const rule: DocumentRule = {
  id: 'scrutineer:xosc:1.0.0:scenario_logic.time_conditions_can_fire',
  level: 'semantics',
  severity: 'warning',
  since: '1.0',
  meaning: 'A condition on the simulation time can be met, with the edge that it asks for',
  explanation: {
    asks: 'The simulation time begins at 0 and only grows. With conditionEdge="rising" a condition counts at the moment at which it becomes true: one that is true from the start never does, nor does one that can only become false. Simulators disagree on the first step, so a scenario may start on one and wait for ever on another.',
    source:
      'ASAM OpenSCENARIO XML, section on conditions and edges: with an edge, a condition that has no earlier value is not met',
    example: {
      wrong:
        '<Condition conditionEdge="rising" …>\n  … <SimulationTimeCondition value="0" rule="greaterOrEqual"/>',
      right:
        '<Condition conditionEdge="none" …>\n  … <SimulationTimeCondition value="0" rule="greaterOrEqual"/>',
    },
  },
  cost: 'cheap',

  check(model, tell) {
    const { elements, texts, values } = model;
    for (const condition of elements.named('SimulationTimeCondition')) {
      if (isPlainlyReached(model, condition)) continue;
      const timeline = timelineOf(model, condition);
      const around = elements.ancestorNamed(condition, 'Condition');
      const attribute = elements.attributeOf(around, 'conditionEdge');
      const edge = values.textOf(attribute);
      if (canFire(timeline, edge)) continue;
      const never = timeline === 'never';
      tell({
        code: never ? 'time-never-reached' : 'edge-never-reached',
        at: never
          ? texts.valueRange(elements.attributeOf(condition, 'value'))
          : texts.valueRange(attribute),
        message: never
          ? 'This condition on the simulation time is never met, since the time begins at 0 and only grows.'
          : `This condition on the simulation time has no ${edgeNoun(edge)}: ${reasons[timeline] ?? ''}.`,
        ...(!never && { help: 'Write `conditionEdge="none"`.' }),
      });
    }
  },
};

function edgeNoun(edge: string | null): string {
  return edge === 'risingOrFalling' ? 'edge' : `${edge ?? ''} edge`;
}

const zero = 0x30;
const nine = 0x39;

/**
 * True of what nearly all conditions on the time are: the time is to be greater than a number above
 * zero, and the edge is none or rising. Told by first letters, without a text.
 */
function isPlainlyReached({ elements, texts }: Model, condition: number): boolean {
  const first = (attribute: number): number =>
    attribute === none ? 0 : (texts.bytes[elements.valueStart(attribute)] ?? 0);
  const value = first(elements.attributeOf(condition, 'value'));
  if (value <= zero || value > nine) return false;
  if (first(elements.attributeOf(condition, 'rule')) !== letter('g')) return false;
  const around = elements.parentOf(elements.parentOf(condition));
  const edge = elements.attributeOf(around, 'conditionEdge');
  const initial = first(edge);
  return initial === letter('n') || initial === letter('r');
}

function letter(text: string): number {
  return text.charCodeAt(0);
}
