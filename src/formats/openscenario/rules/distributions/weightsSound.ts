import { none } from '../../../../tree/tree';
import { numberAt } from '../../distributions/ranges';
import type { Model } from '../../model/model';
import type { Tell } from '../../../../rules/rule';
import { quoted } from '../../../../schema/words';
import type { DocumentRule } from '../kinds';

/** Elements whose children are drawn by their weights. */
const weighted = ['ProbabilityDistributionSet', 'Histogram'] as const;

/** Weights are not negative, and one of them at least is more than zero. */
export const rule: DocumentRule = {
  id: 'scrutineer:xosc:1.1.0:distributions.weights_sound',
  level: 'semantics',
  severity: 'error',
  since: '1.1',
  meaning:
    'Weights of a probability set or a histogram are not negative, and their sum is above zero',
  explanation: {
    asks: 'A value or bin is drawn as often as its weight says, compared with the sum of all. Nothing is drawn less than never, and where all weights are zero nothing can be drawn at all.',
    source:
      'ASAM OpenSCENARIO XML 1.1, classes ProbabilityDistributionSetElement and HistogramBin: the probability is weight/sum',
    example: {
      wrong: '<Element value="10" weight="0"/><Element value="20" weight="-1"/>',
      right: '<Element value="10" weight="1"/><Element value="20" weight="3"/>',
    },
  },
  cost: 'cheap',

  check(model, tell) {
    for (const name of weighted) {
      for (const element of model.elements.named(name)) tellUnsound(model, element, tell);
    }
  },
};

function tellUnsound(model: Model, element: number, tell: Tell): void {
  const { elements, texts } = model;
  let sum = 0;
  for (const child of elements.childrenOf(element)) {
    const weight = numberAt(model, child, 'weight');
    if (weight < 0) {
      const attribute = elements.attributeOf(child, 'weight');
      tell({
        code: 'negative-weight',
        at: texts.valueRange(attribute),
        message: `The weight ${quoted(texts.written(attribute))} is negative.`,
        help: 'Use 0 for what shall never be drawn.',
      });
    }
    sum += Math.max(weight, 0);
  }
  if (sum !== 0 || elements.firstChildOf(element) === none) return;
  tell({
    code: 'no-weight',
    at: texts.tagRange(element),
    message: `No weight in ${quoted(elements.nameOf(element))} is above 0, so that nothing can be drawn.`,
  });
}
