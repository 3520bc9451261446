import { checkVaried } from '../../project/variedScenario';
import type { ProjectRule } from '../kinds';

/** A parameter value distribution gives values of the types that its scenario declares. */
export const rule: ProjectRule = {
  id: 'scrutineer:xosc:1.1.0:distributions.values_fit_scenario',
  level: 'project',
  severity: 'error',
  since: '1.1',
  meaning: 'A parameter value distribution gives values of the types that its scenario declares',
  explanation: {
    asks: 'Each value that a distribution gives has to be one of the type that the scenario declares for the parameter: no text for a double, no fraction for an integer.',
    source: 'ASAM OpenSCENARIO XML 1.1 to 1.3, section 9.3',
  },
  cost: 'usual',

  check(project, tell) {
    checkVaried(project, { unfit: tell });
  },
};
