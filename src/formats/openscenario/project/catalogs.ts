import type { Neighbour } from '../../../rules/neighbours';
import type { Model } from '../model/model';
import { none } from '../../../tree/tree';
import { catalogKinds } from './catalogKinds';
import type { CatalogDigest, DigestedEntry } from './layout';
import { openDigest } from './layout';

/** A catalog file in one of the folders that the scenario names. */
export interface FoundCatalog {
  readonly path: string;
  readonly digest: CatalogDigest;
  /** The kind of entries that its folder is named for. */
  readonly kind: string;
}

/** What a folder of `CatalogLocations` turned out to be. */
export interface CatalogFolder {
  /** The `Directory@path` attribute that names it. */
  readonly attribute: number;
  /** What its entries are to be. */
  readonly kind: string;
  readonly answer: Neighbour;
}

/** A `CatalogReference`, as far as it could be followed. */
export interface FollowedReference {
  readonly element: number;
  readonly catalogName: string;
  readonly entryName: string;
  /** Catalogs of that name; those whose file has the name where none is called so. */
  readonly catalogs: readonly FoundCatalog[];
  /** Whether it is only their files that have the name. */
  readonly byFileName: boolean;
  readonly entry: FoundEntry | null;
}

/**
 * The catalogs that a scenario can refer to. A catalog is found by `Catalog@name` in the folders that
 * `CatalogLocations` names, whatever its file is called (section 9.6: any valid catalog file of the
 * right name that resides in the folder is to be processed).
 */
export class Catalogs {
  readonly folders: readonly CatalogFolder[];
  readonly all: readonly FoundCatalog[];
  readonly #byName = new Map<string, FoundCatalog[]>();

  constructor(model: Model, answers: ReadonlyMap<number, Neighbour>) {
    this.folders = foldersOf(model, answers);
    this.all = this.folders.flatMap(catalogsIn);
    for (const catalog of this.all) {
      const { name } = catalog.digest;
      if (name === null) continue;
      const same = this.#byName.get(name) ?? [];
      // Two kinds may lie in one folder: then the same file is met twice.
      if (same.some(({ path }) => path === catalog.path)) continue;
      this.#byName.set(name, [...same, catalog]);
    }
  }

  /** Whether every folder was found: then what is not in them does not exist. */
  get complete(): boolean {
    return this.folders.every(({ answer }) => answer.found === 'folder');
  }

  /** Names of all catalogs, each once. */
  get names(): string[] {
    return [...this.#byName.keys()];
  }

  /** The catalogs of a name. */
  named(name: string): readonly FoundCatalog[] {
    return this.#byName.get(name) ?? [];
  }

  /** The catalogs whose file is called like this, without its extension, in whatever case. */
  inFileNamed(name: string): FoundCatalog[] {
    return this.all.filter(({ path }) => fileStem(path).toLowerCase() === name.toLowerCase());
  }

  /** The entry of a name in the catalogs of a name. */
  entry(catalog: string, name: string): FoundEntry | null {
    return entryIn(this.named(catalog), name);
  }
}

/** An entry, and the catalog that it is in. */
export interface FoundEntry {
  readonly catalog: FoundCatalog;
  readonly entry: DigestedEntry;
}

/** The entry of a name in some catalogs; of several, one of a kind that is asked for. */
export function entryIn(
  catalogs: readonly FoundCatalog[],
  name: string,
  kinds: readonly string[] = [],
): FoundEntry | null {
  let other: FoundEntry | null = null;
  for (const catalog of catalogs) {
    for (const entry of catalog.digest.entries) {
      if (entry.name !== name) continue;
      if (kinds.length === 0 || kinds.includes(entry.kind)) return { catalog, entry };
      other ??= { catalog, entry };
    }
  }
  return other;
}

/** A file's name without its folders and its extension. */
export function fileStem(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
}

function foldersOf(model: Model, answers: ReadonlyMap<number, Neighbour>): CatalogFolder[] {
  const { elements } = model;
  const folders: CatalogFolder[] = [];
  for (const directory of elements.named('Directory')) {
    const attribute = elements.attributeOf(directory, 'path');
    const answer = answers.get(attribute);
    const holder = elements.parentOf(directory);
    const kind = holder === none ? undefined : catalogKinds[elements.nameOf(holder)];
    if (answer && kind !== undefined) folders.push({ attribute, kind, answer });
  }
  return folders;
}

function catalogsIn({ answer, kind }: CatalogFolder): FoundCatalog[] {
  if (answer.found !== 'folder') return [];
  return answer.files.flatMap(({ path, digest }) => {
    const opened = digest && openDigest(digest.bytes);
    return opened?.kind === 'catalog' ? [{ path, digest: opened, kind }] : [];
  });
}
