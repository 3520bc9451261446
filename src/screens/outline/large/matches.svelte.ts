import type { Region } from '../../../engine/inspection';
import { none, type Tree } from '../../../tree/tree';
import { nodeAt, type Node } from './nodes';
import type { RegionTrees } from './regionTrees';

/** Streams through a large file, telling offsets at which a text stands. */
export type FindText = (
  query: string,
  told: { found(offsets: Float64Array): void; progress(share: number): void },
  signal: AbortSignal,
) => Promise<void>;

/** Matches that are listed. Nobody reads more of them one by one. */
export const mostMatches = 500;

/**
 * A search through a large file: a worker looks through its text, and what it finds is looked at
 * again, whether it stands in a name or a value.
 */
export class LargeSearch {
  readonly query: string;
  /** Elements whose name, or an attribute's value, holds it. */
  matches: readonly Node[] = $state.raw([]);
  running = $state.raw(true);
  /** Share of the file that was looked through. */
  share = $state.raw(0);
  /** True when there are more matches than are listed. */
  cut = $state.raw(false);
  readonly #regions: RegionTrees;
  readonly #controller = new AbortController();
  #waiting: number[] = [];
  #last = -1;

  constructor(query: string, regions: RegionTrees) {
    this.query = query;
    this.#regions = regions;
  }

  stop(): void {
    this.#controller.abort();
  }

  /** Runs to the end, to the last match that is listed, or until it is stopped. */
  async run(find: FindText): Promise<void> {
    const { signal } = this.#controller;
    let over = false;
    const found = (offsets: Float64Array): void => {
      for (const offset of offsets) this.#waiting.push(offset);
    };
    const progress = (share: number): void => {
      this.share = share;
    };
    const finding = find(this.query, { found, progress }, signal).finally(() => (over = true));
    try {
      while (!over || this.#waiting.length > 0) {
        signal.throwIfAborted();
        if (this.#waiting.length === 0) await new Promise((resolve) => setTimeout(resolve, 30));
        else await this.#lookAt(this.#waiting.splice(0, 1000));
        if (this.matches.length < mostMatches) continue;
        this.cut = true;
        this.stop();
        break;
      }
      await finding;
    } catch (error) {
      if (!signal.aborted) throw error;
      await finding.catch(ignoreAborted);
    } finally {
      this.running = false;
    }
  }

  async #lookAt(offsets: readonly number[]): Promise<void> {
    const fresh: Node[] = [];
    for (const offset of offsets) {
      if (this.#controller.signal.aborted || this.matches.length + fresh.length >= mostMatches)
        break;
      const region = this.#regions.regionAt(offset);
      const tree = await this.#regions.load(region);
      const element = tree.lastStartingBy(offset);
      if (element === none || !holds(tree, element, offset)) continue;
      const start = tree.startOf(element);
      if (start === this.#last) continue;
      this.#last = start;
      fresh.push(nodeAt(this.#regions, region, tree, element));
    }
    if (fresh.length > 0) this.matches = [...this.matches, ...fresh];
  }
}

/** Whether an offset is in the name of a start tag, or in one of its values. */
function holds(tree: Tree, element: number, offset: number): boolean {
  if (offset >= tree.tagEndOf(element)) return false;
  const nameEnd = tree.startOf(element) + 1 + new TextEncoder().encode(tree.nameOf(element)).length;
  return offset < nameEnd || tree.attributeAt(offset) !== none;
}

function ignoreAborted(): void {
  // It was stopped, and has nothing more to say.
}

/** The region that is the whole of a document, to be searched. */
export function wholeOf(regions: RegionTrees, query: string): Region {
  const { index } = regions;
  const { offset } = index.placeOf(index.entries - 1);
  const text = regions.startOf(0);
  return { want: 'matches', query, start: text, end: offset, text, line: 1, column: 1 };
}
