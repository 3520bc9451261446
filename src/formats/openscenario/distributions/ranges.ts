import { none } from '../../../tree/tree';
import type { Model } from '../model/model';

/** A `Range`; limits are NaN where they cannot be known. */
export interface Limits {
  /** The `Range` element. */
  readonly element: number;
  readonly lower: number;
  readonly upper: number;
}

/** The range within an element, or `null` where it has none. */
export function rangeIn(model: Model, element: number): Limits | null {
  const range = model.elements.childNamed(element, 'Range');
  return range === none ? null : limitsOf(model, range);
}

/** The limits of a `Range` element. */
export function limitsOf(model: Model, element: number): Limits {
  return {
    element,
    lower: numberAt(model, element, 'lowerLimit'),
    upper: numberAt(model, element, 'upperLimit'),
  };
}

/** The number that an attribute comes to; NaN where it is absent or cannot be known. */
export function numberAt(model: Model, element: number, attribute: string): number {
  return model.values.numberOf(model.elements.attributeOf(element, attribute));
}

/**
 * The values from the lower limit up to the upper one, a step apart; how many, and each. Steps that
 * miss the upper limit by rounding alone reach it, as in esmini.
 */
export function stepsWithin({ lower, upper }: Limits, step: number): number {
  if (!(step > 0) || !(upper >= lower)) return NaN;
  return Math.floor((upper - lower) / step + 1e-9) + 1;
}

/** A number without the digits that rounding left behind, as a file would spell it. */
export function spelt(value: number): string {
  return String(Number(value.toPrecision(12)));
}
