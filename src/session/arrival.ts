import type { FileReport } from '../findings/report';
import type { ExcerptOf } from '../findings/text';
import { withNote } from '../intake/paths';
import type { Source } from '../intake/source';
import type { Provenance } from './provenance';

/**
 * How sure it is that a file at hand is the one that a report speaks of: its content has the hash
 * that the report names, or only its name and, where the report tells it, its size are the same.
 */
export type JoinedBy = 'content' | 'name';

/** A file that a received report was joined with. */
export interface Joined {
  /** Carries the path of the entry, as findings do. */
  readonly source: Source;
  readonly by: JoinedBy;
  /** Path of the entry that the same file has besides, where it is checked; null where there is none. */
  readonly here: string | null;
}

/** A report on one file that was made elsewhere, and what has become of it here. */
export interface Arrival {
  readonly from: Provenance;
  /** As it came, under the path that it came with. */
  readonly report: FileReport;
  /** The source lines that came with it, by its own path; null where none did. */
  readonly excerptOf: ExcerptOf | null;
  /** Null as long as the file itself is not here. */
  readonly joined: Joined | null;
  /** Path of a file here that has its name, but another content; null where there is none. */
  readonly otherVersion: string | null;
  /** Whether the file has been checked here since: what was found elsewhere is shown no more. */
  readonly checkedHere: boolean;
}

/** A report that has just come. */
export function arrivalOf(
  report: FileReport,
  from: Provenance,
  excerptOf: ExcerptOf | null,
): Arrival {
  return { from, report, excerptOf, joined: null, otherVersion: null, checkedHere: false };
}

/** The path for a report that cannot have its own, as another file here is called so. */
export function asidePath(path: string): string {
  return withNote(path, 'received');
}
