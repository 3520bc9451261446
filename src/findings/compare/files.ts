import type { FileReport } from '../report';

/** A file of one report and the same file of another; null on one side where only one knows it. */
export interface FilePair {
  before: FileReport | null;
  after: FileReport | null;
  /** True where the path is another, more than that all files of the report are in another folder. */
  moved: boolean;
}

/** Names and folders from the end of a path by which a file is known again, at most. */
const mostNames = 8;

/** Characters of a hash that are compared: reports in links keep no more of it (12 bytes, in hex). */
const hashLength = 24;

/** A file of a report while its counterpart is looked for. */
interface Sought {
  readonly file: FileReport;
  readonly path: string;
  /** Below the folder that all files of its report are in. */
  readonly inner: string;
  paired: boolean;
}

type Pair = (before: Sought, after: Sought) => void;

/**
 * Finds the files that two reports have in common, by what says most first: the same path; the same
 * path below the folder that all files of a report are in (`old/a`, `new/a`); the same content; the
 * longest end of the path that only one file of each report has. Two reports of one file each are
 * about the same one, whatever its name. Files of `before` alone and of `after` alone are among what
 * comes out, which is in the order of the paths below those folders, the later path where there are
 * two.
 */
export function pairFiles(
  before: readonly FileReport[],
  after: readonly FileReport[],
): readonly FilePair[] {
  const [old, fresh] = [soughtOf(before), soughtOf(after)];
  const found: { order: string; pair: FilePair }[] = [];
  let moved = false;
  const pair: Pair = (a, b) => {
    a.paired = b.paired = true;
    found.push({ order: b.inner, pair: { before: a.file, after: b.file, moved } });
  };
  pairByKey(old, fresh, ({ path }) => path, pair);
  pairByKey(old, fresh, ({ inner }) => inner, pair);
  moved = true;
  pairByKey(old, fresh, ({ file }) => hashOf(file), pair);
  pairByEnds(old, fresh, pair);
  const [a, b] = [old[0], fresh[0]];
  if (a && b && old.length === 1 && fresh.length === 1 && !a.paired) pair(a, b);
  for (const { file, inner } of left(old)) {
    found.push({ order: inner, pair: { before: file, after: null, moved: false } });
  }
  for (const { file, inner } of left(fresh)) {
    found.push({ order: inner, pair: { before: null, after: file, moved: false } });
  }
  return found
    .sort((x, y) => (x.order < y.order ? -1 : x.order > y.order ? 1 : 0))
    .map((one) => one.pair);
}

/** Whether both reports on a file are about the same bytes; false where that is not known. */
export function sameContent({ before, after }: Pick<FilePair, 'before' | 'after'>): boolean {
  const hash = before && hashOf(before);
  return hash !== null && after !== null && hash === hashOf(after);
}

function soughtOf(files: readonly FileReport[]): readonly Sought[] {
  const paths = files.map(({ path }) => path.replaceAll('\\', '/').replace(/^(?:\.\/+)+/, ''));
  const common = commonFolder(paths);
  return files.map((file, at) => {
    const path = paths[at] ?? '';
    return { file, path, inner: path.slice(common.length), paired: false };
  });
}

/** The folder that all paths are in, with the `/` at its end; empty where there is none. */
function commonFolder([first = '', ...others]: readonly string[]): string {
  let folder = first.slice(0, first.lastIndexOf('/') + 1);
  for (const path of others) {
    let same = 0;
    while (same < folder.length && folder[same] === path[same]) same++;
    if (same === 0) return '';
    folder = folder.slice(0, folder.lastIndexOf('/', same - 1) + 1);
  }
  return folder;
}

/** The beginning of a file's hash; null where there is none, or too little to go by. */
function hashOf({ hash }: FileReport): string | null {
  return hash !== undefined && hash.length >= hashLength
    ? hash.slice(0, hashLength).toLowerCase()
    : null;
}

function left(files: readonly Sought[]): readonly Sought[] {
  return files.filter(({ paired }) => !paired);
}

/** Pairs files of the same key, several of one key in their order. */
function pairByKey(
  old: readonly Sought[],
  fresh: readonly Sought[],
  keyOf: (file: Sought) => string | null,
  pair: Pair,
): void {
  const waiting = new Map<string, Sought[]>();
  for (const file of left(fresh)) {
    const key = keyOf(file);
    if (key === null) continue;
    const some = waiting.get(key);
    if (some) some.push(file);
    else waiting.set(key, [file]);
  }
  // Taken from the end, which costs the same however many there are.
  for (const some of waiting.values()) some.reverse();
  for (const file of left(old)) {
    const key = keyOf(file);
    const other = key === null ? undefined : waiting.get(key)?.pop();
    if (other) pair(file, other);
  }
}

/**
 * Pairs files whose paths end alike, where no other file of either report ends like that: a name
 * that is in many folders says nothing.
 */
function pairByEnds(old: readonly Sought[], fresh: readonly Sought[], pair: Pair): void {
  if (left(old).length === 0 || left(fresh).length === 0) return;
  const [oldEnds, freshEnds] = [old.map(endsOf), fresh.map(endsOf)];
  for (let names = mostNames; names > 0; names--) {
    const oldOnes = onlyOnes(old, oldEnds, names);
    for (const [end, b] of onlyOnes(fresh, freshEnds, names)) {
      const a = oldOnes.get(end);
      if (a && b && !a.paired && !b.paired) pair(a, b);
    }
  }
}

/** The last name of a path, its last two, and so on. */
function endsOf({ path }: Sought): readonly string[] {
  const ends: string[] = [];
  for (let at = path.length; at >= 0 && ends.length < mostNames;) {
    at = at === 0 ? -1 : path.lastIndexOf('/', at - 1);
    ends.push(path.slice(at + 1));
  }
  return ends;
}

/** By the last so many names of their paths, the files that have them; null where several do. */
function onlyOnes(
  files: readonly Sought[],
  ends: readonly (readonly string[])[],
  names: number,
): Map<string, Sought | null> {
  const byEnd = new Map<string, Sought | null>();
  for (const [at, file] of files.entries()) {
    const end = ends[at]?.[names - 1];
    if (end !== undefined) byEnd.set(end, byEnd.has(end) ? null : file);
  }
  return byEnd;
}
