import { quoted } from '../../../../schema/words';
import { helpOnPath } from '../../project/words';
import type { ProjectRule } from '../kinds';

/** Every folder of CatalogLocations exists, once a catalog is referred to. */
export const rule: ProjectRule = {
  id: 'asam.net:xosc:1.0.0:reference_control.catalogs_referenced_by_directory',
  level: 'project',
  severity: 'warning',
  since: '1.0',
  meaning: 'Each Directory of CatalogLocations is the path of a folder that exists',
  explanation: {
    asks: 'CatalogLocations names, for each kind of catalog, the folder whose catalog files are to be read. The path is relative to the folder of the scenario and names a folder, not a file. Where it leads nowhere, no entry of that kind can be found.',
    source:
      'ASAM OpenSCENARIO XML 1.3.1, Annex C, catalogs_referenced_by_directory; section 9.6 on how catalogs are located',
    example: {
      wrong: '<Directory path="../catalogs/VehicleCatalog.xosc"/>',
      right: '<Directory path="../catalogs"/>',
    },
  },
  cost: 'cheap',

  check({ model, needs, answers }, tell) {
    for (const { attribute, path, want } of needs) {
      if (want !== 'folder') continue;
      const answer = answers.get(attribute);
      const at = model.texts.valueRange(attribute);
      if (answer?.found === 'nothing') {
        tell({
          code: 'folder-missing',
          at,
          message: `There is no folder ${quoted(path)}.`,
          help: helpOnPath(answer),
        });
      } else if (answer?.found === 'file') {
        tell({
          code: 'folder-is-file',
          at,
          message: `${quoted(path)} is a file, and \`Directory\` is to name a folder.`,
          help: 'Name the folder that the catalog files lie in. Some simulators take a file here, others find no catalog then.',
        });
      }
    }
  },
};
