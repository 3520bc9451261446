import { distribution } from './scenarios';
import type { Version } from '../model/model';

/** A document that goes through values of `p` in one way. */
export function single(inside: string, version: Version = '1.3'): string {
  return distribution(`<Deterministic>${one('p', inside)}</Deterministic>`, { version });
}

/** A deterministic distribution of one parameter. */
export function one(parameter: string, inside: string): string {
  return `<DeterministicSingleParameterDistribution parameterName="${parameter}">${inside}</DeterministicSingleParameterDistribution>`;
}

/** Listed values. */
export function listed(...values: string[]): string {
  return `<DistributionSet>${values.map((value) => `<Element value="${value}"/>`).join('')}</DistributionSet>`;
}

/** Values from a lower to an upper limit. */
export function stepped(step: string, lower: string, upper: string): string {
  return `<DistributionRange stepWidth="${step}">${range(lower, upper)}</DistributionRange>`;
}

/** A range. */
export function range(lower: string, upper: string): string {
  return `<Range lowerLimit="${lower}" upperLimit="${upper}"/>`;
}

/** Sets of parameters, each as its assignments. */
export function sets(...assignments: string[]): string {
  const inside = assignments.map((one) => `<ParameterValueSet>${one}</ParameterValueSet>`).join('');
  return `<DeterministicMultiParameterDistribution><ValueSetDistribution>${inside}</ValueSetDistribution></DeterministicMultiParameterDistribution>`;
}

/** An assignment in a set. */
export function assigned(parameter: string, value: string): string {
  return `<ParameterAssignment parameterRef="${parameter}" value="${value}"/>`;
}

/** A document that draws values of `p`. */
export function drawn(
  inside: string,
  {
    version = '1.3',
    runs = '10',
    seed = '',
  }: { version?: Version; runs?: string; seed?: string } = {},
): string {
  const withSeed = seed === '' ? '' : ` randomSeed="${seed}"`;
  return distribution(
    `<Stochastic numberOfTestRuns="${runs}"${withSeed}><StochasticDistribution parameterName="p">${inside}</StochasticDistribution></Stochastic>`,
    { version },
  );
}
