import { comparePaths } from '../intake/paths';
import { nearest } from '../schema/nearest';
import { commonFolder, extensionOf, folderOf, inFolder } from './paths';

/** What lies directly in a folder. Names may be added to it, and never leave. */
export interface Listing {
  readonly names: ReadonlyMap<string, Kind>;
  /** False where there may be more than is known, as around a file that was dropped alone. */
  readonly complete: boolean;
}

export type Kind = 'file' | 'folder';

/** Folders that can be looked into. */
export interface Directories {
  /** Null where nothing is known of what a folder holds, or whether there is one. */
  list(folder: string): Listing | null;
}

/** What there is at a path. */
export type Place =
  | {
      found: Kind;
      /** Spelt as it really is. */
      path: string;
      /** False where only the case of letters tells the path from the one that was asked for. */
      exact: boolean;
    }
  | { found: 'nothing'; similar: string[] }
  | { found: 'unknown' };

/** Similar paths that are proposed, at most. */
const mostSimilar = 3;

/**
 * Looks for what is at a path, as a document in the folder `near` would: names as they are written
 * first, then names that differ in the case of letters only, as on Windows. That `near` is spelt as
 * it really is, is taken for granted.
 */
export function findPlace(directories: Directories, near: string, path: string, want: Kind): Place {
  const { folder, below } = commonFolder(near, path);
  // The document's own folder, or one around it, is no file.
  if (below.length === 0 && want === 'file') return { found: 'nothing', similar: [] };
  const end = descend(directories, folder, below, want);
  if (end.at === 'path') {
    const complete = want === 'file' || directories.list(end.path)?.complete === true;
    return complete ? { found: want, path: end.path, exact: end.exact } : { found: 'unknown' };
  }
  if (end.at !== 'missing') return { found: 'unknown' };
  const similar = new Set(displaced(directories, near, below, want));
  const meant = misspelt(directories, end, want);
  if (meant !== null) similar.add(meant);
  return { found: 'nothing', similar: [...similar].slice(0, mostSimilar) };
}

/** Where the way down from a folder ended. */
type WayDown =
  /** At what was looked for. */
  | { at: 'path'; path: string; exact: boolean }
  /** At the first of the names, which is certain not to be in the folder. */
  | { at: 'missing'; folder: string; names: readonly string[] }
  /** At a folder of which not enough is known. */
  | { at: 'unknown' };

/** Goes down from a folder, name by name. */
function descend(
  directories: Directories,
  folder: string,
  names: readonly string[],
  want: Kind,
): WayDown {
  let exact = true;
  let path = folder;
  for (const [at, name] of names.entries()) {
    const listing = directories.list(path);
    const spelt = listing && spellingOf(name, listing, kindAt(at, names, want));
    if (spelt === null) {
      if (listing?.complete !== true) return { at: 'unknown' };
      return { at: 'missing', folder: path, names: names.slice(at) };
    }
    exact &&= spelt === name;
    path = inFolder(path, spelt);
  }
  return { at: 'path', path, exact };
}

/** All names of a path but the last are folders’. */
function kindAt(at: number, names: readonly string[], want: Kind): Kind {
  return at < names.length - 1 ? 'folder' : want;
}

/** How a name is really spelt in a listing; null where it is not there. */
function spellingOf(name: string, listing: Listing, kind: Kind): string | null {
  if (listing.names.get(name) === kind) return name;
  const alike = byLowerCase(listing).get(name.toLowerCase()) ?? [];
  return alike.find((other) => listing.names.get(other) === kind) ?? null;
}

/** The names of listings by their lower-case forms, made when a name is first missed. */
const lowerCased = new WeakMap<Listing, { size: number; names: Map<string, string[]> }>();

function byLowerCase(listing: Listing): Map<string, string[]> {
  const { size } = listing.names;
  const known = lowerCased.get(listing);
  if (known?.size === size) return known.names;
  const names = new Map<string, string[]>();
  for (const name of listing.names.keys()) {
    const lower = name.toLowerCase();
    const alike = names.get(lower);
    if (alike) alike.push(name);
    else names.set(lower, [name]);
  }
  lowerCased.set(listing, { size, names });
  return names;
}

/** Where the path leads if the names that are not there are misspelt; null where to nothing. */
function misspelt(
  directories: Directories,
  { folder, names }: { folder: string; names: readonly string[] },
  want: Kind,
): string | null {
  const [name = '', ...rest] = names;
  const kind = kindAt(0, names, want);
  const candidates = [...(directories.list(folder)?.names ?? [])]
    .filter(([other, its]) => its === kind && (kind === 'folder' || isLike(name, other)))
    .map(([other]) => other)
    .sort(comparePaths);
  const meant = nearest(name, candidates);
  if (meant === null) return null;
  const path = inFolder(folder, meant);
  const end = descend(directories, path, rest, want);
  if (end.at === 'path') return end.path;
  return end.at === 'missing' ? misspelt(directories, end, want) : null;
}

/** Whether two names of files say that they are of the same kind: a model of a road is no road network. */
function isLike(name: string, other: string): boolean {
  return extensionOf(name) === extensionOf(other);
}

/** Where the end of the path leads from the document's folder, and from the one around it. */
function displaced(
  directories: Directories,
  near: string,
  names: readonly string[],
  want: Kind,
): string[] {
  const paths: string[] = [];
  const folders = near === '' ? [near] : [near, folderOf(near)];
  for (const folder of folders) {
    for (let at = 0; at < names.length; at++) {
      const end = descend(directories, folder, names.slice(at), want);
      if (end.at === 'path') paths.push(end.path);
    }
  }
  return paths;
}
