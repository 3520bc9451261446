import { none } from '../../../tree/tree';
import type { Model } from './model';
import { nameIdOf } from './names';

/** What stands behind the name of an entity; `unknown` where a catalog says so, or nothing does. */
export type EntityKind = 'vehicle' | 'pedestrian' | 'misc' | 'external' | 'selection' | 'unknown';

/** What an object is made of, by the elements of group EntityObject. */
const kindsByChild: Readonly<Record<string, EntityKind>> = {
  Vehicle: 'vehicle',
  Pedestrian: 'pedestrian',
  MiscObject: 'misc',
  ExternalObjectReference: 'external',
};

/**
 * What `Entities` declares by name: objects, selections of them, and the trailers that vehicles bring
 * along (from 1.3, a `Trailer` in a `Trailer` is a scenario object too).
 */
export class Entities {
  /** The declaring elements (`ScenarioObject`, `EntitySelection`, `Trailer`), in document order. */
  readonly elements: number[] = [];
  /** The interned names, in the same order; 0 where a name is empty or cannot be known. */
  readonly names: number[] = [];
  readonly #model: Model;
  readonly #byName = new Map<number, number>();
  readonly #complete: boolean;
  readonly #selection: number;

  constructor(model: Model) {
    this.#model = model;
    const { elements } = model;
    this.#selection = elements.names.idOf('EntitySelection');
    const container = elements.childNamed(0, 'Entities');
    let complete = true;
    for (const element of container === none ? [] : declaring(model, container)) {
      const attribute = elements.attributeOf(element, 'name');
      const name = nameIdOf(model, attribute);
      this.elements.push(element);
      this.names.push(name);
      if (!this.#byName.has(name)) this.#byName.set(name, element);
      if (name === 0 && model.texts.writingOf(attribute) !== 'literal') complete = false;
    }
    this.#complete = complete;
  }

  /** False where a declared name cannot be known, so that any name might be that one. */
  get complete(): boolean {
    return this.#complete;
  }

  /** The first element that declares an interned name, or `none`. */
  named(name: number): number {
    return this.#byName.get(name) ?? none;
  }

  /** The declaring element that an attribute names, or `none`. */
  referredBy(attribute: number): number {
    const name = nameIdOf(this.#model, attribute);
    return name === 0 ? none : this.named(name);
  }

  /** Whether a declaring element declares a selection. */
  isSelection(element: number): boolean {
    return this.#model.elements.nameIdOf(element) === this.#selection;
  }

  /** What a declaring element declares. */
  kindOf(element: number): EntityKind {
    const { elements } = this.#model;
    if (this.isSelection(element)) return 'selection';
    for (const child of elements.childrenOf(element)) {
      const kind = kindsByChild[elements.nameOf(child)];
      if (kind !== undefined) return kind;
    }
    return 'unknown';
  }
}

function declaring({ elements }: Model, container: number): number[] {
  const found: number[] = [];
  for (const name of ['ScenarioObject', 'EntitySelection']) {
    for (const element of elements.named(name)) {
      if (elements.parentOf(element) === container) found.push(element);
    }
  }
  const trailer = elements.names.idOf('Trailer');
  for (const element of elements.named('Trailer')) {
    const inside = elements.nameIdOf(elements.parentOf(element)) === trailer;
    if (inside && elements.contains(container, element)) found.push(element);
  }
  return found.sort((a, b) => a - b);
}
