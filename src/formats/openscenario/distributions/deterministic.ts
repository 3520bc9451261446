import { none } from '../../../tree/tree';
import type { Model } from '../model/model';
import { numberAt, rangeIn, spelt, stepsWithin } from './ranges';

/** Values that one or several parameters take together, one after the other. */
export interface ValueList {
  readonly element: number;
  readonly parameters: readonly string[];
  /** How many there are; NaN where that cannot be known. */
  readonly count: number;
  /** The parameters' values at an index, in their order; `null` for one that is left as it is. */
  valuesAt(index: number): readonly (string | null)[];
}

/** What a deterministic distribution varies: each list independently of all others. */
export function listsOf(model: Model): ValueList[] {
  const { elements } = model;
  const lists: ValueList[] = [];
  for (const deterministic of elements.named('Deterministic')) {
    for (const child of elements.childrenOf(deterministic)) {
      const list =
        elements.nameOf(child) === 'DeterministicMultiParameterDistribution'
          ? valueSets(model, child)
          : singleParameter(model, child);
      if (list !== null) lists.push(list);
    }
  }
  return lists;
}

/** Number of runs that lists stand for, every value with every other; NaN where that cannot be known. */
export function runsOf(lists: readonly ValueList[]): number {
  return lists.reduce((product, { count }) => product * count, 1);
}

function singleParameter(model: Model, element: number): ValueList | null {
  const { elements, values } = model;
  const name = values.textOf(elements.attributeOf(element, 'parameterName'));
  if (name === null) return null;
  const inner = elements.firstChildOf(element);
  const parameters = [name];
  if (inner === none) return null;
  switch (elements.nameOf(inner)) {
    case 'DistributionSet':
      return { element, parameters, ...valuesOfSet(model, inner) };
    case 'DistributionRange':
      return { element, parameters, ...valuesOfRange(model, inner) };
    default:
      return { element, parameters, count: NaN, valuesAt: () => [null] };
  }
}

type Values = Pick<ValueList, 'count' | 'valuesAt'>;

function valuesOfSet({ elements, values }: Model, set: number): Values {
  const texts = [...elements.childrenOf(set)].map((child) =>
    values.textOf(elements.attributeOf(child, 'value')),
  );
  return { count: texts.length, valuesAt: (index) => [texts[index] ?? null] };
}

function valuesOfRange(model: Model, element: number): Values {
  const range = rangeIn(model, element);
  const step = numberAt(model, element, 'stepWidth');
  const lower = range?.lower ?? NaN;
  return {
    count: range === null ? NaN : stepsWithin(range, step),
    valuesAt: (index) => [spelt(lower + index * step)],
  };
}

function valueSets(model: Model, element: number): ValueList | null {
  const { elements, values } = model;
  const distribution = elements.childNamed(element, 'ValueSetDistribution');
  if (distribution === none) return null;
  const sets = [...elements.childrenOf(distribution)].map((set) => {
    const assigned = new Map<string, string | null>();
    for (const assignment of elements.childrenOf(set)) {
      const name = values.textOf(elements.attributeOf(assignment, 'parameterRef'));
      const value = values.textOf(elements.attributeOf(assignment, 'value'));
      if (name !== null) assigned.set(name, value);
    }
    return assigned;
  });
  const parameters = [...new Set(sets.flatMap((set) => [...set.keys()]))];
  return {
    element,
    parameters,
    count: sets.length,
    valuesAt: (index) => parameters.map((name) => sets[index]?.get(name) ?? null),
  };
}
