import { none } from '../../../tree/tree';
import type { Model } from './model';
import { nameIdOf } from './names';

/**
 * Calls `tell` for each element that has the same `name` as an earlier one with the same parent. Names
 * count as they are resolved; those that cannot be known count as they are written, and empty ones are
 * no names.
 * @param siblings elements in document order; those with the same parent follow each other
 * @param tell takes the element and the first one of its name
 */
export function forEachNamesake(
  model: Model,
  siblings: ArrayLike<number>,
  tell: (element: number, first: number) => void,
): void {
  const { elements } = model;
  let start = 0;
  for (let at = 1; at <= siblings.length; at++) {
    const parent = elements.parentOf(siblings[start] ?? none);
    if (at < siblings.length && elements.parentOf(siblings[at] ?? none) === parent) continue;
    if (at - start > 1) compare(model, siblings, start, at, tell);
    start = at;
  }
}

/** Most siblings of which each is compared with each, without a table. */
const few = 8;

function compare(
  model: Model,
  siblings: ArrayLike<number>,
  from: number,
  to: number,
  tell: (element: number, first: number) => void,
): void {
  const nameId = model.elements.names.idOf('name');
  const names: number[] = [];
  const firsts = to - from > few ? new Map<number, number>() : null;
  for (let at = from; at < to; at++) {
    const name = nameOf(model, siblings[at] ?? none, nameId);
    const first = name === 0 ? none : firsts ? (firsts.get(name) ?? none) : names.indexOf(name);
    names.push(name);
    if (first >= 0) tell(siblings[at] ?? none, siblings[from + first] ?? none);
    else firsts?.set(name, at - from);
  }
}

function nameOf(model: Model, element: number, nameId: number): number {
  const attribute = model.elements.attributeWithNameId(element, nameId);
  const name = nameIdOf(model, attribute);
  return name === 0 ? model.texts.writtenId(attribute) : name;
}
