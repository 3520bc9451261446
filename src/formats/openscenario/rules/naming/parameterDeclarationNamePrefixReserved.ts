import { quoted } from '../../../../schema/words';
import type { DocumentRule } from '../kinds';

/** The prefix that the standard keeps for itself. */
const reserved = 'OSC';

/** No parameter's name begins with a prefix that is the standard's own. */
export const rule: DocumentRule = {
  id: 'asam.net:xosc:1.0.0:naming.parameter_declaration_name_prefix_reserved',
  level: 'semantics',
  severity: 'error',
  since: '1.0',
  meaning: 'No parameter has a name that begins with OSC',
  explanation: {
    asks: 'Names that begin with OSC are kept for parameters that the standard itself may define one day.',
    source: 'ASAM OpenSCENARIO XML 1.3.1, Annex C, rule parameter_declaration_name_prefix_reserved',
  },
  cost: 'cheap',

  check({ parameters, texts }, tell) {
    for (let at = 0; at < parameters.count; at++) {
      const name = parameters.nameOf(at);
      if (!name.startsWith(reserved)) continue;
      tell({
        code: 'reserved-prefix',
        at: texts.valueRange(parameters.attributeOf(at, 'name')),
        message: `The name of the parameter ${quoted(name)} begins with \`${reserved}\`, which is reserved.`,
        help: 'Give it another name, here and wherever it is used.',
      });
    }
  },
};
