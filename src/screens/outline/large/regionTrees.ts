import type { Region } from '../../../engine/inspection';
import { firstAbove } from '../../../tree/columns';
import type { SparseIndex } from '../../../tree/sparseIndex';
import { Tree } from '../../../tree/tree';

/** Reads a region again, in pieces of tape. */
export type ReadTape = (region: Region) => Promise<ArrayBuffer[]>;

/** Trees that are kept: a few screens' worth, at about 100 KB each. */
const mostTrees = 64;

/**
 * A large document cut into regions at the entries of its index from which it can be read again, and
 * the trees of those regions that were looked at last. A region's tree begins with the elements that
 * are open at its start (`outerOf` names them), so that each element has its parent there.
 */
export class RegionTrees {
  readonly index: SparseIndex;
  readonly #readTape: ReadTape;
  readonly #mark: number;
  /** The entry at which each region begins; the first begins before any. */
  readonly #entries: number[] = [-1];
  readonly #starts: number[];
  readonly #trees = new Map<number, Tree>();
  readonly #loading = new Map<number, Promise<Tree>>();

  /**
   * @param index of the whole document
   * @param mark bytes of its byte order mark, in its UTF-8 form
   */
  constructor(index: SparseIndex, mark: number, readTape: ReadTape) {
    this.index = index;
    this.#mark = mark;
    this.#readTape = readTape;
    for (let entry = 0; entry < index.entries - 1; entry++) {
      if (index.isReadable(entry)) this.#entries.push(entry);
    }
    this.#starts = this.#entries.map((entry) => (entry < 0 ? mark : index.textOf(entry)));
  }

  /** Number of regions. */
  get count(): number {
    return this.#entries.length;
  }

  /** The region around an offset into the UTF-8 form. */
  regionAt(text: number): number {
    return Math.max(0, firstAbove(this.#starts, text, 0, this.#starts.length) - 1);
  }

  /** Offset of a region's first byte; that of the region after the last is the document's end. */
  startOf(region: number): number {
    return this.#starts[region] ?? this.index.textOf(this.index.entries - 1);
  }

  /** The line in which a region begins; of the region after the last, that in which the last ends. */
  lineOf(region: number): number {
    if (region >= this.count) return this.index.placeOf(this.index.entries - 1).line;
    const entry = this.#entries[region] ?? -1;
    return entry < 0 ? 1 : this.index.placeOf(entry).line;
  }

  /** Elements that begin before a region. */
  elementsBefore(region: number): number {
    if (region >= this.count) return this.index.elementsBefore(this.index.entries - 1);
    const entry = this.#entries[region] ?? -1;
    return entry < 0 ? 0 : this.index.elementsBefore(entry);
  }

  /** The elements that are open where a region begins, the root first. */
  outerOf(region: number): number[] {
    const entry = this.#entries[region] ?? -1;
    return entry < 0 || region >= this.count ? [] : this.index.openAt(entry);
  }

  /** The tree of a region, if it is at hand. */
  peek(region: number): Tree | null {
    const tree = this.#trees.get(region);
    if (!tree) return null;
    // The order of the map is the order of use.
    this.#trees.delete(region);
    this.#trees.set(region, tree);
    return tree;
  }

  /** The tree of a region, read again where it is not at hand. Rejects as reading does. */
  async load(region: number): Promise<Tree> {
    const known = this.peek(region);
    if (known) return known;
    let loading = this.#loading.get(region);
    if (!loading) {
      loading = this.#read(region).finally(() => this.#loading.delete(region));
      this.#loading.set(region, loading);
    }
    return loading;
  }

  /** Gives the memory back. */
  letGo(): void {
    this.#trees.clear();
  }

  async #read(region: number): Promise<Tree> {
    const batches = await this.#readTape(this.#regionOf(region));
    const tree = new Tree(this.startOf(region + 1) - this.startOf(region));
    tree.openWith(this.outerOf(region).map((id) => this.index.startOf(id).text));
    for (const batch of batches) tree.add(batch);
    this.#trees.set(region, tree);
    for (const oldest of this.#trees.keys()) {
      if (this.#trees.size <= mostTrees) break;
      this.#trees.delete(oldest);
    }
    return tree;
  }

  #regionOf(region: number): Region {
    const entry = this.#entries[region] ?? -1;
    const next = this.#entries[region + 1] ?? this.index.entries - 1;
    const end = this.index.placeOf(next).offset;
    const want = 'tape';
    if (entry < 0) {
      // In another encoding the mark in the file is not the one in the UTF-8 form.
      const mark = this.#mark;
      return { want, start: mark, end, text: mark, line: 1, column: 1 };
    }
    const { offset, text, line, column } = this.index.placeOf(entry);
    return { want, start: offset, end, text, line, column };
  }
}
