import { tellIllTypedAccesses } from '../../model/accesses';
import { tellIllTypedDeclarations } from '../../model/declaredValues';
import type { DocumentRule } from '../kinds';

/** The values that a variable begins with, is set to and is compared with are of its type. */
export const rule: DocumentRule = {
  id: 'asam.net:xosc:1.2.0:data_type.variable_correctly_typed',
  level: 'semantics',
  severity: 'error',
  since: '1.2',
  meaning: 'The values that a variable begins with, is set to and is compared with are of its type',
  explanation: {
    asks: 'The schema takes any text for these values. Each has to read as the declared type all the same: a number for double, a whole number within its range for int and its kin, true or false for boolean.',
    source: 'ASAM OpenSCENARIO XML 1.3.1, Annex C, rule variable_correctly_typed',
    example: {
      wrong:
        '<VariableDeclaration name="counter" variableType="int" value="0"/>\n<VariableCondition variableRef="counter" value="two" rule="equalTo"/>',
      right:
        '<VariableDeclaration name="counter" variableType="int" value="0"/>\n<VariableCondition variableRef="counter" value="2" rule="equalTo"/>',
    },
  },
  cost: 'cheap',

  check(model, tell) {
    tellIllTypedDeclarations(
      model,
      model.variables,
      'variable',
      (at) => model.variables.attributeOf(at, 'value'),
      tell,
    );
    tellIllTypedAccesses(model, 'variable', tell);
  },
};
