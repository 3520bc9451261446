import { none } from '../../../tree/tree';
import type { Model } from '../model/model';
import { numberAt, rangeIn, spelt, type Limits } from './ranges';
import { normal, poisson, uniform, weighted, type Random } from './random';

/** A parameter whose values are drawn. */
export interface RandomParameter {
  readonly parameter: string;
  /** Draws a value; `null` where it is not known how: its distribution is the user's own, or unsound. */
  readonly draw: ((random: Random) => string) | null;
}

/** What a stochastic distribution varies. */
export interface Stochastic {
  /** `numberOfTestRuns`; NaN where it cannot be known. */
  readonly runs: number;
  /** `randomSeed`; `null` where there is none. */
  readonly seed: number | null;
  readonly parameters: readonly RandomParameter[];
}

/** The document's stochastic distribution, or `null` where it has none. */
export function stochasticOf(model: Model): Stochastic | null {
  const { elements, values } = model;
  const [element = none] = elements.named('Stochastic');
  if (element === none) return null;
  const seed = numberAt(model, element, 'randomSeed');
  const parameters: RandomParameter[] = [];
  for (const child of elements.childrenOf(element)) {
    const parameter = values.textOf(elements.attributeOf(child, 'parameterName'));
    if (parameter !== null) parameters.push({ parameter, draw: drawOf(model, child) });
  }
  return {
    runs: numberAt(model, element, 'numberOfTestRuns'),
    seed: Number.isNaN(seed) ? null : seed,
    parameters,
  };
}

type Draw = (random: Random) => string;

function drawOf(model: Model, element: number): Draw | null {
  const { elements } = model;
  const inner = elements.firstChildOf(element);
  if (inner === none) return null;
  switch (elements.nameOf(inner)) {
    case 'ProbabilityDistributionSet':
      return drawFromSet(model, inner);
    case 'Histogram':
      return drawFromBins(model, inner);
    case 'UniformDistribution':
      return drawUniformly(rangeIn(model, inner));
    default:
      return drawFromCurve(model, inner, elements.nameOf(inner));
  }
}

function drawFromSet(model: Model, element: number): Draw | null {
  const { elements, values } = model;
  const members = [...elements.childrenOf(element)];
  const weights = members.map((member) => numberAt(model, member, 'weight'));
  if (!areSound(weights)) return null;
  return (random) => {
    const member = members[weighted(random, weights)] ?? none;
    return values.textOf(elements.attributeOf(member, 'value')) ?? '';
  };
}

function drawFromBins(model: Model, element: number): Draw | null {
  const bins = [...model.elements.childrenOf(element)];
  const weights = bins.map((bin) => numberAt(model, bin, 'weight'));
  const draws = bins.map((bin) => drawUniformly(rangeIn(model, bin)));
  if (!areSound(weights) || draws.includes(null)) return null;
  return (random) => draws[weighted(random, weights)]?.(random) ?? '';
}

function areSound(weights: readonly number[]): boolean {
  return weights.every((weight) => weight >= 0) && weights.some((weight) => weight > 0);
}

function drawUniformly(range: Limits | null): Draw | null {
  if (range === null || !(range.lower <= range.upper)) return null;
  return (random) => spelt(uniform(random, range.lower, range.upper));
}

/** How often a value outside of the range is thrown away before the nearest limit is taken. */
const mostTries = 1000;

function drawFromCurve(model: Model, element: number, name: string): Draw | null {
  const mean = numberAt(model, element, 'expectedValue');
  const variance = numberAt(model, element, 'variance');
  const draw = curves[name]?.(mean, variance);
  const range = rangeIn(model, element) ?? { lower: -Infinity, upper: Infinity };
  if (!draw || !(range.lower <= range.upper)) return null;
  return (random) => {
    for (let tries = 0; tries < mostTries; tries++) {
      const value = draw(random);
      if (value >= range.lower && value <= range.upper) return spelt(value);
    }
    return spelt(Math.min(Math.max(mean, range.lower), range.upper));
  };
}

type Curve = (mean: number, variance: number) => ((random: Random) => number) | null;

/** The distributions over all numbers, by their elements. */
const curves: Readonly<Record<string, Curve>> = {
  NormalDistribution: (mean, variance) =>
    variance >= 0 && Number.isFinite(mean) ? (random) => normal(random, mean, variance) : null,
  // The expected value and variance are those of the logarithm (class LogNormalDistribution, 1.3).
  LogNormalDistribution: (mean, variance) =>
    variance >= 0 && Number.isFinite(mean)
      ? (random) => Math.exp(normal(random, mean, variance))
      : null,
  PoissonDistribution: (mean) => (mean >= 0 ? (random) => poisson(random, mean) : null),
};
