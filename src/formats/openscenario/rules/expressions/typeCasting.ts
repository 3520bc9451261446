import type { DocumentRule } from '../kinds';

/** An expression's result fits where it is used. */
export const rule: DocumentRule = {
  id: 'asam.net:xosc:1.1.0:expressions.type_casting',
  level: 'semantics',
  severity: 'error',
  since: '1.1',
  meaning: 'The result of an expression fits the type of the value that it stands for',
  explanation: {
    asks: 'An expression takes the place of a value of a certain type. A whole number is needed where the type is int, unsignedInt or unsignedShort, within its range; use round, floor or ceil to get one.',
    source: 'ASAM OpenSCENARIO XML 1.3.1, section 9.2 and Annex C.11',
    example: {
      wrong: 'maximumExecutionCount="${7 / 2}"',
      right: 'maximumExecutionCount="${floor(7 / 2)}"',
    },
  },
  cost: 'usual',

  check({ expressions }, tell) {
    for (const { code, at, message, help } of expressions.of('type_casting')) {
      tell({ code, at, message, ...(help === undefined ? {} : { help }) });
    }
  },
};
