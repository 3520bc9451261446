import type { OutlineFeed } from '../../session/outlineFeed.svelte';
import { TapeError } from '../../tape/reader';
import { Tree } from '../../tree/tree';

/** Milliseconds of a frame that growing may take; the rest belongs to drawing and to the hand. */
const budgetMs = 6;

/**
 * The tree of one feed. It takes the feed's batches as they come, a few milliseconds at a time, so
 * that a large file never holds up the page; batches are let go once they are taken.
 */
export class GrowingTree {
  readonly tree: Tree;
  /** Grows whenever the tree has grown. */
  version = $state.raw(0);
  /** Grows when the tree has caught up with the whole file. */
  settled = $state.raw(0);
  /** Why the tree cannot grow on, if it cannot. */
  failure: TapeError | null = $state.raw(null);

  readonly #feed: OutlineFeed;
  #waiting = false;
  #gone = false;

  constructor(feed: OutlineFeed) {
    this.#feed = feed;
    this.tree = new Tree(feed.entry.weight);
  }

  /** True when the file was read to its end, or as far as it can be, and the tree holds all of it. */
  get complete(): boolean {
    void this.version;
    return this.#feed.state !== 'loading' && this.#feed.batches.length === 0;
  }

  /** Takes what has come, now and, if that is much, in later tasks. */
  takeIn(): void {
    if (this.#waiting) return;
    this.#waiting = true;
    setTimeout(() => {
      this.#waiting = false;
      this.#work();
    });
  }

  /** Gives the memory back when nobody looks at the file any more. */
  letGo(): void {
    this.#gone = true;
    this.tree.letGo();
  }

  #work(): void {
    if (this.#gone) return;
    // A file that turned out large has an index; what there was of its tree serves nobody.
    if (this.#feed.index) {
      this.letGo();
      return;
    }
    const { batches } = this.#feed;
    const until = performance.now() + budgetMs;
    let taken = 0;
    try {
      while (taken < batches.length && performance.now() < until) {
        const batch = batches[taken++];
        if (batch) this.tree.add(batch);
      }
    } catch (error) {
      if (!(error instanceof TapeError)) throw error;
      this.failure = error;
      taken = batches.length;
    }
    batches.splice(0, taken);
    if (taken > 0) this.version++;
    if (batches.length > 0) this.takeIn();
    else if (this.#feed.state !== 'loading') this.settled++;
  }
}

const trees = new WeakMap<OutlineFeed, GrowingTree>();

/** The tree that grows from a feed; all views of a file share it. */
export function growingTreeOf(feed: OutlineFeed): GrowingTree {
  let tree = trees.get(feed);
  if (!tree) {
    tree = new GrowingTree(feed);
    trees.set(feed, tree);
  }
  return tree;
}

/**
 * For the end of an effect that showed a feed: lets go of what was made from it, unless the feed is
 * still the one that is shown. It waits until everything that was drawn from it has gone too.
 */
export function letGoUnless(isShown: () => boolean, ...made: { letGo(): void }[]): void {
  setTimeout(() => {
    if (!isShown()) for (const one of made) one.letGo();
  });
}
