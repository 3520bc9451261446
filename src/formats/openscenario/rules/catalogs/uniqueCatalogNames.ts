import { quoted } from '../../../../schema/words';
import { placeIn } from '../../project/words';
import type { ProjectRule } from '../kinds';

/** A catalog that is referred to is the only one of its name. */
export const rule: ProjectRule = {
  id: 'scrutineer:xosc:1.0.0:catalogs.unique_catalog_names',
  level: 'project',
  severity: 'warning',
  since: '1.0',
  meaning: 'No two catalogs that a scenario can refer to have the same name',
  explanation: {
    asks: 'A catalog is found by its name. Where two files hold catalogs of the same name, it depends on the simulator, and on the order in which it reads the folder, which one counts.',
    source: 'ASAM OpenSCENARIO XML 1.3, section 9.6: catalogs are located by their name',
  },
  cost: 'cheap',

  check({ model, references }, tell) {
    const told = new Set<string>();
    for (const { element, catalogName, catalogs, byFileName } of references) {
      const [first, second] = catalogs;
      if (byFileName || !first || !second || told.has(catalogName)) continue;
      told.add(catalogName);
      tell({
        code: 'catalog-twice',
        at: model.valueOrTag(element, model.elements.attributeOf(element, 'catalogName')),
        message: `${catalogs.length} files hold a catalog named ${quoted(catalogName)}.`,
        help: 'Give each catalog a name of its own, or name only one of the folders.',
        related: catalogs.map(({ path, digest }) =>
          placeIn(path, digest.place, 'one of them begins here'),
        ),
      });
    }
  },
};
