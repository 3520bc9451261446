import { checkVaried } from '../../project/variedScenario';
import type { ProjectRule } from '../kinds';

/** A parameter value distribution varies parameters that its scenario declares. */
export const rule: ProjectRule = {
  id: 'scrutineer:xosc:1.1.0:distributions.parameters_declared',
  level: 'project',
  severity: 'error',
  since: '1.1',
  meaning: 'A parameter value distribution varies parameters that its scenario declares',
  explanation: {
    asks: 'A parameter value distribution gives values to parameters of the scenario that its ScenarioFile names. Each has to be declared in the ParameterDeclarations of that scenario as a whole; a value for another name has no effect, or stops the run.',
    source: 'ASAM OpenSCENARIO XML 1.1 to 1.3, section 9.3',
  },
  cost: 'usual',

  check(project, tell) {
    checkVaried(project, { unknown: tell });
  },
};
