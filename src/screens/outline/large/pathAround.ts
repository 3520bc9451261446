import { none } from '../../../tree/tree';
import type { RegionTrees } from './regionTrees';

/** The path of the innermost element around an offset, or an empty text. Rejects as reading does. */
export async function pathAround(regions: RegionTrees, text: number): Promise<string> {
  const region = regions.regionAt(text);
  const tree = await regions.load(region);
  const element = tree.elementAt(text);
  if (element === none) return '';
  const outer = regions.outerOf(region);
  return tree
    .ancestryOf(element)
    .map((at) => `/${at < outer.length ? regions.index.nameOf(outer[at] ?? 0) : tree.nameOf(at)}`)
    .join('');
}
