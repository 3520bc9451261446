import { quoted } from '../../../../schema/words';
import type { ProjectRule } from '../kinds';

/** Paths are spelt as the files are. */
export const rule: ProjectRule = {
  id: 'scrutineer:xosc:1.0.0:files.spelt_as_they_are',
  level: 'project',
  severity: 'warning',
  since: '1.0',
  meaning: 'Paths to files and folders have the case of letters that the files have',
  explanation: {
    asks: 'Windows takes upper and lower case for the same in file names, Linux does not. A path that differs from the file in case works on the one and fails on the other, most often on the machine that runs the simulations.',
    source: 'How file systems work; no rule of the standard',
    example: {
      wrong: '<LogicFile filepath="../XODR/Curve.xodr"/>',
      right: '<LogicFile filepath="../xodr/curve.xodr"/>',
    },
  },
  cost: 'cheap',

  check({ model, needs, answers }, tell) {
    for (const { attribute, path } of needs) {
      const answer = answers.get(attribute);
      if (answer?.found !== 'file' && answer?.found !== 'folder') continue;
      if (answer.exact) continue;
      tell({
        code: 'other-case',
        at: model.texts.valueRange(attribute),
        message: `${quoted(path)} is spelt otherwise than the ${answer.found}, which is ${quoted(answer.path)}.`,
        help: 'Upper and lower case count on Linux.',
      });
    }
  },
};
