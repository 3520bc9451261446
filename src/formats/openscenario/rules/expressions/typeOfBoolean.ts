import type { DocumentRule } from '../kinds';

/** Booleans and numbers are kept apart in expressions. */
export const rule: DocumentRule = {
  id: 'asam.net:xosc:1.1.0:expressions.type_of_boolean',
  level: 'semantics',
  severity: 'error',
  since: '1.1',
  meaning: 'Expressions keep booleans and numbers apart',
  explanation: {
    asks: 'The operators not, and, or take booleans, arithmetic takes numbers, and neither turns into the other: 1 is not true.',
    source: 'ASAM OpenSCENARIO XML 1.3.1, section 9.2 and Annex C.11',
    example: { wrong: '${$active and 1}', right: '${$active and true}' },
  },
  cost: 'usual',

  check({ expressions }, tell) {
    for (const { code, at, message, help } of expressions.of('type_of_boolean')) {
      tell({ code, at, message, ...(help === undefined ? {} : { help }) });
    }
  },
};
