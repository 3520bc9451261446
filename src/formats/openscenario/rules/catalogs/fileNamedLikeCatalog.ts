import { quoted } from '../../../../schema/words';
import { fileStem } from '../../project/catalogs';
import { placeIn } from '../../project/words';
import type { ProjectRule } from '../kinds';

/** A catalog's file is called like the catalog. */
export const rule: ProjectRule = {
  id: 'scrutineer:xosc:1.0.0:catalogs.file_named_like_catalog',
  level: 'project',
  severity: 'info',
  since: '1.0',
  meaning: 'A catalog that is referred to lies in a file of its name',
  explanation: {
    asks: 'The standard finds a catalog by the name in its Catalog element. Some simulators instead open the file of that name, so a catalog in a file of another name is not found by them.',
    source:
      'ASAM OpenSCENARIO XML 1.3, section 9.6; look-up by file name as common simulators do it',
  },
  cost: 'cheap',

  check({ model, references }, tell) {
    const told = new Set<string>();
    for (const { element, catalogName, entry, byFileName } of references) {
      if (!entry || byFileName || told.has(catalogName)) continue;
      told.add(catalogName);
      const { path, digest } = entry.catalog;
      if (fileStem(path) === catalogName) continue;
      tell({
        code: 'file-named-otherwise',
        at: model.valueOrTag(element, model.elements.attributeOf(element, 'catalogName')),
        message: `The catalog ${quoted(catalogName)} lies in the file ${quoted(path.slice(path.lastIndexOf('/') + 1))}.`,
        help: 'Simulators that look for a file named like the catalog do not find it.',
        related: [placeIn(path, digest.place, 'the catalog begins here')],
      });
    }
  },
};
