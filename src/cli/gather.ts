import { readdirSync, realpathSync, statSync } from 'node:fs';
import type { Finding } from '../findings/finding';
import { comparePaths, isLeftOut } from '../intake/paths';
import type { Source } from '../intake/source';
import { asUnreadable, intakeFinding, UnreadableSource } from '../intake/unreadable';
import { configFileName } from '../rules/settings';
import { expandGlob, hasGlob } from './glob';

/** A file to check, or a finding on one that cannot be reached. */
export type Given = { source: Source } | { finding: Finding };

/** What the arguments stand for, in their order, and what is wrong with the arguments themselves. */
export interface GatheredPaths {
  given: Given[];
  /** One line each, for standard error. */
  complaints: string[];
}

/**
 * Turns arguments into sources: files, folders (all files below, in the order of their names,
 * without settings and what systems leave behind), patterns, and `-` for standard input. Paths stay as they were
 * given. Pipes and devices are read to their end here, since they can be read but once.
 */
export async function gatherPaths(
  args: readonly string[],
  readAll: (path: string) => Promise<Blob>,
): Promise<GatheredPaths> {
  const gathered: GatheredPaths = { given: [], complaints: [] };
  for (const path of args) {
    if (path === '-') gathered.given.push({ source: blobSource(await readAll('-'), '-') });
    else if (!(await gatherPath(path, gathered, readAll))) {
      const matches = hasGlob(path) ? expandGlob(path) : [];
      for (const match of matches) await gatherPath(match, gathered, readAll);
      if (matches.length === 0) {
        gathered.complaints.push(
          hasGlob(path) ? `nothing matches “${path}”` : `there is no file or folder “${path}”`,
        );
      }
    }
  }
  return gathered;
}

/** Adds what is at a path; false where there is nothing. */
async function gatherPath(
  path: string,
  gathered: GatheredPaths,
  readAll: (path: string) => Promise<Blob>,
): Promise<boolean> {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return false;
  if (stats.isDirectory()) {
    const before = gathered.given.length;
    const base = path.replace(/[/\\]+$/, '');
    walk(path, base === '' ? '/' : `${base}/`, new Set(), gathered.given);
    if (gathered.given.length === before) gathered.complaints.push(`“${path}” holds no files`);
  } else if (stats.isFile()) {
    gathered.given.push({ source: fileSource(path, stats.size, 'named') });
  } else {
    gathered.given.push({ source: blobSource(await readAll(path), path) });
  }
  return true;
}

/** `inside` holds the real paths of the folders around, since links may lead back to one of them. */
function walk(folder: string, prefix: string, inside: ReadonlySet<string>, given: Given[]): void {
  let names: string[];
  let real: string;
  try {
    real = realpathSync.native(folder);
    if (inside.has(real)) return;
    names = readdirSync(folder).filter((name) => !isLeftOut(name) && name !== configFileName);
  } catch (error) {
    given.push({
      finding: unreachable('file.unreadable-folder', 'The folder', folder, error),
    });
    return;
  }
  const around = new Set(inside).add(real);
  for (const name of names.sort(comparePaths)) {
    const path = prefix + name;
    try {
      const stats = statSync(path);
      if (stats.isDirectory()) walk(path, `${path}/`, around, given);
      else if (stats.isFile()) given.push({ source: fileSource(path, stats.size, 'found') });
    } catch (error) {
      given.push({
        finding: unreachable('file.unreadable', 'The file', path, error),
      });
    }
  }
}

function unreachable(rule: string, what: string, path: string, error: unknown): Finding {
  const reason = asUnreadable(error);
  const why = reason instanceof UnreadableSource ? reason.message : String(error);
  return intakeFinding(rule, 'critical', path, `${what} could not be read. ${why}`);
}

/** The source that a file on disk is. */
export function fileSource(path: string, size: number, origin: Source['origin']): Source {
  const bytes = { file: path, start: 0, end: size };
  return { path, bytes, packing: 'none', size, origin, nesting: 0 };
}

function blobSource(blob: Blob, path: string): Source {
  return {
    path,
    bytes: blob,
    packing: 'none',
    size: blob.size,
    origin: 'named',
    nesting: 0,
  };
}
