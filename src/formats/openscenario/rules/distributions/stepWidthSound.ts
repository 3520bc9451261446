import { numberAt, rangeIn } from '../../distributions/ranges';
import type { DocumentRule } from '../kinds';

/** The steps through a range lead somewhere. */
export const rule: DocumentRule = {
  id: 'scrutineer:xosc:1.1.0:distributions.step_width_sound',
  level: 'semantics',
  severity: 'error',
  since: '1.1',
  meaning: 'The step width of a range is above zero and not wider than the range',
  explanation: {
    asks: 'A DistributionRange goes from its lower limit to its upper one in steps. Steps of zero or less never arrive. A step wider than the range leaves the lower limit as the only value, which is told as a warning.',
    source: 'ASAM OpenSCENARIO XML 1.1, class DistributionRange',
    example: {
      wrong: '<DistributionRange stepWidth="0"><Range lowerLimit="5" upperLimit="60"/>',
      right: '<DistributionRange stepWidth="5"><Range lowerLimit="5" upperLimit="60"/>',
    },
  },
  cost: 'cheap',

  check(model, tell) {
    const { elements, texts } = model;
    for (const element of elements.named('DistributionRange')) {
      const step = numberAt(model, element, 'stepWidth');
      const at = texts.valueRange(elements.attributeOf(element, 'stepWidth'));
      const range = rangeIn(model, element);
      const width = range === null ? NaN : range.upper - range.lower;
      if (step <= 0) {
        tell({
          code: 'no-step',
          at,
          message: `Steps of ${step} never lead through the range.`,
          help: 'The step width has to be above 0.',
        });
      } else if (width > 0 && step > width) {
        tell({
          code: 'wide-step',
          severity: 'warning',
          at,
          message: `The step of ${step} is wider than the range, ${width}: its lower limit is the only value.`,
        });
      }
    }
  },
};
