import { limitsOf } from '../../distributions/ranges';
import type { DocumentRule } from '../kinds';

/** A range's lower limit is not above its upper one. */
export const rule: DocumentRule = {
  id: 'scrutineer:xosc:1.1.0:distributions.ranges_ascending',
  level: 'semantics',
  severity: 'error',
  since: '1.1',
  meaning: 'The lower limit of a range is not above its upper limit',
  explanation: {
    asks: 'A range from 10 to 5 holds no value: nothing can be drawn from it, and no step leads through it.',
    source: 'ASAM OpenSCENARIO XML 1.1, class Range; esmini refuses such files as well',
    example: {
      wrong: '<Range lowerLimit="10" upperLimit="5"/>',
      right: '<Range lowerLimit="5" upperLimit="10"/>',
    },
  },
  cost: 'cheap',

  check(model, tell) {
    if (model.kind !== 'distribution') return;
    for (const element of model.elements.named('Range')) {
      const { lower, upper } = limitsOf(model, element);
      if (!(lower > upper)) continue;
      tell({
        code: 'descending-range',
        at: model.texts.tagRange(element),
        message: `The lower limit of the range, ${lower}, is above its upper limit, ${upper}.`,
        help: 'Swap them, if they are the right ones.',
      });
    }
  },
};
