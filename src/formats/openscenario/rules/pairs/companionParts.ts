import { quoted } from '../../../../schema/words';
import { partCheck, placeOf } from '../../facts/partCheck';
import { companionParts } from '../../facts/parts';
import type { DocumentRule } from '../kinds';

/** Parts that need each other are there together. */
export const rule: DocumentRule = {
  id: 'scrutineer:xosc:1.0.0:pairs.companion_parts',
  level: 'semantics',
  severity: 'warning',
  since: '1.0',
  meaning: 'Attributes that mean nothing without another one come with it',
  explanation: {
    asks: 'Some optional attributes only mean something together: a clothoid’s start time and stop time. With one of them alone, simulators leave it out or assume a value for the other.',
    source: 'ASAM OpenSCENARIO XML, class reference of 1.0 to 1.3, at the attributes in question',
    example: {
      wrong: '<Clothoid startTime="0" …>',
      right: '<Clothoid startTime="0" stopTime="8" …>',
    },
  },
  cost: 'cheap',
  check: partCheck(
    companionParts,
    (present) => present === 1,
    ({ model, row, element, present }) => {
      const [needing] = present;
      const needed = quoted(row.parts[1]?.name ?? '');
      const alone = quoted(needing?.name ?? '');
      return {
        code: 'companion-missing',
        at: needing ? placeOf(model, element, needing) : model.texts.tagRange(element),
        message: `${quoted(model.elements.nameOf(element))} has ${alone}, but no ${needed}.`,
        help: `Add ${needed}, or leave ${alone} out.`,
      };
    },
  ),
};
