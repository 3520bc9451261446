import { firstAbove, withRoom } from '../../tree/columns';
import { none, type Tree } from '../../tree/tree';

/** Opening everything under a branch stops here: nobody reads more, and it must not take long. */
const mostOpenedAtOnce = 20_000;

/**
 * Which elements of a tree are visible, given which are open: the rows of the outline, in document
 * order. Elements that come while a file is read come at the end, so rows only ever append by
 * themselves; nothing that a person has opened or looks at moves.
 */
export class OutlineRows {
  readonly tree: Tree;
  #open = new Set<number>();
  #rows = new Uint32Array(0);
  #count = 0;
  /** Elements before this one have been given their rows. */
  #seen = 0;

  constructor(tree: Tree) {
    this.tree = tree;
  }

  /** Number of rows. */
  get length(): number {
    return this.#count;
  }

  /** The element of a row. Throws a RangeError for a row that is none. */
  at(row: number): number {
    if (row < 0 || row >= this.#count) throw new RangeError(`There is no row ${row}`);
    return this.#rows[row] ?? 0;
  }

  /** The row of an element, or `none` when it is not visible. */
  rowOf(element: number): number {
    const row = firstAbove(this.#rows, element, 0, this.#count) - 1;
    return row >= 0 && this.#rows[row] === element ? row : none;
  }

  isOpen(element: number): boolean {
    return this.#open.has(element);
  }

  /** Gives rows to the elements that have come since; the root comes opened. */
  grow(): void {
    const { tree } = this;
    if (this.#seen === 0 && tree.elements > 0) this.#open.add(0);
    const total = tree.elements;
    let element = this.#seen;
    while (element < total) {
      const parent = tree.parentOf(element);
      if (this.#isShown(parent)) {
        this.#append(element);
        element++;
      } else {
        // Nothing inside a branch that is not shown is shown: go on after it.
        element = this.#afterHidden(parent);
      }
    }
    this.#seen = Math.max(total, this.#seen);
  }

  /** Whether the children of an element are visible; those of `none` always are. */
  #isShown(parent: number): boolean {
    if (parent === none) return true;
    return this.#open.has(parent) && this.rowOf(parent) !== none;
  }

  /** The index after the outermost branch around `element`, itself included, that hides its content. */
  #afterHidden(element: number): number {
    let after = element;
    for (let at = element; at !== none && !this.#isShown(at); at = this.tree.parentOf(at)) {
      after = this.tree.afterOf(at);
    }
    return after;
  }

  #append(element: number): void {
    this.#rows = withRoom(this.#rows, this.#count + 1);
    this.#rows[this.#count++] = element;
  }

  /** Opens an element: its children become visible, and below them what was open before. */
  open(element: number): void {
    if (this.#open.has(element)) return;
    this.#open.add(element);
    const row = this.rowOf(element);
    if (row === none) return;
    const inside = this.#visibleInside(element);
    this.#replace(row + 1, row + 1, inside);
  }

  /** Closes an element; what is open inside stays so for the next time. */
  close(element: number): void {
    if (!this.#open.delete(element)) return;
    const row = this.rowOf(element);
    if (row === none) return;
    this.#replace(row + 1, this.#endOf(element), new Uint32Array(0));
  }

  /** Opens everything around an element, so that it becomes visible. Returns its row. */
  reveal(element: number): number {
    for (const ancestor of this.tree.ancestryOf(element).slice(0, -1)) this.open(ancestor);
    return this.rowOf(element);
  }

  /** Opens an element and everything in it, as far as that is reasonable. */
  openAll(element: number): void {
    const limit = Math.min(this.tree.afterOf(element), element + mostOpenedAtOnce);
    const wasVisible = this.rowOf(element) !== none;
    if (wasVisible) this.close(element);
    for (let at = limit - 1; at > element; at--) {
      if (this.tree.childCountOf(at) > 0) this.#open.add(at);
    }
    this.open(element);
  }

  /** Opens an element's siblings, and it. */
  openSiblings(element: number): void {
    for (const sibling of this.tree.childrenOf(this.tree.parentOf(element))) {
      if (this.tree.childCountOf(sibling) > 0) this.open(sibling);
    }
  }

  /** Row after the last one inside the element. */
  #endOf(element: number): number {
    return firstAbove(this.#rows, this.tree.afterOf(element) - 1, 0, this.#count);
  }

  /** The elements that an open element shows, those not yet given rows excepted. */
  #visibleInside(element: number): Uint32Array<ArrayBuffer> {
    const { tree } = this;
    let found = new Uint32Array(Math.max(16, tree.childCountOf(element)));
    let count = 0;
    const after = Math.min(tree.afterOf(element), this.#seen);
    let at = element + 1;
    while (at < after) {
      found = withRoom(found, count + 1);
      found[count++] = at;
      at = this.#open.has(at) ? at + 1 : tree.afterOf(at);
    }
    return found.subarray(0, count);
  }

  #replace(from: number, to: number, inside: Uint32Array): void {
    const count = this.#count - (to - from) + inside.length;
    this.#rows = withRoom(this.#rows, count);
    this.#rows.copyWithin(from + inside.length, to, this.#count);
    this.#rows.set(inside, from);
    this.#count = count;
  }
}
