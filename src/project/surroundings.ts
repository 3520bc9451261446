import type { Source } from '../intake/source';
import type { Directories } from './directories';

/** What lies around the documents that are checked: a dropped folder, an archive, the file system. */
export interface Surroundings extends Directories {
  /** Rises whenever there may be something else at a path than before. */
  readonly epoch: number;
  /** Settles when all that is being listed has been; null where nothing is. */
  readonly listing: Promise<void> | null;
  /** Whether the document lies in these surroundings at all, and not in a pipe. */
  surrounds(document: Source): boolean;
  /** Paths of all files that are given to be checked, as far as they are known by now. */
  given(): Iterable<string>;
  /** The file at a path that a listing gave; null where it has gone since. */
  sourceAt(path: string): Source | null;
}
