import { tellUnresolvedNames } from '../../model/unresolvedNames';
import type { DocumentRule } from '../kinds';

/** Actions and conditions name parameters that are declared. */
export const rule: DocumentRule = {
  id: 'scrutineer:xosc:1.0.0:parameters.resolvable_parameter_reference',
  level: 'semantics',
  severity: 'error',
  since: '1.0',
  meaning: 'Every parameter that an action or a condition names is declared',
  explanation: {
    asks: 'A ParameterAction changes a parameter, a ParameterCondition watches one. The name has to be that of a parameter that is declared around it, without a $ in front. Such a condition can never hold, and the action has nothing to change.',
    source:
      'ASAM OpenSCENARIO XML 1.0, classes ParameterAction and ParameterCondition; both are deprecated from 1.2 on, in favour of variables',
    example: {
      wrong: '<ParameterCondition parameterRef="$trigger" value="1" rule="equalTo"/>',
      right: '<ParameterCondition parameterRef="trigger" value="1" rule="equalTo"/>',
    },
  },
  cost: 'cheap',

  check(model, tell) {
    tellUnresolvedNames(model, 'parameter', tell);
  },
};
