import { quoted } from '../../../../schema/words';
import { none } from '../../../../tree/tree';
import type { DocumentRule } from '../kinds';

/** A parameter's value refers to parameters that were declared before it. */
export const rule: DocumentRule = {
  id: 'scrutineer:xosc:1.0.0:parameters.parameters_declared_before_use',
  level: 'semantics',
  severity: 'warning',
  since: '1.0',
  meaning: 'The value of a parameter refers to parameters that are declared before it',
  explanation: {
    asks: 'A parameter may be declared with the value of another one. The standard does not say in which order they are read, and the common implementations read them as they stand: one that comes later has no value yet.',
    source:
      'Own, after what esmini and RA’s implementation do with section 9.1 of ASAM OpenSCENARIO XML',
  },
  cost: 'usual',

  check({ parameters, usages, elements, texts }, tell) {
    if (parameters.count === 0) return;
    for (let usage = 0; usage < usages.count; usage++) {
      const element = elements.elementOf(usages.attributes[usage] ?? 0);
      const declaring = parameters.around(element);
      if (declaring === none) continue;
      const named = usages.declarationOf(usage);
      // One that names itself is a cycle, of which another rule tells.
      if (named <= declaring) continue;
      tell({
        code: 'declared-later',
        at: [usages.starts[usage] ?? 0, usages.ends[usage] ?? 0],
        message: `The parameter ${quoted(parameters.nameOf(named))} is used before it is declared.`,
        help: `Declare it before ${quoted(parameters.nameOf(declaring))}.`,
        related: [
          {
            at: texts.valueRange(parameters.attributeOf(named, 'name')),
            message: 'the parameter is declared here',
          },
        ],
      });
    }
  },
};
