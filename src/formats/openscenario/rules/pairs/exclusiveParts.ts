import { listed, quoted } from '../../../../schema/words';
import { namesOf, partCheck, placeOf } from '../../facts/partCheck';
import { exclusiveParts } from '../../facts/parts';
import type { DocumentRule } from '../kinds';

/** Parts that exclude each other are not there together. */
export const rule: DocumentRule = {
  id: 'scrutineer:xosc:1.0.0:pairs.exclusive_parts',
  level: 'semantics',
  severity: 'error',
  since: '1.0',
  meaning: 'Attributes and elements that exclude each other are not used together',
  explanation: {
    asks: 'Some things can be said in one of several ways, such as a gap in metres or in seconds. The schema cannot forbid to use two of them at once, and which one counts is then up to the simulator.',
    source:
      'ASAM OpenSCENARIO XML, class reference of 1.0 to 1.3: “must not be used when”, “either … or” beside the parts',
    example: {
      wrong: '<LongitudinalDistanceAction distance="20" timeGap="2" …/>',
      right: '<LongitudinalDistanceAction timeGap="2" …/>',
    },
  },
  cost: 'cheap',
  check: partCheck(
    exclusiveParts,
    (present) => (present & (present - 1)) !== 0,
    ({ model, element, present }) => {
      const names = namesOf(present);
      const [first, second] = present
        .map((part) => ({ part, at: placeOf(model, element, part) }))
        .sort((a, b) => a.at[0] - b.at[0]);
      return {
        code: 'exclusive-parts',
        at: second?.at ?? model.texts.tagRange(element),
        message: `${quoted(model.elements.nameOf(element))} has ${listed(names, 'and')}, which exclude each other.`,
        help: `Keep ${listed(names, 'or')}, but not more than one of them.`,
        related: first
          ? [{ message: `the other one, ${quoted(first.part.name)}, stands here`, at: first.at }]
          : [],
      };
    },
  ),
};
