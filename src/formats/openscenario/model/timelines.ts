import type { Model } from './model';

/**
 * When a condition on the simulation time is true, as the time runs from 0 upwards without end: from
 * some time on (`rises`), up to some time (`falls`), or otherwise (`other`, which also stands for what
 * cannot be known).
 */
export type Timeline = 'always' | 'never' | 'rises' | 'falls' | 'other';

/** Timelines of a comparison with a value (s): below zero, zero, above zero, infinite. */
const byRule: Readonly<Record<string, readonly [Timeline, Timeline, Timeline, Timeline]>> = {
  greaterThan: ['always', 'rises', 'rises', 'never'],
  greaterOrEqual: ['always', 'always', 'rises', 'never'],
  lessThan: ['never', 'never', 'falls', 'always'],
  lessOrEqual: ['never', 'falls', 'falls', 'always'],
  equalTo: ['never', 'falls', 'other', 'never'],
  notEqualTo: ['always', 'rises', 'other', 'always'],
};

/** When a `SimulationTimeCondition` is true. */
export function timelineOf({ elements, values }: Model, condition: number): Timeline {
  const rule = values.textOf(elements.attributeOf(condition, 'rule'));
  const value = values.numberOf(elements.attributeOf(condition, 'value'));
  const timelines = rule === null ? undefined : byRule[rule];
  if (!timelines || Number.isNaN(value)) return 'other';
  if (value === Infinity) return timelines[3];
  return timelines[Math.sign(value) + 1] ?? 'other';
}

/** Whether a condition of a timeline can ever be true with an edge (a `ConditionEdge`). */
export function canFire(timeline: Timeline, edge: string | null): boolean {
  if (timeline === 'other') return true;
  switch (edge) {
    case 'none':
      return timeline !== 'never';
    case 'rising':
      return timeline === 'rises';
    case 'falling':
      return timeline === 'falls';
    case 'risingOrFalling':
      return timeline === 'rises' || timeline === 'falls';
    default:
      return true;
  }
}
