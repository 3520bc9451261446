import { quoted } from '../../../schema/words';
import { none } from '../../../tree/tree';
import type { Model } from './model';

/** An element that declares parameters, as messages call it: "the `Story` `Cut in`", "the scenario". */
export function scopeWords(model: Model, owner: number): string {
  const { elements, texts } = model;
  if (elements.parentOf(owner) === none) return 'the scenario';
  const name = texts.written(elements.attributeOf(owner, 'name'));
  const kind = `the ${quoted(elements.nameOf(owner))}`;
  return name === '' ? kind : `${kind} ${quoted(name)}`;
}
