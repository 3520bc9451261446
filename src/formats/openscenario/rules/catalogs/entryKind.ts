import { joined, quoted } from '../../../../schema/words';
import { placeIn } from '../../project/words';
import type { ProjectRule } from '../kinds';

/** An entry is of a kind that may stand where it is referred to. */
export const rule: ProjectRule = {
  id: 'scrutineer:xosc:1.0.0:catalogs.entry_kind',
  level: 'project',
  severity: 'error',
  since: '1.0',
  meaning: 'A CatalogReference leads to an entry of a kind that fits where it stands',
  explanation: {
    asks: 'A CatalogReference takes the place of an element, so its entry has to be of that kind: a scenario object needs a vehicle, a pedestrian or a miscellaneous object, an environment action an environment, and so on.',
    source:
      'ASAM OpenSCENARIO XML 1.0 to 1.3, class reference: each use says what its CatalogReference must point to',
    example: {
      wrong:
        '<ScenarioObject name="Ego"><CatalogReference catalogName="Controllers" entryName="acc"/>',
      right:
        '<ScenarioObject name="Ego"><CatalogReference catalogName="Vehicles" entryName="sedan"/>',
    },
  },
  cost: 'cheap',

  check(project, tell) {
    const { model, references } = project;
    for (const { element, entryName, entry } of references) {
      if (!entry) continue;
      const kinds = project.kindsFor(element);
      if (kinds.length === 0 || kinds.includes(entry.entry.kind)) continue;
      const use = model.elements.nameOf(model.elements.parentOf(element));
      tell({
        code: 'wrong-kind',
        at: model.valueOrTag(element, model.elements.attributeOf(element, 'entryName')),
        message: `${quoted(entryName)} is a ${quoted(entry.entry.kind)}, and ${quoted(use)} needs a ${joined(kinds.map(quoted), 'or')}.`,
        related: [placeIn(entry.catalog.path, entry.entry.place, 'the entry stands here')],
      });
    }
  },
};
