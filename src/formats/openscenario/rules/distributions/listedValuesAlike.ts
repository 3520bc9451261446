import type { Tell } from '../../../../rules/rule';
import { quoted } from '../../../../schema/words';
import type { Model } from '../../model/model';
import type { DocumentRule } from '../kinds';

/** Elements that list values of one parameter. */
const lists = ['DistributionSet', 'ProbabilityDistributionSet'] as const;

/** How many numbers there have to be before a single other value looks like a slip. */
const fewNumbers = 2;

/** The values that are listed for one parameter look like values of one type, and differ. */
export const rule: DocumentRule = {
  id: 'scrutineer:xosc:1.1.0:distributions.listed_values_alike',
  level: 'semantics',
  severity: 'warning',
  since: '1.1',
  meaning: 'The values listed for one parameter are of one type, and none is listed twice',
  explanation: {
    asks: 'A list holds values of one parameter, which has one type: a single text among numbers is a slip. A value that is listed twice is told as a note: its run is made twice.',
    source:
      'Own, about ASAM OpenSCENARIO XML 1.1, classes DistributionSet and ProbabilityDistributionSet',
  },
  cost: 'cheap',

  check(model, tell) {
    for (const name of lists) {
      for (const list of model.elements.named(name)) tellUnlike(model, list, tell);
    }
  },
};

function tellUnlike(model: Model, list: number, tell: Tell): void {
  const { elements, texts, values } = model;
  const firsts = new Map<number, number>();
  const others: number[] = [];
  let numbers = 0;
  for (const element of elements.childrenOf(list)) {
    const attribute = elements.attributeOf(element, 'value');
    const value = values.idOf(attribute);
    if (value === 0) continue;
    const first = firsts.get(value);
    if (first === undefined) firsts.set(value, attribute);
    else tellRepeated(model, attribute, first, tell);
    if (Number.isNaN(values.numberOf(attribute))) others.push(attribute);
    else numbers++;
  }
  const [other] = others;
  if (other === undefined || others.length > 1 || numbers < fewNumbers) return;
  tell({
    code: 'unlike-value',
    at: texts.valueRange(other),
    message: `${quoted(texts.written(other))} is no number, unlike all other values in the list.`,
  });
}

function tellRepeated({ texts }: Model, attribute: number, first: number, tell: Tell): void {
  tell({
    code: 'repeated-value',
    severity: 'info',
    at: texts.valueRange(attribute),
    message: `The value ${quoted(texts.written(attribute))} is listed twice.`,
    related: [{ at: texts.valueRange(first), message: 'the value stands here first' }],
  });
}
