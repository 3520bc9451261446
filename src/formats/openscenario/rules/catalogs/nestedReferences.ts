import { quoted } from '../../../../schema/words';
import { helpOn, placeIn } from '../../project/words';
import type { ProjectRule } from '../kinds';

/** What an entry of a catalog refers to exists. */
export const rule: ProjectRule = {
  id: 'scrutineer:xosc:1.0.0:catalogs.nested_references_resolvable',
  level: 'project',
  severity: 'error',
  since: '1.0',
  meaning: 'What an entry of a catalog refers to can be found by the scenario that uses the entry',
  explanation: {
    asks: 'A catalog has no CatalogLocations of its own: an entry that refers to another catalog relies on the folders of the scenario that uses it. The scenario has to name the folders of both.',
    source: 'ASAM OpenSCENARIO XML 1.3, sections 9.4 and 9.6',
  },
  cost: 'usual',

  check({ model, references, catalogs }, tell) {
    if (!catalogs.complete) return;
    for (const { element, entry } of references) {
      for (const nested of entry?.entry.references ?? []) {
        if ((nested.catalog + nested.entry).includes('$')) continue;
        if (!entry || catalogs.entry(nested.catalog, nested.entry)) continue;
        tell({
          code: 'nested-reference',
          at: model.texts.tagRange(element),
          message: `The entry ${quoted(entry.entry.name)} refers to ${quoted(nested.entry)} in the catalog ${quoted(nested.catalog)}, which cannot be found.`,
          help: helpOn(nested.catalog, catalogs.names, '`CatalogLocations` leads to'),
          related: [
            placeIn(entry.catalog.path, nested.place, 'the reference in the catalog stands here'),
          ],
        });
      }
    }
  },
};
