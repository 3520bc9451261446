import type { ResolvedValue } from '../../../rules/insight';
import { none } from '../../../tree/tree';
import { formatValue } from '../expressions/values';
import type { Model } from '../model/model';
import { scopeWords } from '../model/scopeWords';

/** How many values are told of: more than anybody looks at in one document. */
const mostValues = 10_000;

/**
 * What the document's values that are written as `$name` or `${…}` come to, in document order; those
 * that cannot be known are left out. At most 10,000 of them.
 */
export function resolvedValues(model: Model): ResolvedValue[] {
  const { texts, usages } = model;
  const resolved: ResolvedValue[] = [];
  for (const attribute of usages.derived) {
    if (resolved.length === mostValues) break;
    const text = model.values.textOf(attribute);
    if (text === null) continue;
    resolved.push({ at: texts.valueRange(attribute), text, how: howOf(model, attribute) });
  }
  return resolved;
}

function howOf(model: Model, attribute: number): string {
  const { texts, elements, parameters } = model;
  const element = elements.elementOf(attribute);
  if (texts.writingOf(attribute) === 'reference') {
    const declaration = parameters.lookUp(texts.bareId(attribute), element);
    return declaration === none ? '' : parameterWords(model, declaration);
  }
  const named = new Set<number>();
  for (const name of model.usages.namesIn(attribute)) {
    const declaration = parameters.lookUp(name, element);
    if (declaration !== none) named.add(declaration);
  }
  if (named.size === 0) return 'an expression of numbers alone';
  return [...named].map((declaration) => parameterWords(model, declaration)).join('; ');
}

/** "`$speed = 13.9` (double), declared for the scenario", without the backticks. */
function parameterWords(model: Model, declaration: number): string {
  const { parameters, values } = model;
  const value = values.parameter(declaration);
  const type = parameters.typeOf(declaration) ?? 'a type that is not known';
  const owner = parameters.ownerOf(parameters.scopeOf(declaration));
  const shown = value === null ? '' : ` = ${formatValue(value)}`;
  const where = scopeWords(model, owner).replaceAll('`', '');
  return `$${parameters.nameOf(declaration)}${shown} (${type}), declared for ${where}`;
}
