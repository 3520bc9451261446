import type { DocumentRule } from '../kinds';

/** Every expression can be computed. */
export const rule: DocumentRule = {
  id: 'asam.net:xosc:1.1.0:expressions.evaluation_of_expressions_possible',
  level: 'semantics',
  severity: 'error',
  since: '1.1',
  meaning: 'Every expression can be read and computed, without division by zero or overflow',
  explanation: {
    asks: 'An expression is computed when the scenario is loaded. It has to be complete, its parentheses have to match, and no step may lead to something that is no number: a division by zero, the root of a negative number, a result too large for its type. It is checked with the values that its parameters are declared with.',
    source: 'ASAM OpenSCENARIO XML 1.3.1, section 9.2 and Annex C.11',
    example: { wrong: '${10 / ($gap - $gap)}', right: '${10 / $gap}' },
  },
  cost: 'usual',

  check({ expressions }, tell) {
    for (const { code, at, message, help } of expressions.of(
      'evaluation_of_expressions_possible',
    )) {
      tell({ code, at, message, ...(help === undefined ? {} : { help }) });
    }
  },
};
