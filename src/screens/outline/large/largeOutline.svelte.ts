import type { RowFindings } from '../findingTally';
import { FindingTally } from '../findingTally';
import { rowText, type RowText } from '../rowText';
import { ValuePages } from '../valuePages';
import type { SourceText } from '../../source/sourceText';
import { none, type Tree } from '../../../tree/tree';
import {
  childrenOf,
  regionsOf,
  rootNode,
  type LongNode,
  type Node,
  type StretchNode,
} from './nodes';
import type { RegionTrees } from './regionTrees';

const noText: RowText = { attributes: [], more: 0, text: null };

interface Details {
  text: RowText;
  tagEnd: number;
}

/** What an element's row shows beside its name. */
export interface NodeRow {
  name: string;
  text: RowText;
  /** Children, or `null` where only what opens it could tell. */
  children: number | null;
  /** Elements in it, by estimate, where its children are not counted. */
  inside: number;
  findings: RowFindings | null;
}

/**
 * The outline of a large file: rows are nodes that are made when their parent is opened, and read
 * again from the file. Reading any of its methods that tell of rows subscribes to their changes.
 */
export class LargeOutline {
  readonly regions: RegionTrees;
  readonly root: Node | null;
  cursor: Node | null = $state.raw(null);
  tally: FindingTally = $state.raw(new FindingTally([]));
  #version = $state.raw(0);
  #rows: Node[] = [];
  #stale = false;
  #pages: ValuePages | null = null;
  readonly #details = new WeakMap<Node, Details>();
  readonly #ends = new WeakMap<Node, number>();
  #drawing = false;
  #gone = false;
  readonly #onTrouble: (error: unknown) => void;

  /** @param onTrouble is told what went wrong while reading again in the background */
  constructor(regions: RegionTrees, onTrouble: (error: unknown) => void) {
    this.regions = regions;
    this.#onTrouble = onTrouble;
    this.root = rootNode(regions);
    if (this.root) {
      this.#rows = [this.root];
      this.cursor = this.root;
      void this.open(this.root);
    }
  }

  /** The rows to show. A new list whenever something of it has changed. */
  get rows(): readonly Node[] {
    void this.#version;
    if (this.#stale) {
      this.#stale = false;
      this.#rows = this.root ? [...visible(this.root)] : [];
    }
    return this.#rows;
  }

  /** Where values are read from, once the text is open. */
  useText(text: SourceText): void {
    this.#pages = new ValuePages(text, () => {
      this.#drawSoon();
    });
    this.#drawSoon();
  }

  isOpen(node: Node): boolean {
    void this.#version;
    return node.open;
  }

  isLoading(node: Node): boolean {
    void this.#version;
    return node.loading;
  }

  /** Whether there is, or may be, something to open. */
  canOpen(node: Node): boolean {
    return node.kind !== 'short' || node.childCount > 0;
  }

  /** What a row shows; what has to be read first comes in later. */
  rowOf(node: Node): NodeRow {
    void this.#version;
    if (node.kind === 'stretch') return this.#stretchRow(node);
    const { text, tagEnd } = this.#detailsOf(node);
    if (node.kind === 'short') {
      const { name, childCount: children, start, ownEnd, end } = node;
      return { name, text, children, inside: 0, findings: this.tally.between(start, ownEnd, end) };
    }
    const { index } = this.regions;
    const [first, last] = index.spanOf(node.id);
    return {
      name: index.nameOf(node.id),
      text,
      children: null,
      inside: index.elementsBefore(last) - index.elementsBefore(first),
      findings: this.#findingsOf(node, tagEnd),
    };
  }

  /** What has to be read for a row; it is kept, since regions come and go. */
  #detailsOf(node: Exclude<Node, StretchNode>): Details {
    const known = this.#details.get(node);
    if (known) return known;
    const region = node.kind === 'short' ? node.region : regionsOf(this.regions, node.id)[0];
    const tree = this.#treeOf(region);
    if (!tree) return { text: noText, tagEnd: node.start };
    const element = node.kind === 'short' ? node.element : elementStartingAt(tree, node.start);
    if (element === none) return { text: noText, tagEnd: node.start };
    const text = rowText(tree, element, this.#pages);
    const details = { text, tagEnd: tree.tagEndOf(element) };
    if (this.#pages && text.attributes.every(({ value }) => value !== null)) {
      const complete = tree.childCountOf(element) > 0 || !tree.firstTextOf(element) || text.text;
      if (complete) this.#details.set(node, details);
    }
    return details;
  }

  #stretchRow(node: StretchNode): NodeRow {
    const { regions } = this;
    const from = regions.lineOf(node.from);
    const to = regions.lineOf(node.to + 1);
    return {
      name: `${from}–${to}`,
      text: noText,
      children: null,
      inside: regions.elementsBefore(node.to + 1) - regions.elementsBefore(node.from),
      findings: this.tally.between(node.start, 0, regions.startOf(node.to + 1)),
    };
  }

  /** Findings in a long element. Where it matters, its end is looked for in its last region. */
  #findingsOf(node: LongNode, tagEnd: number): RowFindings | null {
    const { regions } = this;
    const [, lastRegion] = regionsOf(regions, node.id);
    const sure = regions.startOf(lastRegion);
    let end = this.#ends.get(node) ?? sure;
    if (end === sure && this.tally.between(sure, 0, regions.startOf(lastRegion + 1))) {
      const tree = this.#treeOf(lastRegion);
      const at = regions.outerOf(lastRegion).indexOf(node.id);
      if (tree) {
        end = at >= 0 ? tree.endOf(at) : regions.startOf(lastRegion + 1);
        this.#ends.set(node, end);
      }
    }
    return this.tally.between(node.start, tagEnd, end);
  }

  /** A region's tree if it is at hand; else it is fetched, and the rows drawn again. */
  #treeOf(region: number): Tree | null {
    const tree = this.regions.peek(region);
    if (!tree) {
      this.regions.load(region).then(() => {
        this.#drawSoon();
      }, this.#onTrouble);
    }
    return tree;
  }

  /** Opens a node. Resolves when all its children are there; they come in a few at a time. */
  async open(node: Node): Promise<void> {
    if (!this.canOpen(node)) return;
    node.open = true;
    this.#changed();
    if (node.children) return;
    const children: Node[] = [];
    node.children = children;
    node.loading = true;
    try {
      for await (const some of childrenOf(node, this.regions)) {
        if (this.#gone) return;
        children.push(...some);
        this.#changed();
      }
    } catch (error) {
      // Opened again, it is tried again.
      node.children = null;
      node.open = false;
      this.#onTrouble(error);
    } finally {
      node.loading = false;
      this.#changed();
    }
  }

  /** Closes a node and forgets what is in it; a cursor inside it moves to it. */
  close(node: Node): void {
    node.open = false;
    // Reading it again is quick, and rows by the thousand are not worth keeping.
    if (!node.loading) node.children = null;
    for (let at = this.cursor; at; at = at.parent) {
      if (at === node) this.cursor = node;
    }
    this.#changed();
  }

  toggle(node: Node): void {
    if (node.open) this.close(node);
    else void this.open(node);
  }

  /**
   * Opens the way to the innermost element around an offset and puts the cursor there. False where
   * that was not found: `isWanted` said no, or there is no element.
   */
  async reveal(text: number, isWanted: () => boolean = () => true): Promise<boolean> {
    const starts = await this.#startsAround(text);
    let node = this.root;
    if (!node || starts.length === 0) return false;
    for (const start of starts.slice(1)) {
      const next: Node | null = await this.#descend(node, start, isWanted);
      if (!next || !isWanted()) return false;
      node = next;
    }
    this.cursor = node;
    return true;
  }

  /** The child that begins at an offset, stretches around it opened. */
  async #descend(parent: Node, start: number, isWanted: () => boolean): Promise<Node | null> {
    const opening = this.open(parent);
    for (;;) {
      const { children, loading } = parent;
      const found = children?.findLast((child) => child.start <= start);
      if (found?.start === start && found.kind !== 'stretch') return found;
      if (found?.kind === 'stretch' && start < this.regions.startOf(found.to + 1)) {
        return this.#descend(found, start, isWanted);
      }
      if (!loading || !isWanted()) break;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await opening;
    return (
      parent.children?.find((child) => child.start === start && child.kind !== 'stretch') ?? null
    );
  }

  /** Where the elements around an offset begin, the root first. Rejects as reading does. */
  async #startsAround(text: number): Promise<number[]> {
    const region = this.regions.regionAt(text);
    const tree = await this.regions.load(region);
    const element = tree.elementAt(text);
    return element === none ? [] : tree.ancestryOf(element).map((at) => tree.startOf(at));
  }

  /** Offsets of an element's start tag, or of where a stretch begins. Rejects as reading does. */
  async tagOf(node: Node): Promise<[start: number, end: number]> {
    if (node.kind === 'stretch') return [node.start, node.start];
    const region = node.kind === 'short' ? node.region : regionsOf(this.regions, node.id)[0];
    const tree = await this.regions.load(region);
    const element = elementStartingAt(tree, node.start);
    return [node.start, element === none ? node.start : tree.tagEndOf(element)];
  }

  /** The path of a node; without positions, since siblings are not counted. */
  pathOf(node: Node): string {
    let path = '';
    for (let at: Node | null = node; at; at = at.parent) {
      if (at.kind === 'stretch') continue;
      const name = at.kind === 'short' ? at.name : this.regions.index.nameOf(at.id);
      path = `/${name}${path}`;
    }
    return path;
  }

  /** Ends what still runs and gives the memory back. */
  letGo(): void {
    this.#gone = true;
    this.#rows = [];
    this.regions.letGo();
  }

  #changed(): void {
    this.#stale = true;
    this.#drawSoon();
  }

  /** Many regions may come within a frame; the rows are drawn once. */
  #drawSoon(): void {
    if (this.#drawing || this.#gone) return;
    this.#drawing = true;
    setTimeout(() => {
      this.#drawing = false;
      this.#version++;
    }, 16);
  }
}

function* visible(node: Node): Generator<Node, void, undefined> {
  yield node;
  if (!node.open) return;
  for (const child of node.children ?? []) yield* visible(child);
}

function elementStartingAt(tree: Tree, start: number): number {
  const element = tree.lastStartingBy(start);
  return element !== none && tree.startOf(element) === start ? element : none;
}
