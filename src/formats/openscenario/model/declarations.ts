import { firstAbove } from '../../../tree/columns';
import type { Elements } from '../../../tree/elements';
import { none } from '../../../tree/tree';
import { valueTypeNamed, type ValueType } from '../expressions/values';
import type { Texts } from './texts';

/** Names of the elements and attributes that declare something by name. */
export interface DeclarationNames {
  /** Elements that hold declarations. */
  readonly container: string;
  /** Elements that declare. */
  readonly declaration: string;
  /** The attribute that says of which type it is. */
  readonly type: string;
}

/** Elements in the order of their parents; they come in document order, which mostly is the same. */
function inOrderOfParents(elements: Elements, some: Uint32Array): Uint32Array {
  for (let at = 1; at < some.length; at++) {
    if (elements.parentOf(some[at] ?? 0) >= elements.parentOf(some[at - 1] ?? 0)) continue;
    return some.toSorted((a, b) => elements.parentOf(a) - elements.parentOf(b));
  }
  return some;
}

/**
 * What is declared by name in scopes: parameters, or others in the same way. A declaration is a number,
 * in document order, and so is a scope. A scope is the element that holds the declarations' container;
 * it spans all inside that element, and the smallest scope around a place wins (section 9.1).
 */
export class Declarations {
  readonly #texts: Texts;
  readonly #type: string;
  /**
   * The declaring elements, and the interned names that they declare (0 where there is none): without
   * the `$` that some files set before them, since everybody reads those as if it were not there.
   */
  readonly elements: readonly number[];
  readonly names: number[] = [];
  /** The scopes' elements, ascending, their containers, and the first declaration of each (one more). */
  readonly #owners: number[] = [];
  readonly #containers: number[] = [];
  readonly #firsts: number[] = [];
  /** The scope around each scope, or `none`. */
  readonly #outer: number[] = [];

  constructor(texts: Texts, { container, declaration, type }: DeclarationNames) {
    this.#texts = texts;
    this.#type = type;
    const { elements } = texts;
    const declarationId = elements.names.idOf(declaration);
    const declaring: number[] = [];
    for (const at of inOrderOfParents(elements, elements.named(container))) {
      const owner = elements.parentOf(at);
      this.#outer.push(this.#innermost(owner));
      this.#owners.push(owner);
      this.#containers.push(at);
      this.#firsts.push(declaring.length);
      let child = elements.firstChildOf(at);
      for (; child !== none; child = elements.nextSiblingOf(child)) {
        if (elements.nameIdOf(child) === declarationId) declaring.push(child);
      }
    }
    this.#firsts.push(declaring.length);
    this.elements = declaring;
    const nameId = elements.names.idOf('name');
    for (const element of declaring) {
      this.names.push(texts.bareId(elements.attributeWithNameId(element, nameId)));
    }
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
    return firstAbove(this.#firsts, declaration, 0, this.#firsts.length) - 1;
  }

  /** The scope of an element of its own (not one around it), or `none`. */
  scopeAt(element: number): number {
    const scope = firstAbove(this.#owners, element, 0, this.#owners.length) - 1;
    return this.#owners[scope] === element ? scope : none;
  }

  /** The name that a declaration declares. */
  nameOf(declaration: number): string {
    return this.#texts.interner.text(this.names[declaration] ?? 0);
  }

  /** An attribute of the declaring element, or `none`. */
  attributeOf(declaration: number, name: string): number {
    return this.#texts.elements.attributeOf(this.elements[declaration] ?? none, name);
  }

  /** The type that a declaration declares; `null` where that cannot be known. */
  typeOf(declaration: number): ValueType | null {
    return valueTypeNamed(this.#texts.written(this.attributeOf(declaration, this.#type)));
  }

  /** The declaration that an element is or that it stands in, or `none`. */
  around(element: number): number {
    const declaration = firstAbove(this.elements, element, 0, this.count) - 1;
    const declaring = this.elements[declaration];
    if (declaring === undefined) return none;
    return this.#texts.elements.contains(declaring, element) ? declaration : none;
  }

  /** The first declaration of an interned name anywhere, or `none`. */
  anywhere(name: number): number {
    return this.names.indexOf(name);
  }

  /**
   * What a name stands for at an element, or `none`: its last declaration in the smallest scope around
   * the element that has one. Within declarations those before them go first, then those of scopes
   * around, so that `speed` may be declared as `$speed` of the scope around; those that come later,
   * and the declaration itself, are what is left. The name is an interned text.
   */
  lookUp(name: number, element: number): number {
    if (this.count === 0) return none;
    const { elements } = this.#texts;
    let later: number = none;
    for (let scope = this.#innermost(element); scope !== none; scope = this.#outerOf(scope)) {
      const isWithin = elements.contains(this.#containers[scope] ?? none, element);
      const [from, to] = this.in(scope);
      for (let at = to - 1; at >= from; at--) {
        if (this.names[at] !== name) continue;
        if (!isWithin || elements.afterOf(this.elements[at] ?? 0) <= element) return at;
        if (later === none) later = at;
      }
    }
    return later;
  }

  /** All declarations that can be seen from an element, the nearest scope's first. */
  *visibleFrom(element: number): Generator<number, void, undefined> {
    for (let scope = this.#innermost(element); scope !== none; scope = this.#outerOf(scope)) {
      const [from, to] = this.in(scope);
      for (let at = from; at < to; at++) yield at;
    }
  }

  /** The smallest scope that an element lies in, or `none`. */
  #innermost(element: number): number {
    const { elements } = this.#texts;
    let scope = firstAbove(this.#owners, element, 0, this.#owners.length) - 1;
    while (scope >= 0 && !elements.contains(this.ownerOf(scope), element)) {
      scope = this.#outerOf(scope);
    }
    return scope;
  }

  #outerOf(scope: number): number {
    return this.#outer[scope] ?? none;
  }
}
