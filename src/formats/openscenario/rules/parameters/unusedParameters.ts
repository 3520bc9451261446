import { quoted } from '../../../../schema/words';
import { none } from '../../../../tree/tree';
import type { Model } from '../../model/model';
import { namedBy, naming } from '../../model/named';
import type { DocumentRule } from '../kinds';

/** Every parameter that is declared is used. */
export const rule: DocumentRule = {
  id: 'scrutineer:xosc:1.0.0:parameters.unused_parameters',
  level: 'semantics',
  severity: 'info',
  since: '1.0',
  meaning: 'Every parameter that is declared is used',
  explanation: {
    asks: 'A parameter that nothing refers to has no effect, whatever is assigned to it. Often a value was meant to refer to it and still holds a number.',
    source: 'Own; values, expressions, actions and conditions of the same file count as uses',
  },
  cost: 'usual',

  check(model, tell) {
    const { parameters, texts, usages } = model;
    if (parameters.count === 0) return;
    const uses = usages.byDeclaration;
    const named = namedDeclarations(model);
    for (let at = 0; at < parameters.count; at++) {
      const name = parameters.names[at] ?? 0;
      if (uses[at] !== 0 || name === 0 || named.has(at)) continue;
      if (usages.isInText(name)) continue;
      tell({
        code: 'unused-parameter',
        at: texts.valueRange(parameters.attributeOf(at, 'name')),
        message: `The parameter ${quoted(texts.interner.text(name))} is not used in this file.`,
      });
    }
  },
};

function namedDeclarations(model: Model): Set<number> {
  const declarations = new Set<number>();
  for (const element of naming(model, 'parameter')) {
    const { declaration, name } = namedBy(model, 'parameter', element);
    declarations.add(declaration === none ? model.parameters.anywhere(name) : declaration);
  }
  return declarations;
}
