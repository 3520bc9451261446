import { quoted } from '../../../../schema/words';
import type { Model } from '../../model/model';
import type { DocumentRule } from '../kinds';

/** All sets of one distribution assign the same parameters. */
export const rule: DocumentRule = {
  id: 'scrutineer:xosc:1.1.0:distributions.value_sets_alike',
  level: 'semantics',
  severity: 'warning',
  since: '1.1',
  meaning: 'All value sets of one distribution assign the same parameters',
  explanation: {
    asks: 'Each ParameterValueSet stands for one run. A parameter that a set leaves out keeps the value that the scenario declares, which is rarely meant where the other sets assign it.',
    source: 'Own, about ASAM OpenSCENARIO XML 1.1, class ValueSetDistribution',
  },
  cost: 'cheap',

  check(model, tell) {
    const { elements, texts } = model;
    for (const distribution of elements.named('ValueSetDistribution')) {
      const sets = [...elements.childrenOf(distribution)].map((set) => ({
        set,
        names: namesIn(model, set),
      }));
      const all = new Set(sets.flatMap(({ names }) => [...names]));
      for (const { set, names } of sets) {
        if (names.size === all.size) continue;
        const missing = [...all]
          .filter((name) => !names.has(name))
          .map((id) => texts.interner.text(id));
        tell({
          code: 'incomplete-set',
          at: texts.tagRange(set),
          message: `The set leaves out ${missing.map(quoted).join(', ')}, which other sets assign.`,
        });
      }
    }
  },
};

function namesIn({ elements, values }: Model, set: number): Set<number> {
  const names = new Set<number>();
  for (const assignment of elements.childrenOf(set)) {
    const name = values.idOf(elements.attributeOf(assignment, 'parameterRef'));
    if (name !== 0) names.add(name);
  }
  return names;
}
