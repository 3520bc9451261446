import type { OutlineFeed } from '../../session/outlineFeed.svelte';
import { firstAbove } from '../../tree/columns';
import { none, type Tree } from '../../tree/tree';
import type { SourceText } from '../source/sourceText';
import { FindingTally, type RowFindings } from './findingTally';
import { growingTreeOf, type GrowingTree } from './growingTree.svelte';
import { OutlineRows } from './rows';
import { rowText, type RowText } from './rowText';
import { OutlineSearch } from './search.svelte';
import { ValuePages } from './valuePages';

/** What a list of rows can be asked, filtered or not. */
export interface RowList {
  readonly length: number;
  at(row: number): number;
  rowOf(element: number): number;
}

/**
 * The outline of one file as a person sees it: which rows there are, where the cursor stands, what
 * is searched for. The tree itself is plain; `version` says that something of it has changed.
 */
export class Outline {
  readonly growing: GrowingTree;
  readonly tree: Tree;
  readonly #feed: OutlineFeed;
  /** Grows whenever rows, values or marks are to be drawn anew. */
  version = $state.raw(0);
  /** The element that the keys act on, or `none`. */
  cursor = $state.raw(none);
  search: OutlineSearch | null = $state.raw(null);
  tally: FindingTally = $state.raw(new FindingTally([]));
  pages: ValuePages | null = $state.raw(null);

  readonly #rows: OutlineRows;
  #text: SourceText | null = null;
  #filtered: Uint32Array<ArrayBuffer> = new Uint32Array(0);
  #filteredAt = 0;
  #filterTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(feed: OutlineFeed) {
    this.#feed = feed;
    this.growing = growingTreeOf(feed);
    this.tree = this.growing.tree;
    this.#rows = new OutlineRows(this.tree);
    this.#rows.grow();
    if (this.tree.elements > 0) this.cursor = 0;
  }

  /** The rows to show: all visible ones, or those that the search leaves. Subscribes to changes. */
  get rows(): RowList {
    void this.version;
    // A new object each time: one that is the same would not be drawn anew.
    if (this.search === null) {
      const rows = this.#rows;
      return {
        length: rows.length,
        at: (row) => rows.at(row),
        rowOf: (element) => rows.rowOf(element),
      };
    }
    const elements = this.#filtered;
    return {
      length: elements.length,
      at: (row) => elements[row] ?? none,
      rowOf: (element) => {
        const row = firstAbove(elements, element, 0, elements.length) - 1;
        return elements[row] === element ? row : none;
      },
    };
  }

  /** Whether a row's children are shown below it. */
  isOpen(element: number): boolean {
    void this.version;
    return this.search !== null || this.#rows.isOpen(element);
  }

  /** Number of children so far. Subscribes to changes, as the next two do. */
  childCountOf(element: number): number {
    void this.version;
    return this.tree.childCountOf(element);
  }

  /** What an element's row says beside its name. */
  textOf(element: number): RowText {
    void this.version;
    const query = this.search?.query ?? null;
    return rowText(this.tree, element, this.pages, query, this.#feed.insight);
  }

  /** What an element's row tells of findings. */
  findingsOf(element: number): RowFindings | null {
    void this.version;
    return this.tally.of(this.tree, element);
  }

  /** Where values are read from, once the text is open. */
  useText(text: SourceText): void {
    this.#text = text;
    this.pages = new ValuePages(text, () => {
      this.version++;
    });
    this.#searchOn();
  }

  /** Takes notice that the tree has grown. */
  grow(): void {
    this.#rows.grow();
    if (this.cursor === none && this.tree.elements > 0) this.cursor = 0;
    this.#searchOn();
    this.version++;
  }

  toggle(element: number): void {
    if (this.search !== null || this.tree.childCountOf(element) === 0) return;
    if (this.#rows.isOpen(element)) this.close(element);
    else this.open(element);
  }

  open(element: number): void {
    this.#rows.open(element);
    this.version++;
  }

  /** Closes an element; a cursor inside it moves to it. */
  close(element: number): void {
    this.#rows.close(element);
    if (this.cursor !== none && this.tree.contains(element, this.cursor)) this.cursor = element;
    this.version++;
  }

  openSiblings(element: number): void {
    this.#rows.openSiblings(element);
    this.version++;
  }

  /** Opens the way to an element and puts the cursor there. */
  reveal(element: number): void {
    this.#rows.grow();
    this.#rows.reveal(element);
    this.cursor = element;
    this.version++;
  }

  /** Looks for a text in names and values; an empty one shows everything again. */
  find(query: string): void {
    this.search?.stop();
    clearTimeout(this.#filterTimer);
    this.#filterTimer = undefined;
    this.search = query === '' ? null : new OutlineSearch(this.tree, query);
    this.#filtered = new Uint32Array(0);
    if (query === '' && this.cursor !== none) this.#rows.reveal(this.cursor);
    this.version++;
    this.#searchOn();
  }

  /** Puts the cursor on the next match after it, around the end. */
  nextMatch(): void {
    const { search, rows } = this;
    if (!search || rows.length === 0) return;
    const from = this.cursor === none ? none : rows.rowOf(this.cursor);
    for (let step = 1; step <= rows.length; step++) {
      const element = rows.at((from + step) % rows.length);
      if (!search.isMatch(element)) continue;
      this.cursor = element;
      return;
    }
  }

  /** Ends what still runs. */
  end(): void {
    this.search?.stop();
    clearTimeout(this.#filterTimer);
  }

  /** Gives the memory back when nobody looks at this outline any more, as the tree does. */
  letGo(): void {
    this.#filtered = new Uint32Array(0);
    this.#text = null;
    this.pages = null;
    this.search = null;
  }

  #searchOn(): void {
    const { search } = this;
    const text = this.#text;
    if (!search || !text) return;
    void search.goOn(text).then(() => {
      this.#filter(search);
    });
    this.#filterSoon(search);
  }

  /** While the search runs, what it has found so far is shown a few times a second. */
  #filterSoon(search: OutlineSearch): void {
    this.#filterTimer ??= setTimeout(
      () => {
        this.#filterTimer = undefined;
        if (search !== this.search) return;
        this.#filter(search);
        if (search.running) this.#filterSoon(search);
      },
      Math.max(60, this.#filteredAt + 200 - performance.now()),
    );
  }

  #filter(search: OutlineSearch): void {
    if (search !== this.search) return;
    this.#filteredAt = performance.now();
    this.#filtered = search.visible();
    this.version++;
  }
}
