import type { Source } from '../intake/source';
import type { Directories, Kind, Listing } from './directories';
import { folderOf, inFolder, nameOf } from './paths';

interface ListedFolder extends Listing {
  readonly names: Map<string, Kind>;
}

/**
 * Folders as the paths of given files tell them. A file that was found below a folder or in an archive
 * shows that this was listed whole; beside files that were given by name, there may be others.
 */
export class ListedDirectories implements Directories {
  readonly #folders = new Map<string, ListedFolder>();
  readonly #sources = new Map<string, Source>();

  constructor(sources: Iterable<Source> = []) {
    for (const source of sources) this.add(source);
  }

  add(source: Source): void {
    const path = inFolder(folderOf(source.path), nameOf(source.path));
    this.#sources.set(path, source);
    this.#enter(path, 'file', source.origin === 'found');
  }

  list(folder: string): Listing | null {
    return this.#folders.get(folder) ?? null;
  }

  /** Paths of all files. */
  given(): Iterable<string> {
    return this.#sources.keys();
  }

  /** The file at exactly this path. */
  sourceAt(path: string): Source | null {
    return this.#sources.get(path) ?? null;
  }

  #enter(path: string, kind: Kind, found: boolean): void {
    const folder = folderOf(path);
    const name = nameOf(path);
    const known = this.#folders.get(folder);
    if (known) {
      // A folder beside a file of the same name is an archive that is listed as well.
      if (known.names.get(name) !== 'folder') known.names.set(name, kind);
      return;
    }
    const top = folder === '' || folder === '/';
    this.#folders.set(folder, { names: new Map([[name, kind]]), complete: found && !top });
    if (!top) this.#enter(folder, 'folder', found);
  }
}
