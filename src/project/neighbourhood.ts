import { loadPacks } from '../formats/registry';
import { comparePaths } from '../intake/paths';
import type { Asked, Digest, Neighbour } from '../rules/neighbours';
import { findPlace } from './directories';
import { Digests, type DigestMaker } from './digests';
import { extensionOf, inFolder } from './paths';
import type { Surroundings } from './surroundings';

/** A question about a place, as it reaches those who know the surroundings. */
export interface Wanted {
  /** Joined with the folder of the document that says so (`joinPath`). */
  path: string;
  want: Asked['want'];
  /** That document's folder. */
  near: string;
}

/** The answers to some questions, in their order; `similar` are paths as they are shown. */
export interface Answers {
  /** The state of the surroundings that they hold for. */
  epoch: number;
  found: Neighbour[];
}

/** An extension that says nothing about what the document is. */
const plainExtension = 'xml';

/** Documents of a project that are looked through as a whole, at most. */
const mostDocuments = 2000;

/** Answers what documents ask of the files around them. */
export class Neighbourhood {
  readonly surroundings: Surroundings;
  readonly #digests: Digests;

  constructor(surroundings: Surroundings, digests = new Digests()) {
    this.surroundings = surroundings;
    this.#digests = digests;
  }

  /** Waits until everything is listed, and asks `make` for those digests that are not at hand. */
  async answer(wanted: readonly Wanted[], make: DigestMaker): Promise<Answers> {
    while (this.surroundings.listing) await this.surroundings.listing;
    const { epoch } = this.surroundings;
    const found = await Promise.all(wanted.map((one) => this.#answerOne(one, make)));
    return { epoch, found };
  }

  async #answerOne({ path, want, near }: Wanted, make: DigestMaker): Promise<Neighbour> {
    if (want === 'project') return this.#project(make);
    const place = findPlace(this.surroundings, near, path, want);
    switch (place.found) {
      case 'file':
        return { ...place, found: 'file', digest: await this.#digest(place.path, make) };
      case 'folder':
        return { ...place, found: 'folder', files: await this.#files(place.path, make) };
      default:
        return place;
    }
  }

  async #files(
    folder: string,
    make: DigestMaker,
  ): Promise<{ path: string; digest: Digest | null }[]> {
    const isDocument = await documentNames();
    const paths: string[] = [];
    for (const [name, kind] of this.surroundings.list(folder)?.names ?? []) {
      if (kind === 'file' && isDocument(name)) paths.push(inFolder(folder, name));
    }
    const files = await this.#digested(paths, make);
    // What calls itself nothing but XML, and is nothing that a pack knows, is none of its business.
    return files.filter(
      ({ path, digest }) => digest !== null || extensionOf(path) !== plainExtension,
    );
  }

  async #project(make: DigestMaker): Promise<Neighbour> {
    const isDocument = await documentNames();
    const paths: string[] = [];
    for (const path of this.surroundings.given()) {
      if (isDocument(path) && paths.push(path) > mostDocuments) return { found: 'unknown' };
    }
    return { found: 'folder', path: '', exact: true, files: await this.#digested(paths, make) };
  }

  #digested(
    paths: string[],
    make: DigestMaker,
  ): Promise<{ path: string; digest: Digest | null }[]> {
    return Promise.all(
      paths
        .sort(comparePaths)
        .map(async (path) => ({ path, digest: await this.#digest(path, make) })),
    );
  }

  async #digest(path: string, make: DigestMaker): Promise<Digest | null> {
    const source = this.surroundings.sourceAt(path);
    return source ? this.#digests.get(source, make) : null;
  }
}

/** Tells by a file's name whether it may be a document that a pack knows. */
async function documentNames(): Promise<(path: string) => boolean> {
  const extensions = new Set((await loadPacks()).flatMap((pack) => pack.extensions));
  return (path) => {
    const extension = extensionOf(path);
    return extensions.has(extension) || extension === plainExtension;
  };
}
