import type { Found } from '../../../../rules/rule';
import { quoted } from '../../../../schema/words';
import { none } from '../../../../tree/tree';
import type { Model } from '../../model/model';
import type { DocumentRule } from '../kinds';

const wellFormed = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** Every parameter's name is one that `$name` can refer to. */
export const rule: DocumentRule = {
  id: 'asam.net:xosc:1.1.0:naming.parameter_declaration_parameter_name',
  level: 'semantics',
  severity: 'error',
  since: '1.0',
  meaning: 'The name of a parameter consists of letters, digits and _, and begins with no digit',
  explanation: {
    asks: 'A value refers to a parameter by $ and its name. The schemas know such references only to names of the letters A to Z, digits and _, without a digit in front. A $ in the name itself, as before 1.0, is told as a warning: simulators still read past it.',
    source:
      'ASAM OpenSCENARIO XML 1.1, Annex C rule parameter_declaration_parameter_name; a warning in 1.0, whose schema has the same pattern for references but no such rule',
    example: {
      wrong: '<ParameterDeclaration name="ego speed" parameterType="double" value="10"/>',
      right: '<ParameterDeclaration name="egoSpeed" parameterType="double" value="10"/>',
    },
  },
  cost: 'cheap',

  check(model, tell) {
    const { parameters } = model;
    for (let at = 0; at < parameters.count; at++) {
      const attribute = parameters.attributeOf(at, 'name');
      if (attribute === none) continue;
      const found = problemOf(model, model.texts.written(attribute));
      if (found !== null) tell({ ...found, at: model.texts.valueRange(attribute) });
    }
  },
};

function problemOf(model: Model, name: string): Omit<Found, 'at'> | null {
  if (wellFormed.test(name)) return null;
  if (name === '') {
    return { code: 'no-name', message: 'The parameter has no name, so that nothing can use it.' };
  }
  if (name.startsWith('$') && wellFormed.test(name.slice(1))) {
    return {
      code: 'dollar-in-name',
      severity: 'warning',
      message: `The parameter is declared as ${quoted(name)}, with a \`$\` in its name.`,
      help: `Declare it as ${quoted(name.slice(1))}; the \`$\` stands only where it is used.`,
    };
  }
  return {
    code: 'malformed-name',
    ...(model.since('1.1') ? {} : { severity: 'warning' as const }),
    message: `No value can refer to a parameter of the name ${quoted(name)}.`,
    help: 'Use the letters A to Z, digits and `_` alone, and no digit in front.',
  };
}
