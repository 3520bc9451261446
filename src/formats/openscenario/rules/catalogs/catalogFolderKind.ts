import { quoted } from '../../../../schema/words';
import { catalogKinds } from '../../project/catalogKinds';
import { placeIn } from '../../project/words';
import type { ProjectRule } from '../kinds';

/** An entry lies in a folder that CatalogLocations names for its kind. */
export const rule: ProjectRule = {
  id: 'scrutineer:xosc:1.0.0:catalogs.located_by_kind',
  level: 'project',
  severity: 'warning',
  since: '1.0',
  meaning: 'The folder of a catalog is named for the kind of entries that are taken from it',
  explanation: {
    asks: 'CatalogLocations has one element for each kind of catalog. A simulator that looks for a vehicle may look into the folder of VehicleCatalog only, so a catalog that only another kind names is found by some simulators and not by others.',
    source: 'ASAM OpenSCENARIO XML 1.3, section 9.6; CatalogLocations in the class reference',
  },
  cost: 'cheap',

  check(project, tell) {
    const { model, references, catalogs } = project;
    for (const { element, catalogName, entry } of references) {
      if (!entry) continue;
      const { path } = entry.catalog;
      const { kind } = entry.entry;
      const folders = catalogs.all.filter((catalog) => catalog.path === path);
      if (folders.some((catalog) => catalog.kind === kind)) continue;
      const holder = Object.keys(catalogKinds).find((name) => catalogKinds[name] === kind);
      if (holder === undefined) continue;
      tell({
        code: 'other-location',
        at: model.valueOrTag(element, model.elements.attributeOf(element, 'catalogName')),
        message: `The catalog ${quoted(catalogName)} holds a ${quoted(kind)}, and lies in no folder of ${quoted(holder)}.`,
        help: `Name its folder in ${quoted(holder)} too.`,
        related: [placeIn(path, entry.catalog.digest.place, 'the catalog begins here')],
      });
    }
  },
};
