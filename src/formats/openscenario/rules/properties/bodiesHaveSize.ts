import { quoted } from '../../../../schema/words';
import type { DocumentRule } from '../kinds';

const sizes = ['width', 'length', 'height'] as const;

/** A bounding box has a size in every direction. */
export const rule: DocumentRule = {
  id: 'scrutineer:xosc:1.0.0:properties.bodies_have_size',
  level: 'semantics',
  severity: 'info',
  since: '1.0',
  meaning: 'The sizes of a bounding box are above 0',
  explanation: {
    asks: 'The bounding box is what distances, collisions and sensors go by. One that is flat in some direction is allowed, but can hardly be hit or seen.',
    source: 'ASAM OpenSCENARIO XML, class reference of Dimensions, which allows 0',
    example: {
      wrong: '<Dimensions width="2" length="4" height="0"/>',
      right: '<Dimensions width="2" length="4" height="1.5"/>',
    },
  },
  cost: 'cheap',

  check(model, tell) {
    const { elements, texts, values } = model;
    for (const dimensions of elements.named('Dimensions')) {
      for (const size of sizes) {
        const attribute = elements.attributeOf(dimensions, size);
        if (values.numberOf(attribute) !== 0) continue;
        tell({
          code: 'flat-body',
          at: texts.valueRange(attribute),
          message: `The bounding box has a ${quoted(size)} of 0, and so no volume.`,
        });
      }
    }
  },
};
