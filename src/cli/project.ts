import { readdirSync, statSync } from 'node:fs';
import type { Source } from '../intake/source';
import type { Kind, Listing } from '../project/directories';
import { ListedDirectories } from '../project/listed';
import { inFolder, joinPath } from '../project/paths';
import type { Surroundings } from '../project/surroundings';
import { fileSource } from './gather';

/**
 * The files around those that are checked: the file system, and the archives that were opened. Each
 * folder is listed once in a run, so what appears in it later is not seen.
 */
export class FileSystemSurroundings implements Surroundings {
  readonly listing = null;
  #epoch = 1;
  readonly #archives: string[] = [];
  readonly #archived = new ListedDirectories();
  readonly #given: readonly string[];
  readonly #listings = new Map<string, Listing | null>();

  /** @param given paths of the files that are to be checked */
  constructor(given: readonly string[] = []) {
    this.#given = given;
  }

  get epoch(): number {
    return this.#epoch;
  }

  /** Takes in what an archive holds. */
  addArchive(archive: Source, entries: readonly Source[]): void {
    this.#archives.push(joinPath('', archive.path) ?? archive.path);
    for (const entry of entries) this.#archived.add(entry);
    this.#epoch += 1;
  }

  /** Standard input and pipes lie in no folder. */
  surrounds({ bytes, nesting }: Source): boolean {
    return nesting > 0 || !(bytes instanceof Blob);
  }

  list(folder: string): Listing | null {
    if (this.#isArchived(folder)) return this.#archived.list(folder);
    let listing = this.#listings.get(folder);
    if (listing === undefined) this.#listings.set(folder, (listing = read(folder)));
    return listing;
  }

  given(): Iterable<string> {
    return [...this.#given, ...this.#archived.given()];
  }

  sourceAt(path: string): Source | null {
    if (this.#isArchived(path)) return this.#archived.sourceAt(path);
    const stats = statSync(path, { throwIfNoEntry: false });
    return stats?.isFile() === true ? fileSource(path, stats.size, 'found') : null;
  }

  #isArchived(path: string): boolean {
    return this.#archives.some((archive) => path === archive || path.startsWith(`${archive}/`));
  }
}

/** What a folder on disk holds; null where it cannot be looked into. */
function read(folder: string): Listing | null {
  const names = new Map<string, Kind>();
  try {
    for (const entry of readdirSync(folder === '' ? '.' : folder, { withFileTypes: true })) {
      // A link is what it leads to; one that leads nowhere is nothing.
      const what = entry.isSymbolicLink()
        ? statSync(inFolder(folder, entry.name), { throwIfNoEntry: false })
        : entry;
      if (what?.isFile() === true) names.set(entry.name, 'file');
      else if (what?.isDirectory() === true) names.set(entry.name, 'folder');
    }
  } catch {
    // Nobody may look into it, or it is not there: either way nothing can be said of what it holds.
    return null;
  }
  return { names, complete: true };
}
