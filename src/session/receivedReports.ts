import type { ReadResult } from '../findings/readers';
import type { ReportDocument } from '../findings/reportDocument';
import type { Source } from '../intake/source';
import { nameOf } from '../project/paths';
import { asidePath, type JoinedBy } from './arrival';
import type { FileEntry } from './entry.svelte';
import type { EntryList } from './entryList';
import { hashOf } from './hashOf';
import { arrivedEntry, brokenReportEntry, isBrokenReport, receivedEntry } from './intakeEntries';
import { matchReceived } from './joining';
import type { Provenance } from './provenance';
import { readReportFile, type ReadReportBytes } from './reportFiles';

/** Is told of what becomes of received reports. */
export interface ReceivedEvents {
  /** Reports have been put into the list. */
  opened(entries: readonly FileEntry[]): void;
  /** A file that was to be opened as a report cannot be, and is in the list with a finding. */
  broken(entry: FileEntry): void;
  /** A report is in the list under another path, as another entry. */
  moved(entry: FileEntry, now: FileEntry): void;
  /** The file that a report speaks of is at hand. */
  joined(entry: FileEntry): void;
  /** An entry is to leave the list. */
  leaves(entry: FileEntry): void;
  /** Something is to be said to the person. */
  notice(text: string): void;
  /** What should never happen. */
  crash(error: unknown): void;
}

/**
 * Reports that were made elsewhere: they are put into the list, and joined with the files that they
 * speak of, whichever of the two comes first.
 */
export class ReceivedReports {
  readonly #entries: EntryList;
  readonly #events: ReceivedEvents;
  readonly #read: ReadReportBytes | undefined;
  /** Whether there may be any, for files to be joined with. */
  #any = false;

  /** @param read reads reports in files; where it is missing, all files are documents */
  constructor(entries: EntryList, events: ReceivedEvents, read: ReadReportBytes | undefined) {
    this.#entries = entries;
    this.#events = events;
    this.#read = read;
  }

  /** Says that there are none any more. */
  clear(): void {
    this.#any = false;
  }

  /** Puts a report into the list, a file an entry. */
  open({ files, excerpts }: ReportDocument, from: Provenance): void {
    const entries = files.map((report) => {
      const { path } = report;
      const free = this.#entries.at(path) ? this.#entries.freePath(asidePath(path)) : path;
      return this.#entries.add(receivedEntry(free, report, from, excerpts));
    });
    this.#any ||= entries.length > 0;
    this.#joinHeld(entries).catch((error: unknown) => {
      this.#events.crash(error);
    });
    this.#events.opened(entries);
  }

  /**
   * Opens what is a report among files that have come, and gives the others. Rejects with the
   * signal's reason.
   */
  async openFiles(
    sources: readonly Source[],
    mayBe: (source: Source) => boolean,
    signal: AbortSignal,
  ): Promise<readonly Source[]> {
    if (!this.#read || !sources.some(mayBe)) return sources;
    const others: Source[] = [];
    for (const source of sources) {
      const read = mayBe(source) ? await readReportFile(source, this.#read, signal) : null;
      signal.throwIfAborted();
      if (read === null) others.push(source);
      else this.#take(source, read);
    }
    return others;
  }

  /**
   * Joins files that have come with the reports that speak of them. Those that are here by no other
   * name are files of these reports then, and not among the rest.
   */
  async joinWith(
    sources: readonly Source[],
  ): Promise<{ rest: readonly Source[]; home: FileEntry | null }> {
    if (!this.#any) return { rest: sources, home: null };
    const paths = new Set(sources.map(({ path }) => path));
    const open = this.#entries.all.filter(
      ({ path, received, arrival }) => received !== null && (!arrival?.joined || paths.has(path)),
    );
    const { joined, others } = await matchReceived(sources, open, hashOf);
    const taken = new Set<Source>();
    let home: FileEntry | null = null;
    for (const [entry, { source, by }] of joined) {
      if (!this.#entries.holds(entry)) continue;
      const here = this.#entries.at(source.path);
      const isOrdinary = here?.received === null;
      const moved = here ? entry : this.#move(entry, source.path);
      this.#join(moved, source, by, isOrdinary ? source.path : null);
      if (!isOrdinary) taken.add(source);
      home ??= moved;
    }
    for (const [entry, { path }] of others) entry.noteArrival({ otherVersion: path });
    return { rest: sources.filter((source) => !taken.has(source)), home };
  }

  /** What was found elsewhere in another state of a file stays, and the file gets its name. */
  setAside(entry: FileEntry): void {
    this.#move(entry, this.#entries.freePath(asidePath(entry.path)));
  }

  #take(source: Source, read: ReadResult): void {
    const older = this.#entries.at(source.path);
    if (older && isBrokenReport(older)) this.#events.leaves(older);
    const name = nameOf(source.path);
    if ('problem' in read) {
      const path = this.#entries.freePath(source.path);
      this.#events.broken(this.#entries.add(brokenReportEntry(source, path, read.problem)));
      return;
    }
    const { document, remarks } = read;
    if (document.files.length === 0) this.#events.notice(`${name} is a report on no file.`);
    else this.open(document, { way: 'file', tool: document.tool, name, remarks });
  }

  /** Joins reports that have come with files that are here already, and are checked here. */
  async #joinHeld(entries: readonly FileEntry[]): Promise<void> {
    const held = new Map<Source, FileEntry>();
    for (const entry of this.#entries.all) {
      if (entry.source && entry.received === null) held.set(entry.source, entry);
    }
    const { joined, others } = await matchReceived(
      [...held.keys()],
      entries,
      async (source) => held.get(source)?.report?.hash ?? (await hashOf(source)),
    );
    for (const [entry, { source, by }] of joined) this.#join(entry, source, by, source.path);
    for (const [entry, { path }] of others) entry.noteArrival({ otherVersion: path });
  }

  /** @param here path of the entry that the file has besides */
  #join(entry: FileEntry, source: Source, by: JoinedBy, here: string | null): void {
    const { path } = entry;
    const own = source.path === path ? source : { ...source, path };
    entry.noteArrival({ joined: { source: own, by, here }, otherVersion: null });
    this.#events.joined(entry);
  }

  #move(entry: FileEntry, path: string): FileEntry {
    const { arrival } = entry;
    if (arrival === null) throw new Error(`${entry.path} was not received`);
    const moved = arrivedEntry(path, arrival);
    this.#entries.replace(entry, moved);
    this.#events.moved(entry, moved);
    return moved;
  }
}
