import { none } from '../../../tree/tree';
import type { Model } from './model';
import { nameIdOf } from './names';

/** What a controller can be switched on for, by the attributes of the actions that do so. */
export const controlDomains = ['lateral', 'longitudinal', 'lighting', 'animation'] as const;
export type ControlDomain = (typeof controlDomains)[number];

/** The domains of each `ControllerType` (class reference of 1.2). */
const domainsByType: Readonly<Record<string, readonly ControlDomain[]>> = {
  lateral: ['lateral'],
  longitudinal: ['longitudinal'],
  lighting: ['lighting'],
  animation: ['animation'],
  movement: ['lateral', 'longitudinal'],
  appearance: ['lighting', 'animation'],
  all: controlDomains,
};

/** The domains that a `Controller` says it is for; `null` where it does not say, or cannot be known. */
export function domainsOf(
  { elements, values }: Model,
  controller: number,
): readonly ControlDomain[] | null {
  const type = values.textOf(elements.attributeOf(controller, 'controllerType'));
  return (type === null ? undefined : domainsByType[type]) ?? null;
}

/** What a name of a controller may stand for. */
export interface ControllerName {
  /** The interned name. */
  name: number;
  /** The `Controller` that it names, or `none` for one in a catalog. */
  controller: number;
}

/**
 * All names that controllers have in a document: that of an `ObjectController` (from 1.3), of the
 * `Controller`, or of the catalog entry in its place. 0 stands for a name that cannot be known.
 */
export function controllerNames(model: Model): ControllerName[] {
  const { elements } = model;
  const found: ControllerName[] = [];
  const add = (attribute: number, controller: number): void => {
    if (attribute !== none) found.push({ name: nameIdOf(model, attribute), controller });
  };
  for (const holder of ['ObjectController', 'AssignControllerAction']) {
    for (const element of elements.named(holder)) {
      const controller = elements.childNamed(element, 'Controller');
      add(elements.attributeOf(element, 'name'), controller);
      if (controller !== none) add(elements.attributeOf(controller, 'name'), controller);
      const reference = elements.childNamed(element, 'CatalogReference');
      if (reference !== none) add(elements.attributeOf(reference, 'entryName'), none);
    }
  }
  return found;
}
