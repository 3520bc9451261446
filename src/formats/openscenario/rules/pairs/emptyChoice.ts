import { expectedFirst } from '../../../../schema/lookups';
import { TypeFinder } from '../../../../schema/types';
import { oneOf, quoted } from '../../../../schema/words';
import { none } from '../../../../tree/tree';
import { oneChildElements } from '../../facts/parts';
import type { Model } from '../../model/model';
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
    for (const [severity, names] of lists) {
      for (const name of names) {
        for (const element of elements.named(name)) {
          if (!isEmpty(model, element)) continue;
          tell({
            code: 'empty-choice',
            severity,
            at: texts.tagRange(element),
            message: `${quoted(name)} is empty, and so says nothing.`,
            ...helpFor(choicesOf(model, element)),
          });
        }
      }
    }
  },
};

const lists = (['error', 'warning'] as const).map(
  (severity) => [severity, oneChildElements[severity].split(' ')] as const,
);

/** Without a child, or with none but the controllers that may follow an entity's kind. */
function isEmpty({ elements }: Model, element: number): boolean {
  const first = elements.firstChildOf(element);
  return first === none || elements.nameIdOf(first) === elements.names.idOf('ObjectController');
}

function helpFor(choices: readonly string[]): { help?: string } {
  return choices.length === 0 ? {} : { help: `Add ${oneOf(choices, '')}.` };
}

/** What the element may hold, by the schema that it was read with. */
function choicesOf({ document: { schema }, elements }: Model, element: number): readonly string[] {
  if (schema === null) return [];
  return expectedFirst(schema, new TypeFinder(schema, elements).typeOf(element)).names;
}
