import { quoted } from '../../../../schema/words';
import { helpOnPath } from '../../project/words';
import type { ProjectRule } from '../kinds';

/** The road network's file exists and is one. */
export const rule: ProjectRule = {
  id: 'asam.net:xosc:1.0.0:reference_control.road_network_reference',
  level: 'project',
  // Where simulators look for it besides is their own business: some have folders of their own.
  severity: 'warning',
  since: '1.0',
  meaning: 'LogicFile names a road network file that exists',
  explanation: {
    asks: 'LogicFile names the file of the road network, usually OpenDRIVE, by a path relative to the scenario. Without it no position on a road or a lane means anything.',
    source:
      'ASAM OpenSCENARIO XML 1.3.1, Annex C, road_network_reference; class reference: RoadNetwork, File@filepath',
    example: {
      wrong: '<LogicFile filepath="/home/me/roads/curve.xodr"/>',
      right: '<LogicFile filepath="../xodr/curve.xodr"/>',
    },
  },
  cost: 'cheap',

  check({ model, needs, answers }, tell) {
    const { elements, texts } = model;
    for (const { attribute, path } of needs) {
      if (elements.nameOf(elements.elementOf(attribute)) !== 'LogicFile') continue;
      const answer = answers.get(attribute);
      if (answer?.found === 'nothing' && !path.includes('.')) {
        tell({
          code: 'no-file-named',
          at: texts.valueRange(attribute),
          message: `${quoted(path)} is no path of a file.`,
          help: 'Some simulators take such a name for a map of their own. Others need the path of a road network file.',
        });
      } else if (answer?.found === 'nothing') {
        tell({
          code: 'file-missing',
          at: texts.valueRange(attribute),
          message: `There is no road network file ${quoted(path)}.`,
          help: helpOnPath(answer),
        });
      } else if (answer?.found === 'folder') {
        tell({
          code: 'file-is-folder',
          at: texts.valueRange(attribute),
          message: `${quoted(path)} is a folder, and \`LogicFile\` is to name a file.`,
        });
      }
    }
  },
};
