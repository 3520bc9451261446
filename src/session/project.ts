import type { Source } from '../intake/source';
import type { Listing } from '../project/directories';
import { ListedDirectories } from '../project/listed';
import type { Surroundings } from '../project/surroundings';

/**
 * The files at hand, as what lies around each of them: dropped folders, what archives hold, and files
 * that were given together. Where those who ask come while a folder is still being listed, they wait
 * for the rest of it.
 */
export class Project implements Surroundings {
  #epoch = 0;
  #sources: () => Iterable<Source> = () => [];
  #listed: ListedDirectories | null = null;
  #listings = 0;
  #listing: { promise: Promise<void>; end: () => void } | null = null;

  get epoch(): number {
    return this.#epoch;
  }

  get listing(): Promise<void> | null {
    return this.#listing?.promise ?? null;
  }

  /** Says that there are other files at hand now; they are gone through when somebody asks. */
  renew(sources: () => Iterable<Source>): void {
    this.#epoch += 1;
    this.#sources = sources;
    this.#listed = null;
  }

  /** Says that more files are about to come; gives what is to be called when all have. */
  expectMore(): () => void {
    this.#listings += 1;
    if (!this.#listing) {
      let end: () => void = () => undefined;
      const promise = new Promise<void>((resolve) => (end = resolve));
      this.#listing = { promise, end };
    }
    let over = false;
    return () => {
      if (over) return;
      over = true;
      this.#listings -= 1;
      if (this.#listings > 0) return;
      this.#listing?.end();
      this.#listing = null;
    };
  }

  surrounds(): boolean {
    return true;
  }

  list(folder: string): Listing | null {
    return this.#directories.list(folder);
  }

  given(): Iterable<string> {
    return this.#directories.given();
  }

  sourceAt(path: string): Source | null {
    return this.#directories.sourceAt(path);
  }

  get #directories(): ListedDirectories {
    return (this.#listed ??= new ListedDirectories(this.#sources()));
  }
}
