import { quoted } from '../../../../schema/words';
import { none } from '../../../../tree/tree';
import { forEachNamesake } from '../../model/siblings';
import type { DocumentRule } from '../kinds';

/** The entries of a catalog can be told apart by their names. */
export const rule: DocumentRule = {
  id: 'asam.net:xosc:1.2.0:reference_control.uniquely_resolvable_entity_references',
  level: 'semantics',
  severity: 'warning',
  since: '1.0',
  meaning: 'A reference to a catalog entry can only mean one entry',
  explanation: {
    asks: 'Scenarios refer to an entry of a catalog by its name. Where a catalog holds two entries of the same name, it depends on the simulator which of them a scenario gets.',
    source:
      'ASAM OpenSCENARIO XML 1.2, checker rule uniquely_resolvable_entity_references; checked here from 1.0 on',
    example: {
      wrong: '<Vehicle name="car_red" …/>\n<Vehicle name="car_red" …/>',
      right: '<Vehicle name="car_red" …/>\n<Vehicle name="car_blue" …/>',
    },
  },
  cost: 'cheap',

  check(model, tell) {
    const { elements, texts } = model;
    const catalog = elements.childNamed(0, 'Catalog');
    if (catalog === none) return;
    forEachNamesake(model, [...elements.childrenOf(catalog)], (entry, first) => {
      const name = elements.attributeOf(entry, 'name');
      tell({
        code: 'ambiguous-catalog-entry',
        at: texts.valueRange(name),
        message: `References to the entry ${quoted(texts.written(name))} of this catalog may mean this one or an earlier one.`,
        help: 'Rename one of them, or remove it.',
        related: [
          {
            message: 'the first entry of this name stands here',
            at: texts.valueRange(elements.attributeOf(first, 'name')),
          },
        ],
      });
    });
  },
};
