import { quoted } from '../../../../schema/words';
import { helpOnPath } from '../../project/words';
import type { ProjectRule } from '../kinds';

/** The scenario that a parameter value distribution names exists. */
export const rule: ProjectRule = {
  id: 'scrutineer:xosc:1.1.0:files.scenario_exists',
  level: 'project',
  severity: 'warning',
  since: '1.1',
  meaning: 'The file that ScenarioFile names exists',
  explanation: {
    asks: 'A parameter value distribution names the scenario that it is for, by a path relative to its own file.',
    source: 'ASAM OpenSCENARIO XML 1.1 to 1.3, class reference: File@filepath',
  },
  cost: 'cheap',

  check({ model, needs, answers }, tell) {
    const { elements, texts } = model;
    for (const { attribute, path } of needs) {
      if (elements.nameOf(elements.elementOf(attribute)) !== 'ScenarioFile') continue;
      const answer = answers.get(attribute);
      if (answer?.found !== 'nothing') continue;
      tell({
        code: 'file-missing',
        at: texts.valueRange(attribute),
        message: `There is no scenario file ${quoted(path)}.`,
        help: helpOnPath(answer),
      });
    }
  },
};
