import type { Finding } from '../findings/finding';
import type { FileReport } from '../findings/report';
import type { Source } from '../intake/source';
import type { Arrival } from './arrival';
import { naturalKey } from './naturalKey';
import type { Provenance } from './provenance';

/** Where a file stands: `failed` means that the check itself broke, not that the file is wrong. */
export type EntryState = 'queued' | 'reading' | 'done' | 'failed' | 'cancelled';

/** What is known of a file at one moment. Replaced as a whole, never changed in place. */
export interface EntryStatus {
  readonly state: EntryState;
  /** Bytes read so far. */
  readonly read: number;
  /** Bytes there will be, where that is known. */
  readonly total: number | null;
  /** Findings so far; the report's once there is one. */
  readonly findings: readonly Finding[];
  readonly report: FileReport | null;
  /** Why the check broke, when it did. */
  readonly failure: string | null;
  /** The report that was made elsewhere, where the file came as one. */
  readonly arrival: Arrival | null;
}

const queued: EntryStatus = {
  state: 'queued',
  read: 0,
  total: null,
  findings: [],
  report: null,
  failure: null,
  arrival: null,
};

let lastId = 0;

/**
 * One file of the session. The object stays the same from drop to removal, so it can be kept and
 * compared; its status is one signal, so that ten thousand files cost ten thousand signals.
 */
export class FileEntry {
  /** Unique among all files of the page's life. */
  readonly id = ++lastId;
  /** Unique among the files of the session. */
  readonly path: string;
  /** Orders paths as people do: `lane-2` before `lane-10`. */
  readonly sortKey: string;
  /** Share of the work, in bytes as far as they are known beforehand. */
  readonly weight: number;
  #source: Source | null;
  #status: EntryStatus = $state.raw(queued);

  constructor(path: string, source: Source | null, status?: Partial<EntryStatus>) {
    this.path = path;
    this.#source = source;
    this.sortKey = naturalKey(path);
    this.weight = source === null ? 0 : weightOf(source);
    if (status) this.#status = { ...queued, ...status };
  }

  /**
   * Null where there is nothing to read, such as a folder that could not be opened, or a report whose
   * file is not here.
   */
  get source(): Source | null {
    return this.#source ?? this.#status.arrival?.joined?.source ?? null;
  }

  /** What came from elsewhere, be it shown or not; null for all other files. */
  get arrival(): Arrival | null {
    return this.#status.arrival;
  }

  /** Set where the report was made elsewhere and is shown as it came. */
  get received(): Provenance | null {
    const { arrival } = this.#status;
    return arrival === null || arrival.checkedHere ? null : arrival.from;
  }

  /** Notes what has become of a report that was made elsewhere. */
  noteArrival(some: Partial<Arrival>): void {
    const { arrival } = this.#status;
    if (arrival) this.#status = { ...this.#status, arrival: { ...arrival, ...some } };
  }

  /**
   * Gives back what it holds, now that it is no more in the session: a list that is shown no more may
   * keep the file itself for a while. Nothing is told of it, as telling keeps what was there before.
   */
  letGo(): void {
    this.#source = null;
    Object.assign(this.#status, queued);
  }

  get status(): EntryStatus {
    return this.#status;
  }

  set status(status: EntryStatus) {
    this.#status = status;
  }

  get state(): EntryState {
    return this.#status.state;
  }

  get report(): FileReport | null {
    return this.#status.report;
  }

  get findings(): readonly Finding[] {
    return this.#status.findings;
  }

  /** True while there is still something to wait for. */
  get pending(): boolean {
    return this.#status.state === 'queued' || this.#status.state === 'reading';
  }
}

function weightOf(source: Source): number {
  if (source.size !== null) return source.size;
  const { bytes } = source;
  return bytes instanceof Blob ? bytes.size : bytes.end - bytes.start;
}

/**
 * True for a file that merely lay beside the others and is read by no pack: it is mentioned, but
 * must not crowd the list.
 */
export function isBystander(entry: FileEntry): boolean {
  const { report } = entry;
  return (
    entry.source?.origin === 'found' && report?.format === null && report.verdict === 'unsupported'
  );
}
