import { none } from '../../../tree/tree';
import type { Texts } from './texts';

/**
 * What is declared by name in scopes: parameters, or others in the same way. A declaration is a number,
 * in document order, and so is a scope. A scope is the element that holds the declarations' container;
 * it spans all inside that element, and the smallest scope around a place wins (section 9.1).
 */
export class Declarations {
  readonly #texts: Texts;
  /** The declaring elements, and the interned names that they declare (0 where there is none). */
  readonly elements: Uint32Array;
  readonly names: Uint32Array;
  /** The scopes' elements, ascending, and the first declaration of each (one number more). */
  readonly #owners: number[] = [];
  readonly #firsts: number[] = [];

  /**
   * @param container name of the elements that hold declarations
   * @param declaration name of the elements that declare
   */
  constructor(texts: Texts, container: string, declaration: string) {
    this.#texts = texts;
    const { elements } = texts;
    const declarationId = elements.names.idOf(declaration);
    const scopes = [...elements.named(container)].map((at) => ({
      owner: elements.parentOf(at),
      container: at,
    }));
    scopes.sort((a, b) => a.owner - b.owner);
    const declaring: number[] = [];
    for (const scope of scopes) {
      this.#owners.push(scope.owner);
      this.#firsts.push(declaring.length);
      for (const child of elements.childrenOf(scope.container)) {
        if (elements.nameIdOf(child) === declarationId) declaring.push(child);
      }
    }
    this.#firsts.push(declaring.length);
    this.elements = Uint32Array.from(declaring);
    this.names = this.elements.map((element) =>
      texts.writtenId(elements.attributeOf(element, 'name')),
    );
  }

  /** Number of declarations. */
  get count(): number {
    return this.elements.length;
  }

  /** Number of scopes. */
  get scopes(): number {
    return this.#owners.length;
  }

  /** The element whose inside a scope is. */
  ownerOf(scope: number): number {
    return this.#owners[scope] ?? none;
  }

  /** The declarations of a scope, as a range: first, and after the last. */
  in(scope: number): readonly [from: number, to: number] {
    return [this.#firsts[scope] ?? 0, this.#firsts[scope + 1] ?? 0];
  }

  /** The scope that a declaration stands in. */
  scopeOf(declaration: number): number {
    let scope = 0;
    while ((this.#firsts[scope + 1] ?? Infinity) <= declaration) scope++;
    return scope;
  }

  /** The scope of an element of its own (not one around it), or `none`. */
  scopeAt(element: number): number {
    let low = 0;
    let high = this.#owners.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#owners[middle] ?? 0) < element) low = middle + 1;
      else high = middle;
    }
    return this.#owners[low] === element ? low : none;
  }

  /**
   * What a name stands for at an element, or `none`: its last declaration in the smallest scope around
   * the element that has one. The name is an interned text.
   */
  lookUp(name: number, element: number): number {
    if (this.count === 0) return none;
    const { elements } = this.#texts;
    for (let around = element; around !== none; around = elements.parentOf(around)) {
      const scope = this.scopeAt(around);
      if (scope === none) continue;
      const [from, to] = this.in(scope);
      for (let at = to - 1; at >= from; at--) if (this.names[at] === name) return at;
    }
    return none;
  }

  /** All declarations that can be seen from an element, the nearest scope's first. */
  *visibleFrom(element: number): Generator<number, void, undefined> {
    const { elements } = this.#texts;
    for (let around = element; around !== none; around = elements.parentOf(around)) {
      const scope = this.scopeAt(around);
      if (scope === none) continue;
      const [from, to] = this.in(scope);
      for (let at = from; at < to; at++) yield at;
    }
  }
}
