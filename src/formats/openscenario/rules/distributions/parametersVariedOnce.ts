import type { Tell } from '../../../../rules/rule';
import { quoted } from '../../../../schema/words';
import { none } from '../../../../tree/tree';
import { givenParameters } from '../../distributions/given';
import type { Model } from '../../model/model';
import type { DocumentRule } from '../kinds';

/** Each parameter is varied in one place. */
export const rule: DocumentRule = {
  id: 'scrutineer:xosc:1.1.0:distributions.parameters_varied_once',
  level: 'semantics',
  severity: 'error',
  since: '1.1',
  meaning: 'No parameter is given values by two distributions, or twice in one set',
  explanation: {
    asks: 'All distributions of a file hold at the same time. A parameter that two of them give values to has two values in each run. Assigning it twice within one set is told as a warning: the common implementations take the last.',
    source: 'Follows from ASAM OpenSCENARIO XML 1.1, section 9.3',
  },
  cost: 'cheap',

  check(model, tell) {
    const { elements } = model;
    /** By name, the first place that names it, and the distribution that place is in. */
    const firsts = new Map<string, { naming: number; distribution: number; set: number }>();
    for (const { naming, name, element } of givenParameters(model)) {
      const isAssigned = elements.nameOf(element) === 'ParameterAssignment';
      const set = isAssigned ? elements.parentOf(element) : none;
      const distribution = isAssigned ? elements.parentOf(set) : element;
      const first = firsts.get(name);
      if (first === undefined || (first.distribution === distribution && first.set !== set)) {
        firsts.set(name, { naming, distribution, set });
        continue;
      }
      tellTwice(model, name, naming, first, first.distribution === distribution, tell);
    }
  },
};

function tellTwice(
  { texts }: Model,
  name: string,
  naming: number,
  first: { naming: number },
  isOneSet: boolean,
  tell: Tell,
): void {
  const related = [
    { at: texts.valueRange(first.naming), message: 'the parameter is named here first' },
  ];
  const at = texts.valueRange(naming);
  if (isOneSet) {
    const message = `The parameter ${quoted(name)} is assigned twice in one set.`;
    tell({ code: 'assigned-twice', severity: 'warning', at, message, related });
    return;
  }
  tell({
    code: 'varied-twice',
    at,
    message: `The parameter ${quoted(name)} is given values by two distributions.`,
    related,
  });
}
