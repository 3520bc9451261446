import type { DocumentRule } from '../kinds';

/** Operators and functions have the arguments that they need. */
export const rule: DocumentRule = {
  id: 'asam.net:xosc:1.1.0:expressions.arguments_of_operators',
  level: 'semantics',
  severity: 'error',
  since: '1.1',
  meaning: 'Operators and functions have as many arguments, and of such types, as they need',
  explanation: {
    asks: 'Each function takes a certain number of arguments in parentheses, and arithmetic needs numbers on both sides.',
    source: 'ASAM OpenSCENARIO XML 1.3.1, section 9.2.1 and Annex C.11',
    example: { wrong: '${pow(2)}', right: '${pow(2, 3)}' },
  },
  cost: 'usual',

  check({ expressions }, tell) {
    for (const { code, at, message, help } of expressions.of('arguments_of_operators')) {
      tell({ code, at, message, ...(help === undefined ? {} : { help }) });
    }
  },
};
