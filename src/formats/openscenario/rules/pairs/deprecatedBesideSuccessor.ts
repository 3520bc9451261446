import { listed, quoted } from '../../../../schema/words';
import { namesOf, partCheck, placeOf } from '../../facts/partCheck';
import { supersededParts } from '../../facts/parts';
import type { DocumentRule } from '../kinds';

/** What is deprecated does not stand beside what took its place. */
export const rule: DocumentRule = {
  id: 'scrutineer:xosc:1.1.0:pairs.deprecated_beside_successor',
  level: 'semantics',
  severity: 'warning',
  since: '1.1',
  meaning: 'What is deprecated is not used beside what took its place',
  explanation: {
    asks: 'Where a later version gave an attribute a successor, the schema allows both, and cannot forbid to use them together. Older simulators then read the one, newer ones the other; if they differ, the same file is two scenarios.',
    source:
      'ASAM OpenSCENARIO XML, class reference of 1.1 to 1.3 (deprecated attributes); checked as errors by the RA OpenSCENARIO API',
    example: {
      wrong: '<Sun intensity="5000" illuminance="5000" …/>',
      right: '<Sun illuminance="5000" …/>',
    },
  },
  cost: 'cheap',
  check: partCheck(
    supersededParts,
    (present) => (present & 1) !== 0 && present !== 1,
    ({ model, element, present: [deprecated, ...successors] }) => {
      const old = quoted(deprecated?.name ?? '');
      return {
        code: 'deprecated-beside-successor',
        at: deprecated ? placeOf(model, element, deprecated) : model.texts.tagRange(element),
        message: `${quoted(model.elements.nameOf(element))} has ${listed(namesOf(successors), 'and')} and also ${old}, which is deprecated: which of them counts is left open.`,
        help: `Leave ${old} out.`,
        related: successors.map((part) => ({
          message: `${quoted(part.name)}, which took its place, stands here`,
          at: placeOf(model, element, part),
        })),
      };
    },
  ),
};
