import { tellImpossibleAccesses } from '../../model/accesses';
import type { DocumentRule } from '../kinds';

/** Only numbers are added to, multiplied, and compared by which is greater. */
export const rule: DocumentRule = {
  id: 'asam.net:xosc:1.2.0:data_type.variable_modification_or_comparison_possible',
  level: 'semantics',
  severity: 'error',
  since: '1.2',
  meaning:
    'Only variables that hold numbers are changed by sums and products, or compared by order',
  explanation: {
    asks: 'A ModifyAction adds to a variable or multiplies it, and rules such as greaterThan ask which of two values is greater. Both need numbers (dates and times have an order too). Texts and booleans are only equal or not.',
    source:
      'ASAM OpenSCENARIO XML 1.3.1, Annex C, rule variable_modification_or_comparison_possible',
    example: {
      wrong:
        '<VariableDeclaration name="mode" variableType="string" value="eco"/>\n<VariableCondition variableRef="mode" value="eco" rule="greaterThan"/>',
      right:
        '<VariableDeclaration name="mode" variableType="string" value="eco"/>\n<VariableCondition variableRef="mode" value="eco" rule="equalTo"/>',
    },
  },
  cost: 'cheap',

  check(model, tell) {
    tellImpossibleAccesses(model, 'variable', tell);
  },
};
