import { quoted } from '../../../../schema/words';
import { helpOnPath } from '../../project/words';
import type { ProjectRule } from '../kinds';

/** What the elements' files are, for messages. */
const files: Readonly<Record<string, string>> = {
  LogicFile: 'road network file',
  SceneGraphFile: 'scene graph file',
};

/** The files of the road network exist. */
export const rule: ProjectRule = {
  id: 'asam.net:xosc:1.0.0:reference_control.road_network_availability',
  level: 'project',
  // Where simulators look for them besides is their own business: some have folders of their own.
  severity: 'warning',
  since: '1.0',
  meaning: 'The files that LogicFile and SceneGraphFile name exist',
  explanation: {
    asks: 'LogicFile names the file of the road network, usually OpenDRIVE, and SceneGraphFile a three-dimensional model of it, by paths relative to the scenario. Without the road network no position on a road or a lane means anything.',
    source:
      'ASAM OpenSCENARIO XML 1.3.1, Annex C, road_network_availability; class reference: RoadNetwork, File@filepath',
    example: {
      wrong: '<LogicFile filepath="/home/me/roads/curve.xodr"/>',
      right: '<LogicFile filepath="../xodr/curve.xodr"/>',
    },
  },
  cost: 'cheap',

  check({ model, needs, answers }, tell) {
    const { elements, texts } = model;
    for (const { attribute, path } of needs) {
      const element = elements.nameOf(elements.elementOf(attribute));
      const file = files[element];
      const answer = answers.get(attribute);
      if (file === undefined || !answer) continue;
      const at = texts.valueRange(attribute);
      if (answer.found === 'nothing' && !path.includes('.')) {
        tell({
          code: 'no-file-named',
          at,
          message: `${quoted(path)} is no path of a file.`,
          help: 'Some simulators take such a name for a map of their own. Others need the path of a road network file.',
        });
      } else if (answer.found === 'nothing') {
        tell({
          code: 'file-missing',
          at,
          message: `There is no ${file} ${quoted(path)}.`,
          help: helpOnPath(answer),
        });
      } else if (answer.found === 'folder') {
        tell({
          code: 'file-is-folder',
          at,
          message: `${quoted(path)} is a folder, and \`${element}\` is to name a file.`,
        });
      }
    }
  },
};
