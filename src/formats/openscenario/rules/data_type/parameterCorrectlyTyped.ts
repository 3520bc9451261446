import { tellIllTypedAccesses } from '../../model/accesses';
import type { DocumentRule } from '../kinds';

/** The values that a parameter is set to and is compared with are of its type. */
export const rule: DocumentRule = {
  id: 'scrutineer:xosc:1.0.0:data_type.parameter_correctly_typed',
  level: 'semantics',
  severity: 'error',
  since: '1.0',
  meaning: 'The values that a parameter is set to and compared with are of its type',
  explanation: {
    asks: 'The schema takes any text for these values. Each has to read as the declared type all the same: a number for double, a whole number within its range for int and its kin, true or false for boolean.',
    source:
      'ASAM OpenSCENARIO XML 1.0, classes ParameterSetAction and ParameterCondition; what Annex C asks of variables',
    example: {
      wrong:
        '<ParameterDeclaration name="counter" parameterType="int" value="0"/>\n<ParameterCondition parameterRef="counter" value="two" rule="equalTo"/>',
      right:
        '<ParameterDeclaration name="counter" parameterType="int" value="0"/>\n<ParameterCondition parameterRef="counter" value="2" rule="equalTo"/>',
    },
  },
  cost: 'cheap',

  check(model, tell) {
    tellIllTypedAccesses(model, 'parameter', tell);
  },
};
