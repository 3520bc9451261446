import type { Tell } from '../../../../rules/rule';
import { quoted } from '../../../../schema/words';
import { numberAt, rangeIn } from '../../distributions/ranges';
import type { Model } from '../../model/model';
import type { DocumentRule } from '../kinds';

interface Curve {
  /** Element of the distribution. */
  readonly element: string;
  /** The attribute that must not be negative, if there is one. */
  readonly notNegative: string | null;
  /** Values below this are never drawn. */
  readonly least: number;
}

/** Distributions over all numbers (classes of 1.1; LogNormalDistribution of 1.3). */
const curves: readonly Curve[] = [
  { element: 'NormalDistribution', notNegative: 'variance', least: -Infinity },
  // Its variance is among the ranges that the standard documents.
  { element: 'LogNormalDistribution', notNegative: null, least: 0 },
  { element: 'PoissonDistribution', notNegative: 'expectedValue', least: 0 },
];

/** So many standard deviations from the expected value, a normal distribution has no values to speak of. */
const farOut = 10;

/** A random distribution has values that can be drawn. */
export const rule: DocumentRule = {
  id: 'scrutineer:xosc:1.1.0:distributions.curves_sound',
  level: 'semantics',
  severity: 'error',
  since: '1.1',
  meaning: 'A random distribution has a variance that is possible and values within its range',
  explanation: {
    asks: 'A variance is a square and a Poisson distribution counts events: neither is negative. Where a Range cuts off everything that a distribution could give, nothing is left to draw.',
    source:
      'ASAM OpenSCENARIO XML 1.1, classes NormalDistribution and PoissonDistribution; 1.3, class LogNormalDistribution',
    example: {
      wrong: '<NormalDistribution expectedValue="20" variance="-4"/>',
      right: '<NormalDistribution expectedValue="20" variance="4"/>',
    },
  },
  cost: 'cheap',

  check(model, tell) {
    for (const curve of curves) {
      for (const element of model.elements.named(curve.element)) {
        tellNegative(model, element, curve, tell);
        tellNothingInRange(model, element, curve, tell);
      }
    }
  },
};

function tellNegative(model: Model, element: number, { notNegative }: Curve, tell: Tell): void {
  if (notNegative === null || !(numberAt(model, element, notNegative) < 0)) return;
  const attribute = model.elements.attributeOf(element, notNegative);
  tell({
    code: `negative-${notNegative === 'variance' ? 'variance' : 'expectation'}`,
    at: model.texts.valueRange(attribute),
    message: `${quoted(notNegative)} is ${quoted(model.texts.written(attribute))}, which is negative.`,
  });
}

function tellNothingInRange(model: Model, element: number, { least }: Curve, tell: Tell): void {
  const range = rangeIn(model, element);
  if (range === null) return;
  const name = quoted(model.elements.nameOf(element));
  const at = model.texts.tagRange(range.element);
  if (range.upper < least) {
    tell({
      code: 'nothing-in-range',
      at,
      message: `${name} has no values below ${least}, but its range ends at ${range.upper}.`,
    });
    return;
  }
  // Only a normal distribution reaches so far down; where it is, its expected value is in the middle.
  if (least > -Infinity) return;
  const mean = numberAt(model, element, 'expectedValue');
  const reach = farOut * Math.sqrt(numberAt(model, element, 'variance'));
  if (!(range.lower > mean + reach || range.upper < mean - reach)) return;
  tell({
    code: 'hardly-anything-in-range',
    severity: 'warning',
    at,
    message: `The range from ${range.lower} to ${range.upper} holds hardly any value of a normal distribution around ${mean}.`,
    help: 'Note that `variance` is the square of the standard deviation.',
  });
}
