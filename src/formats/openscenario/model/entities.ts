import { none } from '../../../tree/tree';
import type { Model } from './model';

/** What `Entities` declares by name: objects and selections of them. */
export class Entities {
  /** The declaring elements (`ScenarioObject`, `EntitySelection`), in document order. */
  readonly elements: number[] = [];
  /** The interned names, in the same order. */
  readonly names: number[] = [];
  readonly #byName = new Map<number, number>();

  constructor({ elements, texts }: Model) {
    const container = elements.childNamed(0, 'Entities');
    if (container === none) return;
    const object = elements.names.idOf('ScenarioObject');
    const selection = elements.names.idOf('EntitySelection');
    for (const child of elements.childrenOf(container)) {
      const kind = elements.nameIdOf(child);
      if (kind !== object && kind !== selection) continue;
      const name = texts.writtenId(elements.attributeOf(child, 'name'));
      this.elements.push(child);
      this.names.push(name);
      if (!this.#byName.has(name)) this.#byName.set(name, child);
    }
  }

  /** The first element that declares an interned name, or `none`. */
  named(name: number): number {
    return this.#byName.get(name) ?? none;
  }
}
