import { quoted } from '../../../../schema/words';
import { none } from '../../../../tree/tree';
import type { DocumentRule } from '../kinds';

const angles = ['h', 'p', 'r'] as const;

/** An orientation says what its angles are relative to. */
export const rule: DocumentRule = {
  id: 'scrutineer:xosc:1.3.0:positioning.orientation_type',
  level: 'semantics',
  severity: 'info',
  since: '1.3',
  meaning: 'An orientation says whether it is absolute or relative',
  explanation: {
    asks: 'The type of an Orientation is optional, and simulators do not agree on what holds without it: at least one takes its angles for absolute in files up to 1.2, and for relative in files of 1.3. An entity then looks elsewhere than was meant, though nothing is reported.',
    source:
      'ASAM OpenSCENARIO XML 1.3, class reference of Orientation (type is optional, without a default); behaviour of esmini',
    example: { wrong: '<Orientation h="1.57"/>', right: '<Orientation type="absolute" h="1.57"/>' },
  },
  cost: 'cheap',

  check(model, tell) {
    const { elements, texts, values } = model;
    for (const orientation of elements.named('Orientation')) {
      if (elements.attributeOf(orientation, 'type') !== none) continue;
      const turned = angles.some((angle) => {
        const attribute = elements.attributeOf(orientation, angle);
        return attribute !== none && values.numberOf(attribute) !== 0;
      });
      // Angles of 0 differ too, but are what those write who mean nothing by them.
      if (!turned) continue;
      tell({
        code: 'type-missing',
        at: texts.tagRange(orientation),
        message: `${quoted('Orientation')} has no ${quoted('type')}, and simulators do not agree on what holds then.`,
        help: `Add ${quoted('type="relative"')} or ${quoted('type="absolute"')}.`,
      });
    }
  },
};
