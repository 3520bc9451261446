import type { DocumentRule } from '../kinds';

/** Expressions consist of the operators that the standard has. */
export const rule: DocumentRule = {
  id: 'asam.net:xosc:1.2.0:data_type.allowed_operators',
  aliases: ['asam.net:xosc:1.1.0:expressions.allowed_operators'],
  level: 'semantics',
  severity: 'error',
  since: '1.1',
  meaning: 'Expressions use only the operators, functions and constants of the standard',
  explanation: {
    asks: 'An expression knows + - * / %, the functions pow, sqrt, sin, cos, tan, asin, acos, atan, sign, abs, min, max, round, floor and ceil, and not, and, or for booleans. Others work in single simulators at best. A constant of a later version is told as a warning: pi of 1.4 is widely known already.',
    source:
      'ASAM OpenSCENARIO XML 1.3.1, section 9.2.1 and Annex C.11. ASAM’s own checker knows only some of the functions and takes abs, sin and others for mistakes',
    example: { wrong: '${2 ** $speed}', right: '${pow(2, $speed)}' },
  },
  cost: 'usual',

  check({ expressions }, tell) {
    for (const { code, at, message, help } of expressions.of('allowed_operators')) {
      tell({
        code,
        ...(code === 'unknown-constant' ? { severity: 'warning' as const } : {}),
        at,
        message,
        ...(help === undefined ? {} : { help }),
      });
    }
  },
};
