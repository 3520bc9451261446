/**
 * Names that file systems, archivers and version control leave behind. They are never what a person
 * means to check, so folders and archives are listed without them.
 */
const leftOut = new Set([
  '__MACOSX',
  '.DS_Store',
  'Thumbs.db',
  'desktop.ini',
  '.git',
  '.hg',
  '.svn',
]);

/** True when a file or folder of this name (without its path) is left out of lists. */
export function isLeftOut(name: string): boolean {
  return leftOut.has(name) || name.startsWith('._');
}

/**
 * The order of lists: folder by folder, names by their UTF-16 units. It does not depend on the
 * platform or its language, so that a report is the same everywhere.
 */
export function comparePaths(a: string, b: string): number {
  const left = a.split('/');
  const right = b.split('/');
  for (let at = 0; at < left.length && at < right.length; at++) {
    const x = left[at] ?? '';
    const y = right[at] ?? '';
    if (x !== y) return x < y ? -1 : 1;
  }
  return left.length - right.length;
}

/**
 * Makes a path unique among those taken, as file managers do: `a.xml`, `a (2).xml`. Findings and
 * links name files by their path, so two files cannot share one.
 */
export function uniquePath(path: string, taken: (path: string) => boolean): string {
  if (!taken(path)) return path;
  let number = 2;
  while (taken(withNote(path, String(number)))) number++;
  return withNote(path, String(number));
}

/** A path with a note in brackets behind the file's name, in front of its extension: `a (2).xml`. */
export function withNote(path: string, note: string): string {
  const dot = path.lastIndexOf('.');
  const cut = dot > path.lastIndexOf('/') + 1 ? dot : path.length;
  return `${path.slice(0, cut)} (${note})${path.slice(cut)}`;
}

/** An entry's name as a path below its archive, and whether it tried to be anything else. */
export interface EntryPath {
  path: string;
  /** True for absolute names and for names that climb out with `..`. */
  outside: boolean;
}

/** Turns an entry's name into a relative path with `/`, without `.`, `..` and drive letters. */
export function entryPath(name: string): EntryPath {
  const slashed = name.replace(/\\/g, '/');
  const bare = slashed.replace(/^([A-Za-z]:)?\/*/, '');
  const kept: string[] = [];
  let climbs = false;
  for (const part of bare.split('/')) {
    if (part === '..') climbs = true;
    else if (part !== '' && part !== '.') kept.push(part);
  }
  return { path: kept.join('/'), outside: climbs || bare !== slashed };
}
