import { none } from '../../../../tree/tree';
import { isToldAsReference, unknownParameter } from '../../model/unknownParameters';
import type { DocumentRule } from '../kinds';

/** Every `$name` stands for a parameter that is declared around it. */
export const rule: DocumentRule = {
  id: 'asam.net:xosc:1.1.0:parameters.parameter_declaration_parameter_scope',
  level: 'semantics',
  severity: 'error',
  since: '1.0',
  meaning: 'Every parameter that a value refers to is declared around it',
  explanation: {
    asks: 'A value such as $speed takes the value of the parameter of that name. It is looked for in the smallest element around the value that declares it: a maneuver, a story, a vehicle, at last the whole scenario. What is declared inside one element is not known outside of it. Without a value, a simulator stops, or goes on with the characters themselves.',
    source:
      'ASAM OpenSCENARIO XML 1.3.1, section 9.1, and Annex C, rule parameter_declaration_parameter_scope; checked here from 1.0 on, where parameters work alike',
    example: {
      wrong:
        '<ParameterDeclaration name="egoSpeed" parameterType="double" value="10"/>\n<AbsoluteTargetSpeed value="$speed"/>',
      right:
        '<ParameterDeclaration name="egoSpeed" parameterType="double" value="10"/>\n<AbsoluteTargetSpeed value="$egoSpeed"/>',
    },
  },
  cost: 'usual',

  check(model, tell) {
    // What a catalog may refer to has a rule of its own; a distribution declares nothing itself.
    if (model.kind !== 'scenario') return;
    const { usages } = model;
    for (let usage = 0; usage < usages.count; usage++) {
      if (usages.declarationOf(usage) !== none || isToldAsReference(model, usage)) continue;
      tell(unknownParameter(model, usage));
    }
  },
};
