import type { Model } from '../model/model';
import { numberAt, rangeIn, spelt, stepsWithin } from './ranges';

/** A place at which a distribution names a parameter. */
export interface GivenParameter {
  /** The attribute with the name. */
  readonly naming: number;
  readonly name: string;
  /** The element that gives it values: a distribution, or an assignment in a set. */
  readonly element: number;
}

/** Every place at which the document names a parameter of its scenario, in document order of each kind. */
export function* givenParameters(model: Model): Generator<GivenParameter, void, undefined> {
  const { elements } = model;
  for (const element of elements.named('ParameterValueSet')) {
    for (const assignment of elements.childrenOf(element)) {
      yield* given(model, assignment, 'parameterRef');
    }
  }
  for (const name of ['DeterministicSingleParameterDistribution', 'StochasticDistribution']) {
    for (const element of elements.named(name)) yield* given(model, element, 'parameterName');
  }
}

function* given(
  { elements, values }: Model,
  element: number,
  attribute: string,
): Generator<GivenParameter, void, undefined> {
  const naming = elements.attributeOf(element, attribute);
  const name = values.textOf(naming);
  if (name !== null && name !== '') yield { naming, name, element };
}

/** A value that a parameter is given, and the attribute that it comes from. */
export interface GivenValue {
  readonly attribute: number;
  readonly text: string;
}

/**
 * The values that a parameter is certainly given: each listed one, and the first and last of a range
 * that is gone through in steps. What is drawn at random is not known beforehand.
 */
export function* valuesGiven(
  model: Model,
  { element }: GivenParameter,
): Generator<GivenValue, void, undefined> {
  const { elements } = model;
  for (let at = element; at < elements.afterOf(element); at++) {
    switch (elements.nameOf(at)) {
      case 'ParameterAssignment':
      case 'Element':
        yield* listedValue(model, elements.attributeOf(at, 'value'));
        break;
      case 'DistributionRange':
        yield* endsOfRange(model, at);
    }
  }
}

function* listedValue(model: Model, attribute: number): Generator<GivenValue, void, undefined> {
  const text = model.values.textOf(attribute);
  if (text !== null) yield { attribute, text };
}

function* endsOfRange(model: Model, element: number): Generator<GivenValue, void, undefined> {
  const range = rangeIn(model, element);
  if (range === null) return;
  const step = numberAt(model, element, 'stepWidth');
  const steps = stepsWithin(range, step);
  if (Number.isNaN(steps)) return;
  const { elements } = model;
  const lower = elements.attributeOf(range.element, 'lowerLimit');
  const upper = elements.attributeOf(range.element, 'upperLimit');
  yield { attribute: lower, text: spelt(range.lower) };
  if (steps > 1) yield { attribute: upper, text: spelt(range.lower + (steps - 1) * step) };
}
