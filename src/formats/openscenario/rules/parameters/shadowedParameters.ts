import { quoted } from '../../../../schema/words';
import { none } from '../../../../tree/tree';
import { scopeWords } from '../../model/scopeWords';
import type { DocumentRule } from '../kinds';

/** No parameter hides another one of the same name. */
export const rule: DocumentRule = {
  id: 'scrutineer:xosc:1.0.0:parameters.shadowed_parameters',
  level: 'semantics',
  severity: 'info',
  since: '1.0',
  meaning: 'No parameter hides one of the same name that is declared around it',
  explanation: {
    asks: 'Where two parameters of one name are declared, one around the other, the inner one holds within its element. That is allowed, but easily overlooked: a value that is changed for the scenario does not arrive.',
    source: 'ASAM OpenSCENARIO XML, section 9.1; esmini warns of it as well',
  },
  cost: 'cheap',

  check(model, tell) {
    const { parameters, texts } = model;
    for (let scope = 0; parameters.scopes > 1 && scope < parameters.scopes; scope++) {
      const around = model.elements.parentOf(parameters.ownerOf(scope));
      if (around === none) continue;
      const [from, to] = parameters.in(scope);
      for (let at = from; at < to; at++) {
        const hidden = parameters.lookUp(parameters.names[at] ?? 0, around);
        if (hidden === none) continue;
        const outer = parameters.ownerOf(parameters.scopeOf(hidden));
        tell({
          code: 'shadowed-parameter',
          at: texts.valueRange(parameters.attributeOf(at, 'name')),
          message: `The parameter ${quoted(parameters.nameOf(at))} hides the one of the same name that ${scopeWords(model, outer)} declares.`,
          help: 'Give one of them another name, unless that is what you want.',
          related: [
            {
              at: texts.valueRange(parameters.attributeOf(hidden, 'name')),
              message: 'the parameter that is hidden is declared here',
            },
          ],
        });
      }
    }
  },
};
