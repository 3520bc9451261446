import { tellUnresolvedNames } from '../../model/unresolvedNames';
import type { DocumentRule } from '../kinds';

/** Actions and conditions name variables that are declared. */
export const rule: DocumentRule = {
  id: 'asam.net:xosc:1.2.0:reference_control.resolvable_variable_reference',
  level: 'semantics',
  severity: 'error',
  since: '1.2',
  meaning: 'Every variable that an action or a condition names is declared',
  explanation: {
    asks: 'A VariableAction changes a variable, a VariableCondition watches one. The name has to be that of a VariableDeclaration of the scenario. A parameter is no variable: its value stays as it is while the scenario runs.',
    source: 'ASAM OpenSCENARIO XML 1.2, checker rule resolvable_variable_reference',
    example: {
      wrong:
        '<VariableDeclaration name="counter" variableType="int" value="0"/>\n<VariableCondition variableRef="count" value="1" rule="equalTo"/>',
      right:
        '<VariableDeclaration name="counter" variableType="int" value="0"/>\n<VariableCondition variableRef="counter" value="1" rule="equalTo"/>',
    },
  },
  cost: 'cheap',

  check(model, tell) {
    tellUnresolvedNames(model, 'variable', tell);
  },
};
