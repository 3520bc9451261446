import { quoted } from '../../../../schema/words';
import { helpOnPath } from '../../project/words';
import type { ProjectRule } from '../kinds';

/** What each element's file is, for messages. */
const purposes: Readonly<Record<string, string>> = {
  SceneGraphFile: 'scene graph file',
  ScenarioFile: 'scenario file',
};

/** Files that a document names exist, other than the road network. */
export const rule: ProjectRule = {
  id: 'scrutineer:xosc:1.0.0:files.exist',
  level: 'project',
  severity: 'warning',
  since: '1.0',
  meaning: 'The files that SceneGraphFile and ScenarioFile name exist',
  explanation: {
    asks: 'A parameter value distribution names the scenario that it is for, a road network may name a three-dimensional model of it. The paths are relative to the file that they are written in.',
    source: 'ASAM OpenSCENARIO XML 1.1 to 1.3, class reference: File@filepath',
  },
  cost: 'cheap',

  check({ model, needs, answers }, tell) {
    const { elements, texts } = model;
    for (const { attribute, path } of needs) {
      const purpose = purposes[elements.nameOf(elements.elementOf(attribute))];
      const answer = answers.get(attribute);
      if (purpose === undefined || answer?.found !== 'nothing') continue;
      tell({
        code: 'file-missing',
        at: texts.valueRange(attribute),
        message: `There is no ${purpose} ${quoted(path)}.`,
        help: helpOnPath(answer),
      });
    }
  },
};
