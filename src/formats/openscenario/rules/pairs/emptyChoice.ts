import { expectedFirst } from '../../../../schema/lookups';
import { TypeFinder } from '../../../../schema/types';
import { oneOf, quoted } from '../../../../schema/words';
import { none } from '../../../../tree/tree';
import { oneChildElements } from '../../facts/parts';
import type { Model } from '../../model/model';
import { perSchema } from '../../model/perSchema';
import type { DocumentRule } from '../kinds';

/** Elements that hold one of several others are not empty. */
export const rule: DocumentRule = {
  id: 'scrutineer:xosc:1.0.0:pairs.empty_choice',
  level: 'semantics',
  severity: 'error',
  since: '1.0',
  until: '1.2',
  meaning: 'Elements that hold one of several others are not empty',
  explanation: {
    asks: 'A position is one of ten kinds, an action one of many. The schemas of 1.0 to 1.2 make each kind optional, and so let the element be empty, where it says nothing at all. From 1.3 on the schema asks for one of them.',
    source:
      'ASAM OpenSCENARIO XML, class model of 1.0 to 1.2 (exactly one of the kinds), and the schema of 1.3',
    example: { wrong: '<Position/>', right: '<Position><WorldPosition x="0" y="0"/></Position>' },
  },
  cost: 'cheap',

  check(model, tell) {
    const { elements, texts } = model;
    for (const { name, id, besideId, severity } of listedElements(model)) {
      if (elements.countWithNameId(id) === 0) continue;
      for (const element of elements.withNameId(id)) {
        const first = elements.firstChildOf(element);
        if (first !== none && elements.nameIdOf(first) !== besideId) continue;
        tell({
          code: 'empty-choice',
          severity,
          at: texts.tagRange(element),
          message: `${quoted(name)} is empty, and so says nothing.`,
          ...helpFor(choicesOf(model, element)),
        });
      }
    }
  },
};

const listedElements = perSchema((names) =>
  (['error', 'warning'] as const).flatMap((severity) =>
    oneChildElements[severity].split(' ').map((name) => ({
      name,
      id: names.idOf(name),
      /** What may follow the choice, and says nothing of it: the controllers of an object. */
      besideId: name === 'ScenarioObject' ? names.idOf('ObjectController') : 0,
      severity,
    })),
  ),
);

function helpFor(choices: readonly string[]): { help?: string } {
  return choices.length === 0 ? {} : { help: `Add ${oneOf(choices, '')}.` };
}

/** What the element may hold, by the schema that it was read with. */
function choicesOf({ document: { schema }, elements }: Model, element: number): readonly string[] {
  if (schema === null) return [];
  return expectedFirst(schema, new TypeFinder(schema, elements).typeOf(element)).names;
}
