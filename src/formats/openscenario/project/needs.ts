import { none } from '../../../tree/tree';
import type { Model } from '../model/model';
import { nameTextOf } from '../model/names';

/** Attributes that name a file, by the element that they stand in. */
const fileAttributes = [
  ['LogicFile', 'filepath'],
  ['SceneGraphFile', 'filepath'],
  ['ScenarioFile', 'filepath'],
] as const;

/** A path that a document refers to. */
export interface Need {
  /** The attribute that it is written in. */
  readonly attribute: number;
  /** What it comes to. */
  readonly path: string;
  readonly want: 'file' | 'folder';
}

/** The files and folders that a document refers to, as far as their paths can be known. */
export function needsOf(model: Model): Need[] {
  const { elements } = model;
  const needs: Need[] = [];
  const add = (attribute: number, want: Need['want']): void => {
    const path = attribute === none ? null : nameTextOf(model, attribute);
    if (path !== null && path !== '') needs.push({ attribute, path, want });
  };
  for (const [element, attribute] of fileAttributes) {
    for (const each of elements.named(element)) add(elements.attributeOf(each, attribute), 'file');
  }
  // Catalogs that nobody refers to need not be there.
  if (elements.named('CatalogReference').length === 0) return needs;
  for (const directory of elements.named('Directory')) {
    add(elements.attributeOf(directory, 'path'), 'folder');
  }
  return needs;
}
