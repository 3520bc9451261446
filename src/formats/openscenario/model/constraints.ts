import { none } from '../../../tree/tree';
import { numberOf, type TypedValue, type ValueType } from '../expressions/values';
import type { Model } from './model';
import { typedOutcome } from './typedOutcome';

/** A bound on a parameter's value (`ValueConstraint`, from 1.1). */
export interface Constraint {
  /** How the value is compared with the bound, such as `lessThan`. */
  readonly rule: string;
  /** `null` where it is no value of the parameter's type, or cannot be known. */
  readonly bound: TypedValue | null;
}

/** Bounds that hold together; of several groups one has to hold (class `ValueConstraintGroup`). */
export type ConstraintGroup = readonly Constraint[];

const comparisons: Readonly<Record<string, (order: number) => boolean>> = {
  equalTo: (order) => order === 0,
  notEqualTo: (order) => order !== 0,
  greaterThan: (order) => order > 0,
  greaterOrEqual: (order) => order >= 0,
  lessThan: (order) => order < 0,
  lessOrEqual: (order) => order <= 0,
};

/** Rules that ask which of two values is greater, not only whether they are equal. */
export const orderRules: ReadonlySet<string> = new Set([
  'greaterThan',
  'greaterOrEqual',
  'lessThan',
  'lessOrEqual',
]);

/** The constraint groups of a parameter's declaration. */
export function constraintGroupsOf(model: Model, declaration: number): ConstraintGroup[] {
  const { elements, parameters } = model;
  const type = parameters.typeOf(declaration);
  const groups: ConstraintGroup[] = [];
  for (const group of elements.childrenOf(parameters.elements[declaration] ?? none)) {
    groups.push([...elements.childrenOf(group)].map((child) => constraintOf(model, child, type)));
  }
  return groups;
}

function constraintOf(model: Model, element: number, type: ValueType | null): Constraint {
  const { elements, values } = model;
  const bound =
    type === null ? null : typedOutcome(model, elements.attributeOf(element, 'value'), type).value;
  return { rule: values.textOf(elements.attributeOf(element, 'rule')) ?? '', bound };
}

/** Whether a value keeps to one of the groups at least; `null` where that cannot be known. */
export function keepsConstraints(
  value: TypedValue,
  groups: readonly ConstraintGroup[],
): boolean | null {
  if (groups.length === 0) return true;
  const outcomes = groups.map((group) => keepsAll(value, group));
  if (outcomes.includes(true)) return true;
  return outcomes.includes(null) ? null : false;
}

function keepsAll(value: TypedValue, group: ConstraintGroup): boolean | null {
  let isSure = true;
  for (const constraint of group) {
    const holds = keeps(value, constraint);
    if (holds === false) return false;
    isSure &&= holds !== null;
  }
  return isSure ? true : null;
}

/** Whether a value keeps to a bound; `null` where that cannot be known. */
export function keeps(value: TypedValue, { rule, bound }: Constraint): boolean | null {
  const compare = comparisons[rule];
  if (bound === null || compare === undefined) return null;
  const order = orderOf(value, bound);
  if (order === null) return null;
  // Texts are equal or not; which of them is greater has no meaning.
  if (value.type === 'string' && orderRules.has(rule)) return null;
  return compare(order);
}

/** Below, at or above 0 where the first value is less than, equal to or greater than the second. */
function orderOf(value: TypedValue, bound: TypedValue): number | null {
  if (value.type === 'boolean' || bound.type === 'boolean') {
    return value.type === bound.type ? Number(value.value) - Number(bound.value) : null;
  }
  if (value.type === 'dateTime' && bound.type === 'dateTime') {
    return known(Date.parse(value.value) - Date.parse(bound.value));
  }
  if (value.type === 'string' && bound.type === 'string')
    return value.value === bound.value ? 0 : 1;
  const [a, b] = [numberOf(value), numberOf(bound)];
  return a === null || b === null ? null : known(a === b ? 0 : a - b);
}

function known(order: number): number | null {
  return Number.isNaN(order) ? null : order;
}
