import type { OutlineFeed } from '../../../session/outlineFeed.svelte';
import { readPieces, type OpenedText, type ShelfSession } from '../../source/shelf';
import { RegionTrees } from './regionTrees';

const kept = new WeakMap<OutlineFeed, { regions: RegionTrees; controller: AbortController }>();

/**
 * The regions of a large file whose index is complete; all views of the file share them. `null` as
 * long as the file is being read, and for a file that has its tape.
 */
export function regionTreesOf(
  feed: OutlineFeed,
  session: ShelfSession,
  { text }: OpenedText,
): RegionTrees | null {
  const { index, entry, state } = feed;
  const { source } = entry;
  if (!index || index.entries === 0 || state === 'loading' || !source) return null;
  let found = kept.get(feed);
  if (!found) {
    const controller = new AbortController();
    const regions = new RegionTrees(index, text.mark, (region) =>
      readPieces(session, source, region, controller.signal),
    );
    found = { regions, controller };
    kept.set(feed, found);
  }
  return found.regions;
}

/** Gives the memory back when nobody looks at the file any more, and ends what still runs. */
export function letGoOfRegions(feed: OutlineFeed): void {
  const found = kept.get(feed);
  if (!found) return;
  found.controller.abort();
  found.regions.letGo();
  kept.delete(feed);
}
