import type { Found, FoundRelated } from '../../../rules/rule';
import { quoted } from '../../../schema/words';
import { none } from '../../../tree/tree';
import type { Model } from './model';

/** Parameters that are pointed at, at most. */
const mostParameters = 3;

/**
 * Where the parameters get their values that an attribute's value names, for `related`; nothing where
 * the value is written as it is.
 */
export function givenBy(model: Model, attribute: number): Pick<Found, 'related'> {
  const { elements, parameters, texts } = model;
  if (attribute === none || texts.writingOf(attribute) === 'literal') return {};
  const related: FoundRelated[] = [];
  for (const name of new Set(model.usages.namesIn(attribute))) {
    const declaration = parameters.lookUp(name, elements.elementOf(attribute));
    if (declaration === none || related.length === mostParameters) continue;
    const value = parameters.attributeOf(declaration, 'value');
    related.push({
      at: model.valueOrTag(parameters.elements[declaration] ?? none, value),
      message: `the parameter ${quoted(parameters.nameOf(declaration))} gets its value here`,
    });
  }
  return related.length === 0 ? {} : { related };
}
