import { noElement } from '../../../tree/sparseIndex';
import { none, type Tree } from '../../../tree/tree';
import type { RegionTrees } from './regionTrees';

/** What the outline of a large file is made of. Nodes are made when their parent is opened. */
export type Node = LongNode | ShortNode | StretchNode;

interface SomeNode {
  readonly parent: Node | null;
  readonly depth: number;
  /** Offset of the `<`, or of a stretch's first byte, into the UTF-8 form. */
  readonly start: number;
  open: boolean;
  /** `null` as long as it was never opened. */
  children: Node[] | null;
  /** True while children are being looked for. */
  loading: boolean;
}

/** An element that reaches over a region's end: the index knows it, and reads again what is in it. */
export interface LongNode extends SomeNode {
  readonly kind: 'long';
  readonly id: number;
}

/** An element within one region. */
export interface ShortNode extends SomeNode {
  readonly kind: 'short';
  readonly region: number;
  /** In the region's tree. */
  readonly element: number;
  readonly name: string;
  readonly childCount: number;
  /** Up to where what stands there is about the element itself, and where it ends. */
  readonly ownEnd: number;
  readonly end: number;
}

/** A stretch of the children of a long element that has too many to list at once. */
export interface StretchNode extends SomeNode {
  readonly kind: 'stretch';
  /** The element whose children they are. */
  readonly id: number;
  readonly from: number;
  /** The last region. */
  readonly to: number;
}

/** Regions whose elements are listed at once: some thousands of rows. */
const mostRegions = 8;
/** Stretches that a longer one is divided into. */
const mostStretches = 50;
/** An element over so many entries of the index is told by it, and not looked for. */
const majorEntries = 4;

const fresh = { open: false, children: null, loading: false };

/** The node of the document's root, or `null` where the index knows none. */
export function rootNode(regions: RegionTrees): LongNode | null {
  const { index } = regions;
  if (index.openElements === 0) return null;
  return { kind: 'long', id: 1, parent: null, depth: 0, start: index.startOf(1).text, ...fresh };
}

/** Regions in which an element starts and ends. */
export function regionsOf(regions: RegionTrees, id: number): [first: number, last: number] {
  const { index } = regions;
  const [, lastEntry] = index.spanOf(id);
  return [regions.regionAt(index.startOf(id).text), regions.regionAt(index.textOf(lastEntry))];
}

/**
 * The children of a node, in order, a few at a time: those of a long element or a stretch have to be
 * read again. Rejects as reading does.
 */
export async function* childrenOf(
  node: Node,
  regions: RegionTrees,
): AsyncGenerator<Node[], void, undefined> {
  if (node.kind === 'short') {
    const tree = await regions.load(node.region);
    yield [...tree.childrenOf(node.element)].map((child) =>
      shortNode(node, node.region, tree, child),
    );
    return;
  }
  const [first, last] =
    node.kind === 'stretch' ? [node.from, node.to] : regionsOf(regions, node.id);
  for (const [from, to] of piecesBetween(regions, node.id, first, last)) {
    if (to - from < mostRegions) yield* listed(node, from, to, regions);
    else yield stretches(node, from, to, regions);
  }
}

/**
 * Cuts an element's regions where a child of it lies that is itself so long that nothing else begins
 * there: what remains are the stretches that hold all its children's beginnings.
 */
function piecesBetween(
  regions: RegionTrees,
  id: number,
  first: number,
  last: number,
): [from: number, to: number][] {
  const { index } = regions;
  const pieces: [number, number][] = [];
  let from = first;
  for (let child = id + 1; child <= index.openElements; child++) {
    if (index.parentOf(child) !== id) continue;
    const [firstEntry, lastEntry] = index.spanOf(child);
    if (lastEntry - firstEntry < majorEntries) continue;
    const [begins, ends] = regionsOf(regions, child);
    if (begins < from || begins > last) continue;
    pieces.push([from, begins]);
    from = ends;
  }
  if (from <= last) pieces.push([from, last]);
  return pieces;
}

async function* listed(
  node: LongNode | StretchNode,
  from: number,
  to: number,
  regions: RegionTrees,
): AsyncGenerator<Node[], void, undefined> {
  for (let region = from; region <= to; region++) {
    const tree = await regions.load(region);
    const outer = regions.outerOf(region);
    const owner = ownerIn(tree, outer, node.id, regions);
    if (owner === none) continue;
    const nodes: Node[] = [];
    for (const child of tree.childrenOf(owner)) {
      // What was open before the region began is listed where it begins.
      if (child < outer.length) continue;
      nodes.push(childNode(node, region, tree, child, regions));
    }
    if (nodes.length > 0) yield nodes;
  }
}

/** The open element of this number in a region's tree, or `none`. */
function ownerIn(tree: Tree, outer: readonly number[], id: number, { index }: RegionTrees): number {
  const at = outer.indexOf(id);
  if (at >= 0) return at;
  const start = index.startOf(id).text;
  const element = tree.lastStartingBy(start);
  return element !== none && tree.startOf(element) === start ? element : none;
}

/** A node for an element of a region, by itself. */
export function nodeAt(regions: RegionTrees, region: number, tree: Tree, element: number): Node {
  return childNode(null, region, tree, element, regions);
}

function childNode(
  parent: Node | null,
  region: number,
  tree: Tree,
  element: number,
  regions: RegionTrees,
): Node {
  if (!tree.isOpen(element)) return shortNode(parent, region, tree, element);
  const start = tree.startOf(element);
  const id = openIdOf(regions, region, start);
  // Where the reading ended at a mistake, elements stay open that the index may not know.
  if (id === noElement) return shortNode(parent, region, tree, element);
  return { kind: 'long', id, parent, depth: depthBelow(parent), start, ...fresh };
}

/** The number of an element that starts in a region and is open at its end. */
export function openIdOf(regions: RegionTrees, region: number, start: number): number {
  const { index } = regions;
  const next = region + 1 < regions.count ? regions.outerOf(region + 1) : [];
  return next.find((id) => index.startOf(id).text === start) ?? noElement;
}

function shortNode(parent: Node | null, region: number, tree: Tree, element: number): ShortNode {
  const childCount = tree.childCountOf(element);
  const end = tree.endOf(element);
  return {
    kind: 'short',
    region,
    element,
    name: tree.nameOf(element),
    childCount,
    ownEnd: childCount > 0 ? tree.tagEndOf(element) : end,
    end,
    parent,
    depth: depthBelow(parent),
    start: tree.startOf(element),
    ...fresh,
  };
}

function stretches(
  node: LongNode | StretchNode,
  from: number,
  to: number,
  regions: RegionTrees,
): StretchNode[] {
  const each = Math.max(mostRegions, Math.ceil((to - from + 1) / mostStretches));
  const nodes: StretchNode[] = [];
  for (let at = from; at <= to; at += each) {
    const last = Math.min(to, at + each - 1);
    const start = at === from ? Math.max(node.start, regions.startOf(at)) : regions.startOf(at);
    const { id } = node;
    nodes.push({
      kind: 'stretch',
      id,
      from: at,
      to: last,
      parent: node,
      depth: depthBelow(node),
      start,
      ...fresh,
    });
  }
  return nodes;
}

function depthBelow(parent: Node | null): number {
  return parent ? parent.depth + 1 : 0;
}
