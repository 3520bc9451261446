import { numberAt } from '../../distributions/ranges';
import type { DocumentRule } from '../kinds';

/** A stochastic distribution asks for one run at least. */
export const rule: DocumentRule = {
  id: 'scrutineer:xosc:1.1.0:distributions.test_runs_given',
  level: 'semantics',
  severity: 'warning',
  since: '1.1',
  meaning: 'A stochastic distribution asks for one test run at least',
  explanation: {
    asks: 'numberOfTestRuns says how many times values are drawn and the scenario is run. With 0 nothing happens.',
    source: 'ASAM OpenSCENARIO XML 1.1, class Stochastic',
  },
  cost: 'cheap',

  check(model, tell) {
    const { elements, texts } = model;
    for (const element of elements.named('Stochastic')) {
      if (numberAt(model, element, 'numberOfTestRuns') !== 0) continue;
      tell({
        code: 'no-runs',
        at: texts.valueRange(elements.attributeOf(element, 'numberOfTestRuns')),
        message: 'The distribution asks for 0 test runs, so that the scenario is never run.',
      });
    }
  },
};
