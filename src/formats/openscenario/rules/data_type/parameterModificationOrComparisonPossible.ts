import { tellImpossibleAccesses } from '../../model/accesses';
import type { DocumentRule } from '../kinds';

/** Only numbers are added to, multiplied, and compared by which is greater. */
export const rule: DocumentRule = {
  id: 'scrutineer:xosc:1.0.0:data_type.parameter_modification_or_comparison_possible',
  level: 'semantics',
  severity: 'error',
  since: '1.0',
  meaning:
    'Only parameters that hold numbers are changed by sums and products, or compared by order',
  explanation: {
    asks: 'A ModifyAction adds to a parameter or multiplies it, and rules such as greaterThan ask which of two values is greater. Both need numbers (dates and times have an order too). Texts and booleans are only equal or not.',
    source:
      'ASAM OpenSCENARIO XML 1.0, classes ParameterModifyAction and ParameterCondition; what Annex C asks of variables',
    example: {
      wrong:
        '<ParameterDeclaration name="mode" parameterType="string" value="eco"/>\n<ParameterCondition parameterRef="mode" value="eco" rule="greaterThan"/>',
      right:
        '<ParameterDeclaration name="mode" parameterType="string" value="eco"/>\n<ParameterCondition parameterRef="mode" value="eco" rule="equalTo"/>',
    },
  },
  cost: 'cheap',

  check(model, tell) {
    tellImpossibleAccesses(model, 'parameter', tell);
  },
};
