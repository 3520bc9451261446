/*
 * Paths as documents write them and as files are shown. Both use slashes here: a backslash counts as
 * one everywhere, since documents come from Windows, and names that hold one hardly exist.
 */

/** What an absolute path begins with: a server's share, a drive, or the root of all. */
const absoluteStart = /^(\/\/[^/]+\/[^/]+|[A-Za-z]:\/|\/)/;

/** A scheme (`https:`), or a drive without a root (`C:x`), whose folder nobody here knows. */
const elsewhere = /^[A-Za-z][A-Za-z0-9+.-]*:/;

/** A file's extension, also of one that is packed. */
const extensionPattern = /\.([^./]+?)(?:\.gz)?$/i;

/** Whether a joined path does not depend on the folder that it was written in. */
export function isAbsolute(path: string): boolean {
  return absoluteStart.test(path);
}

/** The folder that a file or folder lies in; '' for what has no folder in front of it. */
export function folderOf(path: string): string {
  const { start, parts } = split(path);
  return start + parts.slice(0, -1).join('/');
}

/** The last part of a path. */
export function nameOf(path: string): string {
  return split(path).parts.at(-1) ?? '';
}

/** A file's extension in lower case, without the point; '' where it has none. Packing does not count. */
export function extensionOf(path: string): string {
  return extensionPattern.exec(path)?.[1]?.toLowerCase() ?? '';
}

/**
 * A written path as seen from where the folder's own path begins, without `.`, `..` and doubled
 * slashes. Where it climbs above that, it begins with as many `..`; percent signs and all other
 * characters stand for themselves. Null for what is no path in a file system (a URL), or one that
 * depends on more than the folder (`C:x`).
 */
export function joinPath(folder: string, written: string): string | null {
  const slashed = written.replaceAll('\\', '/');
  if (isAbsolute(slashed)) return normal(slashed);
  if (elsewhere.test(slashed)) return null;
  return normal(folder === '' ? slashed : `${folder}/${slashed}`);
}

/** How a path would be written in a document that lies in the folder. */
export function relativePath(folder: string, path: string): string {
  const from = split(folder);
  const to = split(path);
  const shared = sharedParts(from.parts, to.parts);
  const left = from.parts.slice(shared);
  // What a folder is called that is to be entered again after `..` is not known.
  if (from.start !== to.start || left.includes('..')) return path;
  const up = left.map(() => '..');
  const parts = [...up, ...to.parts.slice(shared)];
  return parts.length === 0 ? '.' : parts.join('/');
}

/** The innermost folder around both paths, and what of the second one lies below it. */
export function commonFolder(folder: string, path: string): { folder: string; below: string[] } {
  const from = split(folder);
  const to = split(path);
  const shared = from.start === to.start ? sharedParts(from.parts, to.parts) : 0;
  let at = shared;
  while (to.parts[at] === '..') at++;
  return { folder: to.start + to.parts.slice(0, at).join('/'), below: to.parts.slice(at) };
}

/** A name in a folder, as a path. */
export function inFolder(folder: string, name: string): string {
  return folder === '' || folder.endsWith('/') ? folder + name : `${folder}/${name}`;
}

function sharedParts(a: readonly string[], b: readonly string[]): number {
  let shared = 0;
  while (shared < a.length && shared < b.length && a[shared] === b[shared]) shared++;
  return shared;
}

function normal(path: string): string {
  const { start, parts } = split(path);
  return start + parts.join('/');
}

/** Splits a path into what makes it absolute ('' where nothing does) and its names. */
function split(path: string): { start: string; parts: string[] } {
  const slashed = path.replaceAll('\\', '/');
  const [start = ''] = absoluteStart.exec(slashed) ?? [];
  const parts: string[] = [];
  for (const part of slashed.slice(start.length).split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    // There is nothing above the root; above a relative path, there may be.
    else if (parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (start === '') parts.push(part);
  }
  const share = start.startsWith('//') ? `${start}/` : start;
  return { start: share, parts };
}
