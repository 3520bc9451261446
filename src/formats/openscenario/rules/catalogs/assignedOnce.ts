import { quoted } from '../../../../schema/words';
import { none } from '../../../../tree/tree';
import type { DocumentRule } from '../kinds';

/** A reference assigns each parameter once. */
export const rule: DocumentRule = {
  id: 'scrutineer:xosc:1.0.0:catalogs.assigned_once',
  level: 'semantics',
  severity: 'warning',
  since: '1.0',
  meaning: 'A set of ParameterAssignments names each parameter once',
  explanation: {
    asks: 'Where a parameter is assigned twice, simulators disagree on which value counts.',
    source: 'ASAM OpenSCENARIO XML 1.3, section 9.5; readers that warn and take the last one',
  },
  cost: 'cheap',

  check({ elements, texts }, tell) {
    for (const container of elements.named('ParameterAssignments')) {
      const seen = new Map<number, number>();
      for (const assignment of elements.childrenOf(container)) {
        const attribute = elements.attributeOf(assignment, 'parameterRef');
        if (attribute === none) continue;
        const name = texts.writtenId(attribute);
        const first = seen.get(name);
        if (first === undefined) {
          seen.set(name, attribute);
          continue;
        }
        tell({
          code: 'assigned-twice',
          at: texts.valueRange(attribute),
          message: `${quoted(texts.written(attribute))} is assigned twice.`,
          help: 'Keep one of the two.',
          related: [{ at: texts.valueRange(first), message: 'the first assignment stands here' }],
        });
      }
    }
  },
};
