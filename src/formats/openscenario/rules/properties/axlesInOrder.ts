import { quoted } from '../../../../schema/words';
import { none } from '../../../../tree/tree';
import { numberWords } from '../../facts/interval';
import type { DocumentRule } from '../kinds';

/** The front axle is in front. */
export const rule: DocumentRule = {
  id: 'scrutineer:xosc:1.0.0:properties.axles_in_order',
  level: 'semantics',
  severity: 'warning',
  since: '1.0',
  meaning: 'The front axle of a vehicle is in front of its rear axle',
  explanation: {
    asks: 'The positions of axles are measured from the vehicle’s reference point, the middle of its rear axle, forwards. A front axle that is not in front of the rear axle gives a wheel base of 0 or less, which vehicle models divide by.',
    source: 'ASAM OpenSCENARIO XML, class reference of Axle and Axles',
    example: {
      wrong: '<FrontAxle positionX="0" …/>\n<RearAxle positionX="2.9" …/>',
      right: '<FrontAxle positionX="2.9" …/>\n<RearAxle positionX="0" …/>',
    },
  },
  cost: 'cheap',

  check(model, tell) {
    const { elements, texts, values } = model;
    for (const axles of elements.named('Axles')) {
      const front = elements.childNamed(axles, 'FrontAxle');
      const rear = elements.childNamed(axles, 'RearAxle');
      if (front === none || rear === none) continue;
      const attribute = elements.attributeOf(front, 'positionX');
      const ahead = values.numberOf(attribute);
      const behind = elements.attributeOf(rear, 'positionX');
      if (!(ahead <= values.numberOf(behind))) continue;
      tell({
        code: 'axles-exchanged',
        at: texts.valueRange(attribute),
        message: `The front axle, at ${numberWords(ahead)} m, is not in front of the rear axle, at ${numberWords(values.numberOf(behind))} m.`,
        help: `Positions are measured forwards, mostly from the rear axle: ${quoted('positionX')} of ${quoted('FrontAxle')} is the wheel base.`,
        related: [
          { message: 'the position of the rear axle is given here', at: texts.valueRange(behind) },
        ],
      });
    }
  },
};
