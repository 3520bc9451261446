import { rangeIn, type Limits } from '../../distributions/ranges';
import type { Model } from '../../model/model';
import type { DocumentRule } from '../kinds';

/** The bins of a histogram do not overlap. */
export const rule: DocumentRule = {
  id: 'scrutineer:xosc:1.1.0:distributions.histogram_bins_apart',
  level: 'semantics',
  severity: 'error',
  since: '1.1',
  meaning: 'The bins of a histogram do not overlap',
  explanation: {
    asks: 'Each bin of a histogram has a range of values and a weight. Where two ranges share more than an end, how likely the values in both are is said twice.',
    source: 'ASAM OpenSCENARIO XML 1.1, class Histogram: bins must not overlap',
    example: {
      wrong:
        '<Bin weight="1"><Range lowerLimit="0" upperLimit="10"/></Bin>\n<Bin weight="2"><Range lowerLimit="5" upperLimit="20"/></Bin>',
      right:
        '<Bin weight="1"><Range lowerLimit="0" upperLimit="10"/></Bin>\n<Bin weight="2"><Range lowerLimit="10" upperLimit="20"/></Bin>',
    },
  },
  cost: 'cheap',

  check(model, tell) {
    const { elements, texts } = model;
    for (const histogram of elements.named('Histogram')) {
      let reaching: Limits | null = null;
      for (const range of rangesOf(model, histogram)) {
        if (reaching !== null && range.lower < reaching.upper) {
          tell({
            code: 'overlapping-bins',
            at: texts.tagRange(range.element),
            message: `The bin from ${range.lower} to ${range.upper} overlaps the one from ${reaching.lower} to ${reaching.upper}.`,
            related: [
              { at: texts.tagRange(reaching.element), message: 'the other bin stands here' },
            ],
          });
        }
        if (reaching === null || range.upper > reaching.upper) reaching = range;
      }
    }
  },
};

/** The ranges of a histogram's bins that are sound, by their lower limits. */
function rangesOf(model: Model, histogram: number): Limits[] {
  const ranges: Limits[] = [];
  for (const bin of model.elements.childrenOf(histogram)) {
    const range = rangeIn(model, bin);
    if (range !== null && range.lower <= range.upper) ranges.push(range);
  }
  return ranges.sort((a, b) => a.lower - b.lower);
}
