import { none } from '../../../../tree/tree';
import { tellIllTypedDeclarations } from '../../model/declaredValues';
import type { DocumentRule } from '../kinds';

/** A parameter's value is one of the type that it is declared with. */
export const rule: DocumentRule = {
  id: 'asam.net:xosc:1.0.0:parameters.parameter_declaration_parameter_type_inference',
  level: 'semantics',
  severity: 'error',
  since: '1.0',
  meaning: 'The value of a parameter is of the type that it is declared with',
  explanation: {
    asks: 'The schema takes any text for a parameter’s value. It has to read as its parameterType all the same: a number for double, a whole number within its range for int and its kin, true or false for boolean, a date and time for dateTime.',
    source:
      'ASAM OpenSCENARIO XML 1.3.1, Annex C, rule parameter_declaration_parameter_type_inference',
    example: {
      wrong: '<ParameterDeclaration name="speed" parameterType="double" value="50 km/h"/>',
      right: '<ParameterDeclaration name="speed" parameterType="double" value="13.9"/>',
    },
  },
  cost: 'usual',

  check(model, tell) {
    const { parameters, usages, elements } = model;
    tellIllTypedDeclarations(
      model,
      parameters,
      'parameter',
      (declaration) => {
        const value = parameters.attributeOf(declaration, 'value');
        const isEmpty = value === none || elements.valueStart(value) === elements.valueEnd(value);
        // A default that is missing in a catalog's entry has a rule of its own.
        return isEmpty && model.kind === 'catalog' && usages.byDeclaration[declaration] !== 0
          ? none
          : value;
      },
      tell,
    );
  },
};
