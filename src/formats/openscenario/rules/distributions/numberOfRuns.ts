import { listsOf, runsOf } from '../../distributions/deterministic';
import type { DocumentRule } from '../kinds';

/** More runs than this will hardly be meant. */
const mostRuns = 1_000_000;

/** A distribution stands for a number of runs that can be made. */
export const rule: DocumentRule = {
  id: 'scrutineer:xosc:1.1.0:distributions.number_of_runs',
  level: 'semantics',
  severity: 'warning',
  since: '1.1',
  meaning: 'A deterministic distribution varies something, and stands for at most a million runs',
  explanation: {
    asks: 'Deterministic distributions of several parameters are combined, each value with each other one. Six parameters with ten values each are a million runs already. Values that belong together can be listed in a ValueSetDistribution.',
    source: 'Own, about ASAM OpenSCENARIO XML 1.1, class Deterministic',
  },
  cost: 'usual',

  check(model, tell) {
    const { elements, texts } = model;
    for (const element of elements.named('Deterministic')) {
      const lists = listsOf(model);
      const runs = runsOf(lists);
      if (lists.length === 0) {
        tell({
          code: 'nothing-varied',
          at: texts.tagRange(element),
          message: 'The distribution varies no parameter.',
        });
      } else if (runs > mostRuns) {
        tell({
          code: 'too-many-runs',
          at: texts.tagRange(element),
          message: `The distribution stands for ${runs.toLocaleString('en')} runs.`,
          help: 'Each value is combined with each other one: take wider steps, or list what belongs together in a `ValueSetDistribution`.',
        });
      }
    }
  },
};
