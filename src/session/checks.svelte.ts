import type { InspectEvents, Inspection, InspectOptions, Region } from '../engine/inspection';
import type { RunTiming } from '../engine/timing';
import type { Finding } from '../findings/finding';
import type { Source } from '../intake/source';
import { UnreadableSource } from '../intake/unreadable';
import { elementsAt } from '../reporting/elementsAt';
import { levelOf, type CheckSettings } from '../rules/settings';
import { sameSettings } from './checkSettings';
import type { EntryStatus, FileEntry } from './entry.svelte';
import type { OutlineFeed } from './outlineFeed.svelte';
import { perFrame } from './perFrame';
import { TimeLeft } from './timeLeft';

/** An inspector that may take some requests before others; one that takes them in turn serves too. */
export interface PriorityInspector {
  inspect(
    source: Source,
    options: InspectOptions & { priority?: number; fresh?: boolean },
    events: InspectEvents,
    signal: AbortSignal,
  ): Promise<Inspection>;
}

/** How far the files at hand are; everything since nothing was pending. */
export interface Progress {
  files: number;
  filesDone: number;
  /** Bytes as far as they are known beforehand. */
  bytes: number;
  bytesDone: number;
  /** Milliseconds, or null as long as nothing sensible can be said. */
  left: number | null;
  /** Milliseconds since the first of these files was handed over, or between first and last. */
  elapsed: number;
}

/** What checks are to be like; asked for at each file, as it may have changed. */
export interface CheckWishes {
  /** Bytes of memory that checking a file may take. */
  memoryLimit(): number;
  /** What a person wants to be told of a file. */
  settingsOf(entry: FileEntry): CheckSettings;
  /** Where the elements of a file are shown at present, if they are. */
  feedOf(entry: FileEntry): OutlineFeed | null;
}

export interface CheckEvents {
  /** A source turned out to be an archive; its file entry is to make room for what is in it. */
  archive(entry: FileEntry, outcome: Extract<Inspection, { type: 'archive' }>): void;
  /** Statuses have changed; called at most once a frame. */
  changed(): void;
  /** Files have come to an end, and have been given to the screen. */
  settled?(files: readonly SettledFile[]): void;
  /** Whether files are to be measured more closely. */
  closely?(): boolean;
}

/** A file whose check has come to an end of its own. */
export interface SettledFile {
  entry: FileEntry;
  /** How long it took, where it was checked. */
  timing: RunTiming | undefined;
  /** Whether its elements were wanted. */
  elements: boolean;
  /** When its result came (`performance.now()`). */
  at: number;
}

const none: Progress = { files: 0, filesDone: 0, bytes: 0, bytesDone: 0, left: null, elapsed: 0 };

/** Handing over ten thousand files at once would hold up a frame. */
const handOverSize = 250;

/**
 * Runs files through the inspector and keeps their statuses. What workers tell arrives many times a
 * frame; it is put together and shown once a frame.
 */
export class Checks {
  progress: Progress = $state.raw(none);
  #inspector: PriorityInspector;
  #wishes: CheckWishes;
  #events: CheckEvents;
  #running = new Map<FileEntry, AbortController>();
  #reading = new Set<FileEntry>();
  /** The settings that files were checked with last. */
  #checkedWith = new WeakMap<FileEntry, CheckSettings>();
  #waiting: FileEntry[] = [];
  #handingOver = false;
  #next = new Map<FileEntry, EntryStatus>();
  #fresh = new Map<FileEntry, Finding[]>();
  /** The state of the files at hand that results hold for, where these were asked for. */
  #epochs = new WeakMap<FileEntry, number>();
  /** Files that are to be checked even where their result is known. */
  #anew = new Set<FileEntry>();
  #settled: SettledFile[] = [];
  #timeLeft = new TimeLeft();
  #startedAt = 0;
  #files = 0;
  #filesDone = 0;
  #bytes = 0;
  #bytesDone = 0;
  #flushSoon = perFrame(() => {
    this.#flush();
  });

  constructor(inspector: PriorityInspector, wishes: CheckWishes, events: CheckEvents) {
    this.#inspector = inspector;
    this.#wishes = wishes;
    this.#events = events;
  }

  get busy(): boolean {
    return this.progress.filesDone < this.progress.files;
  }

  /**
   * Queues files; the given feed, if any, gets the elements of its file on the way.
   * @param anew whether kept results are to be left aside
   */
  start(entries: readonly FileEntry[], feed: OutlineFeed | null = null, anew = false): void {
    if (this.#filesDone === this.#files) this.#resetProgress();
    for (const entry of entries) {
      if (anew) this.#anew.add(entry);
      this.#files++;
      this.#bytes += entry.weight;
      this.#set(entry, {
        state: 'queued',
        read: 0,
        total: null,
        report: null,
        findings: [],
        failure: null,
      });
    }
    const [first] = entries;
    if (entries.length === 1 && first) this.#run(first, feed);
    else this.#waiting.push(...entries);
    this.#handOver();
    this.#flushSoon();
  }

  /**
   * Checks those of the files again whose settings are others than those they were checked with.
   * Their elements are what they were, so views of them stay; files under way follow when they end.
   */
  renew(entries: readonly FileEntry[]): void {
    const stale = entries.filter((entry) => !entry.pending && this.#isStale(entry));
    const shown = stale.filter((entry) => this.#wishes.feedOf(entry) !== null);
    this.start(stale.filter((entry) => !shown.includes(entry)));
    for (const entry of shown) this.start([entry]);
  }

  #isStale(entry: FileEntry): boolean {
    const before = this.#checkedWith.get(entry);
    if (before === undefined || entry.source === null) return false;
    const now = this.#wishes.settingsOf(entry);
    return before !== now && !sameSettings(before, now);
  }

  /** Lets a waiting file go first, with its elements going to the feed. False when it was not waiting. */
  hurry(entry: FileEntry, feed: OutlineFeed): boolean {
    const at = this.#waiting.indexOf(entry);
    if (at < 0) return false;
    this.#waiting.splice(at, 1);
    this.#run(entry, feed);
    return true;
  }

  /** Those of the files whose findings hold for an earlier state of the files at hand. */
  outdated(entries: readonly FileEntry[], epoch: number): FileEntry[] {
    return entries.filter((entry) => (this.#epochs.get(entry) ?? epoch) < epoch);
  }

  /** Stops one file; what was found so far stays. */
  cancel(entry: FileEntry): void {
    const controller = this.#running.get(entry);
    if (controller) {
      controller.abort();
      return;
    }
    const at = this.#waiting.indexOf(entry);
    if (at < 0) return;
    this.#waiting.splice(at, 1);
    this.#settle(entry, { state: 'cancelled' });
  }

  /** Stops everything. */
  cancelAll(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const entry of waiting) this.#settle(entry, { state: 'cancelled' });
    for (const controller of this.#running.values()) controller.abort();
  }

  /** Reads a file's elements only; its findings are known already, or come by another run. */
  async readElements(feed: OutlineFeed, signal: AbortSignal): Promise<void> {
    const { source } = feed.entry;
    if (source === null) {
      feed.state = 'failed';
      return;
    }
    try {
      const outcome = await this.#inspector.inspect(
        source,
        { ...this.#optionsFor(feed.entry), tape: true, priority: 1 },
        elementsTo(feed),
        signal,
      );
      this.#endFeed(feed, outcome);
    } catch (error) {
      feed.state = 'partial';
      if (!signal.aborted) throw error;
    }
  }

  /**
   * Reads a part of a large file again, before anything else that waits: `events` are told its tape,
   * its bytes, or the matches in it. Rejects with an UnreadableSource where that is not possible, and
   * as `inspect` does.
   */
  async readRegion(
    source: Source,
    region: Region,
    events: InspectEvents,
    signal: AbortSignal,
  ): Promise<void> {
    const memoryLimit = this.#wishes.memoryLimit();
    const options = {
      level: 'structure' as const,
      memoryLimit,
      tape: true,
      priority: 2,
      region,
    };
    const outcome = await this.#inspector.inspect(source, options, events, signal);
    const [problem] = outcome.report?.findings ?? [];
    if (problem) throw new UnreadableSource('unreadable', problem.message, problem.help);
  }

  /** The paths of the elements at places of a file; see `elementsAt`. */
  elementsAt(
    source: Source,
    offsets: readonly number[],
    signal: AbortSignal,
  ): Promise<readonly (string | null)[]> {
    return elementsAt(this.#inspector, source, offsets, this.#wishes.memoryLimit(), signal);
  }

  #optionsFor(entry: FileEntry): Pick<InspectOptions, 'level' | 'settings' | 'memoryLimit'> {
    const settings = this.#wishes.settingsOf(entry);
    return { level: levelOf(settings), settings, memoryLimit: this.#wishes.memoryLimit() };
  }

  #handOver(): void {
    if (this.#handingOver) return;
    this.#handingOver = true;
    const next = (): void => {
      for (const entry of this.#waiting.splice(0, handOverSize)) this.#run(entry, null);
      if (this.#waiting.length > 0) setTimeout(next);
      else this.#handingOver = false;
    };
    next();
  }

  #run(entry: FileEntry, feed: OutlineFeed | null): void {
    const { source } = entry;
    if (source === null) throw new Error(`Nothing to read at ${entry.path}`);
    const controller = new AbortController();
    this.#running.set(entry, controller);
    const events: InspectEvents = {
      progress: (read, total) => {
        this.#reading.add(entry);
        this.#set(entry, { state: 'reading', read, total });
      },
      findings: (batch) => {
        this.#addFindings(entry, batch);
      },
      ...(feed ? elementsTo(feed) : this.#insightFor(entry)),
    };
    const asked = this.#optionsFor(entry);
    if (asked.settings) this.#checkedWith.set(entry, asked.settings);
    const options = {
      ...asked,
      tape: feed !== null,
      priority: feed ? 1 : 0,
      ...(this.#anew.delete(entry) ? { fresh: true } : {}),
      ...(this.#events.closely?.() === true ? { detail: true } : {}),
    };
    this.#inspector
      .inspect(source, options, events, controller.signal)
      .then((outcome) => {
        if (outcome.type === 'file') {
          const { timing, epoch } = outcome;
          if (epoch === undefined) this.#epochs.delete(entry);
          else this.#epochs.set(entry, epoch);
          this.#settled.push({ entry, timing, elements: feed !== null, at: performance.now() });
        }
        if (feed) this.#endFeed(feed, outcome);
        this.#fresh.delete(entry);
        const { report } = outcome;
        if (outcome.type === 'archive') this.#events.archive(entry, outcome);
        this.#settle(entry, { state: 'done', report, findings: report?.findings ?? [] });
        if (outcome.type === 'file' && this.#isStale(entry)) this.start([entry]);
      })
      .catch((error: unknown) => {
        if (feed) feed.state = 'partial';
        if (controller.signal.aborted) this.#settle(entry, { state: 'cancelled' });
        else {
          const at = performance.now();
          this.#settled.push({ entry, timing: undefined, elements: feed !== null, at });
          this.#settle(entry, { state: 'failed', failure: describe(error) });
        }
      });
  }

  /** Where the elements are shown already, what else is learnt is news. */
  #insightFor(entry: FileEntry): InspectEvents {
    const feed = this.#wishes.feedOf(entry);
    return feed ? insightTo(feed) : {};
  }

  #endFeed(feed: OutlineFeed, outcome: Inspection): void {
    const whole = outcome.type === 'file' && outcome.report.verdict !== 'malformed';
    feed.state = whole ? 'complete' : 'partial';
  }

  #set(entry: FileEntry, some: Partial<EntryStatus>): void {
    this.#next.set(entry, { ...(this.#next.get(entry) ?? entry.status), ...some });
    this.#flushSoon();
  }

  #addFindings(entry: FileEntry, batch: readonly Finding[]): void {
    const fresh = this.#fresh.get(entry);
    if (fresh) fresh.push(...batch);
    else this.#fresh.set(entry, [...batch]);
    this.#set(entry, { state: 'reading' });
  }

  #settle(entry: FileEntry, some: Partial<EntryStatus>): void {
    this.#running.delete(entry);
    this.#reading.delete(entry);
    this.#filesDone++;
    this.#bytesDone += entry.weight;
    this.#set(entry, some);
  }

  #flush(): void {
    for (const [entry, fresh] of this.#fresh) {
      const status = this.#next.get(entry) ?? entry.status;
      this.#next.set(entry, { ...status, findings: status.findings.concat(fresh) });
    }
    this.#fresh.clear();
    let inFlight = 0;
    for (const [entry, status] of this.#next) entry.status = status;
    this.#next.clear();
    for (const entry of this.#reading) {
      const { read, total } = entry.status;
      // A packed file may grow in unpacking; by its share of the whole, progress never overshoots.
      inFlight += total ? entry.weight * Math.min(1, read / total) : Math.min(entry.weight, read);
    }
    this.#showProgress(inFlight);
    this.#events.changed();
    if (this.#settled.length === 0) return;
    this.#events.settled?.(this.#settled);
    this.#settled = [];
  }

  #showProgress(inFlight: number): void {
    const now = performance.now();
    const bytesDone = this.#bytesDone + inFlight;
    // A file costs something however small it is; this weighs ten thousand small ones rightly.
    const perFile = 20_000;
    this.progress = {
      files: this.#files,
      filesDone: this.#filesDone,
      bytes: this.#bytes,
      bytesDone,
      left: this.#timeLeft.estimate(
        now,
        bytesDone + perFile * this.#filesDone,
        this.#bytes + perFile * this.#files,
      ),
      elapsed: now - this.#startedAt,
    };
  }

  #resetProgress(): void {
    this.#files = 0;
    this.#filesDone = 0;
    this.#bytes = 0;
    this.#bytesDone = 0;
    this.#timeLeft.reset();
    this.#startedAt = performance.now();
  }
}

/** What a feed takes of an inspection. */
function elementsTo(feed: OutlineFeed): InspectEvents {
  return {
    tape: (batch) => {
      feed.addTape(batch);
    },
    index: (batch) => {
      feed.addIndex(batch);
    },
    ...insightTo(feed),
  };
}

function insightTo(feed: OutlineFeed): InspectEvents {
  return {
    insight: (insight) => {
      feed.addInsight(insight);
    },
  };
}

function describe(error: unknown): string {
  if (error instanceof Error) return error.stack ?? `${error.name}: ${error.message}`;
  return String(error);
}
