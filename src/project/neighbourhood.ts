import { loadPacks } from '../formats/registry';
import { comparePaths } from '../intake/paths';
import type { Digest, Neighbour } from '../rules/neighbours';
import { findPlace, type Kind } from './directories';
import { Digests, type DigestMaker } from './digests';
import { extensionOf, inFolder } from './paths';
import type { Surroundings } from './surroundings';

/** A question about a place, as it reaches those who know the surroundings. */
export interface Wanted {
  /** Joined with the folder of the document that says so (`joinPath`). */
  path: string;
  want: Kind;
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
    const extensions = new Set((await loadPacks()).flatMap((pack) => pack.extensions));
    const paths: string[] = [];
    for (const [name, kind] of this.surroundings.list(folder)?.names ?? []) {
      const extension = extensionOf(name);
      const wanted = extensions.has(extension) || extension === plainExtension;
      if (kind === 'file' && wanted) paths.push(inFolder(folder, name));
    }
    const files = await Promise.all(
      paths
        .sort(comparePaths)
        .map(async (path) => ({ path, digest: await this.#digest(path, make) })),
    );
    // What calls itself nothing but XML, and is nothing that a pack knows, is none of its business.
    return files.filter(
      ({ path, digest }) => digest !== null || extensionOf(path) !== plainExtension,
    );
  }

  async #digest(path: string, make: DigestMaker): Promise<Digest | null> {
    const source = this.surroundings.sourceAt(path);
    return source ? this.#digests.get(source, make) : null;
  }
}
