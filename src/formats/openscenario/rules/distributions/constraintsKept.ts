import { checkVaried } from '../../project/variedScenario';
import type { ProjectRule } from '../kinds';

/** A parameter value distribution keeps the constraints of its scenario’s parameters. */
export const rule: ProjectRule = {
  id: 'scrutineer:xosc:1.1.0:distributions.constraints_kept',
  level: 'project',
  severity: 'error',
  since: '1.1',
  meaning: 'A parameter value distribution keeps the constraints of its scenario’s parameters',
  explanation: {
    asks: 'A parameter may be declared with groups of constraints, of which one has to hold. A run with a value outside of them is not to be carried out.',
    source: 'ASAM OpenSCENARIO XML 1.1 to 1.3, section 9.3',
  },
  cost: 'usual',

  check(project, tell) {
    checkVaried(project, { unkept: tell });
  },
};
