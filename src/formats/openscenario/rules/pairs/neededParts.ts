import { listed, quoted } from '../../../../schema/words';
import { namesOf, partCheck } from '../../facts/partCheck';
import { neededParts } from '../../facts/parts';
import type { DocumentRule } from '../kinds';

/** Of parts that stand for each other, one is there. */
export const rule: DocumentRule = {
  id: 'scrutineer:xosc:1.0.0:pairs.needed_parts',
  level: 'semantics',
  severity: 'error',
  since: '1.0',
  meaning: 'Where one of several attributes or elements is needed, one is there',
  explanation: {
    asks: 'Some things can be said in one of several ways. The schema then makes each of them optional, so that it is content with none at all, though without any the element says nothing that could be carried out.',
    source: 'ASAM OpenSCENARIO XML, class reference of 1.0 to 1.3, at the parts in question',
    example: {
      wrong: '<LongitudinalDistanceAction entityRef="Ego" freespace="true" continuous="false"/>',
      right:
        '<LongitudinalDistanceAction entityRef="Ego" freespace="true" continuous="false" timeGap="2"/>',
    },
  },
  cost: 'cheap',
  check: partCheck(
    neededParts,
    (present) => present === 0,
    ({ model, row, element }) => {
      const names = namesOf(row.parts);
      const lacks =
        names.length === 2
          ? `neither ${names.map(quoted).join(' nor ')}`
          : `none of ${listed(names, 'and')}`;
      return {
        code: 'needed-part-missing',
        at: model.texts.tagRange(element),
        message: `${quoted(model.elements.nameOf(element))} has ${lacks}.`,
        help: `Add ${listed(names, 'or')}.`,
      };
    },
  ),
};
