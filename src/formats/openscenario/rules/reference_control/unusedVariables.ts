import { quoted } from '../../../../schema/words';
import { namedBy, naming } from '../../model/named';
import type { DocumentRule } from '../kinds';

/** Every variable that is declared is set or watched. */
export const rule: DocumentRule = {
  id: 'scrutineer:xosc:1.2.0:reference_control.unused_variables',
  level: 'semantics',
  severity: 'info',
  since: '1.2',
  meaning: 'Every variable that is declared is set or watched',
  explanation: {
    asks: 'A variable that no action and no condition names has no effect within the scenario. It may be there for something outside of it to set.',
    source: 'Own',
  },
  cost: 'cheap',

  check(model, tell) {
    const { variables, texts } = model;
    if (variables.count === 0) return;
    const named = new Set<number>();
    for (const element of naming(model, 'variable')) {
      named.add(namedBy(model, 'variable', element).declaration);
    }
    for (let at = 0; at < variables.count; at++) {
      if (named.has(at) || variables.names[at] === 0) continue;
      tell({
        code: 'unused-variable',
        at: texts.valueRange(variables.attributeOf(at, 'name')),
        message: `The variable ${quoted(variables.nameOf(at))} is neither set nor watched in this file.`,
      });
    }
  },
};
