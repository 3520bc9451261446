import { untrack } from 'svelte';
import type { InspectEvents, Inspection, Region } from './engine/inspection';
import type { Finding, RelatedPlace } from './findings/finding';
import type { LinkWish, ReportLink } from './findings/link/link';
import type { ReportDocument, Tool } from './findings/reportDocument';
import type { Gathered } from './intake/gathered';
import type { Source } from './intake/source';
import type { RuleInfo } from './rules/rule';
import { Checks, type CheckWishes, type PriorityInspector } from './session/checks.svelte';
import { Comparing } from './session/comparing/comparing.svelte';
import { isConfig } from './session/configs.svelte';
import { documentOf, type DocumentWish } from './session/document';
import { isBystander, type FileEntry } from './session/entry.svelte';
import { EntryList } from './session/entryList';
import { FilesView } from './session/filesView.svelte';
import { sameFinding, stepFrom } from './session/findingList';
import { FindingsView } from './session/findingsView.svelte';
import type { InsightIndex } from './session/insightIndex';
import { byPath, entryFor, isBrokenReport, unreachableEntry } from './session/intakeEntries';
import { Notices } from './session/notices.svelte';
import { Offline } from './session/offline.svelte';
import { OutlineFeed } from './session/outlineFeed.svelte';
import { PerformanceLog, noPast, type Past } from './session/performance/log.svelte';
import type { Machine } from './session/performance/machine';
import { whenShown } from './session/performance/shown';
import { Tuner } from './session/performance/tuner.svelte';
import { Preferences, type PreferenceStore } from './session/preferences.svelte';
import { Project } from './session/project';
import type { Provenance } from './session/provenance';
import { noFolders, RecentFolders, type FolderKeeper } from './session/recentFolders.svelte';
import { ReceivedReports, type ReceivedEvents } from './session/receivedReports';
import { holdReportsAlone, mayBeReport, type ReadReportBytes } from './session/reportFiles';
import { Settings } from './session/settings.svelte';
import { Stage } from './session/stage.svelte';
import { totalsOf, type Totals } from './session/totals';

/** What is known of the cache of results. */
export interface CacheStats {
  entries: number;
  bytes: number;
  budget: number;
  hits: number;
  misses: number;
}

/** The cache as the settings show it. */
export interface CacheControl {
  stats(): Promise<CacheStats>;
  clear(): Promise<void>;
}

/** What the session works with; tests bring their own. */
export interface SessionParts {
  inspector: PriorityInspector;
  /** Is told which files are at hand, for documents that refer to each other. */
  project?: Project;
  preferences: PreferenceStore;
  cache: CacheControl;
  /** The workers, and how fast they were before; without them, less is shown of how fast it goes. */
  machine?: Machine;
  past?: Past;
  /** Folders that were opened before; without it there are none. */
  folders?: FolderKeeper;
  /** The version of the engine. */
  engine?: string;
  /** That of the program, as it is told to those who get a report. */
  version?: string;
  /** Reads reports that were made elsewhere; without it, files that hold some are checked as all others. */
  readReport?: ReadReportBytes;
  /** Puts a report into a link to this page; without it there are no links. */
  linkFor?: LinkReport;
  /** Which build of the app this is. */
  build?: string;
  /** Brings all rules there are, when somebody wants to read of one. */
  rules?: () => Promise<readonly RuleInfo[]>;
  /** Whether files come and go by themselves, and settings are somebody else’s: see {@link Session.readOnly}. */
  readOnly?: boolean;
  /** Is told of what should never happen, to show it. */
  onCrash(error: unknown): void;
}

/** Whatever intake gives: in one piece, or in many. */
export type Intake = AsyncIterable<Gathered> | Iterable<Gathered>;

/** Puts a report into a link to this page. Rejects with the signal's reason, and where there is no room. */
export type LinkReport = (
  report: ReportDocument,
  wish: Omit<LinkWish, 'base'>,
  signal: AbortSignal,
) => Promise<ReportLink>;

/** Past these, lists are renewed a few times a second, or less often, instead of at every frame. */
const manyFiles = 400;
const manyFindings = 4000;

/** Taking in files gives way to the screen after so long. */
const sliceMs = 8;

/** Files of an archive that are listed at a time. */
const handOverSize = 500;

/** Key repeat runs through findings of many files; only where it rests, elements are read. */
const restMs = 120;

/**
 * The only state of the page: the files at hand, what was found in them, and what a person is
 * looking at. Views read it and call its methods; nothing else talks to the workers.
 */
export class Session {
  readonly notices = new Notices();
  readonly stage = new Stage();
  readonly preferences: Preferences;
  /** What is checked, and what there is to know of that. */
  readonly settings: Settings;
  readonly cache: CacheControl;
  readonly files: FilesView;
  readonly findings: FindingsView;
  /** Two reports side by side. */
  readonly comparing: Comparing;
  /** Where the time goes. */
  readonly performance: PerformanceLog;
  /** The folders that were opened last. */
  readonly recent: RecentFolders;
  /** Whether the app is at hand without a network, and up to date. */
  readonly offline = new Offline();
  /** Which build of the app this is: its version, and a short hash of all that it was built from. */
  readonly build: string;
  /** Null where nothing is known of the workers. */
  readonly tuner: Tuner | null;
  /** Where true, nothing on the screen offers to open, check or remove files, or to set anything. */
  readonly readOnly: boolean;

  /** Folders and archives whose content is still being listed. */
  gathering = $state.raw(0);
  /** The file that source and outline show. */
  selected: FileEntry | null = $state.raw(null);
  /** Whether the findings of all files are listed, or those of the selected one. */
  allFiles = $state.raw(true);
  currentFinding: Finding | null = $state.raw(null);
  /** A place to show instead of the current finding's, such as one that the finding points at. */
  place: RelatedPlace | null = $state.raw(null);
  /** The elements of the selected file, as they come. */
  outline: OutlineFeed | null = $state.raw(null);

  readonly totals: Totals = $derived.by(() => {
    const entries = this.#subscribe();
    return untrack(() => totalsOf(entries));
  });

  readonly #entries = new EntryList();
  readonly #received: ReceivedReports;
  #version = $state.raw(0);
  /** Counts how often everything was taken away, to know what belongs to the past. */
  #generation = 0;
  #bumpedAt = 0;
  #bumpTimer: ReturnType<typeof setTimeout> | undefined;
  #checks: Checks;
  #project: Project;
  /** A file that was given without its folder, when that is asked for. */
  #strayed: FileEntry | null = null;
  #intakes = new Set<AbortController>();
  #outlineRun: AbortController | null = null;
  #outlineTimer: ReturnType<typeof setTimeout> | undefined;
  #onCrash: (error: unknown) => void;
  readonly #parts: SessionParts;

  constructor(parts: SessionParts) {
    this.#parts = parts;
    this.#onCrash = (error) => {
      parts.onCrash(error);
    };
    this.cache = parts.cache;
    this.readOnly = parts.readOnly ?? false;
    this.recent = new RecentFolders(parts.folders ?? noFolders);
    this.build = parts.build ?? 'unknown';
    this.#project = parts.project ?? new Project();
    this.preferences = new Preferences(parts.preferences, this.#onCrash);
    this.settings = new Settings({
      preferences: this.preferences,
      loadRules: parts.rules ?? (() => Promise.resolve([])),
      changed: () => {
        this.#checks.renew(this.#entries.all);
      },
      problem: (text) => {
        this.notices.add(text);
      },
    });
    this.performance = new PerformanceLog({
      machine: parts.machine ?? null,
      past: parts.past ?? noPast,
      engine: parts.engine ?? 'unknown',
      budgets: () => this.preferences.budgets,
      onProblem: this.#onCrash,
    });
    this.tuner = parts.machine ? new Tuner(parts.machine, this.preferences) : null;
    const wishes: CheckWishes = {
      memoryLimit: () => this.preferences.memoryLimit,
      settingsOf: ({ path }) => this.settings.for(path),
      feedOf: (entry) => (this.outline?.entry === entry ? this.outline : null),
    };
    this.#checks = new Checks(parts.inspector, wishes, {
      archive: (entry, outcome) => {
        this.#unfold(entry, outcome);
      },
      changed: () => {
        this.#changed();
      },
      settled: (files) => {
        whenShown(files, (shown) => {
          this.performance.shown(shown);
        });
      },
      closely: () => this.performance.watched,
    });
    this.comparing = new Comparing({
      entries: () => this.#subscribe(),
      document: (wish, signal) => this.document(wish, signal),
      rules: parts.rules ?? (() => Promise.resolve([])),
    });
    this.#received = new ReceivedReports(this.#entries, this.#receivedEvents(), parts.readReport);
    this.files = new FilesView(() => this.#subscribe());
    this.findings = new FindingsView(() => {
      const entries = this.#subscribe();
      const { selected, allFiles, files } = this;
      const { bystanders } = files;
      if (!allFiles) {
        return { entries: selected ? [selected] : [], growing: selected?.pending ?? false };
      }
      const listed = untrack(() => listFilesForFindings(entries, bystanders));
      return { entries: listed, growing: this.busy };
    });
  }

  /** This program, as reports name it. */
  get tool(): Tool {
    return { name: 'Scrutineer', version: this.#parts.version ?? '' };
  }

  /** All files in the order they came. Subscribes to their coming, going and changing. */
  get entries(): readonly FileEntry[] {
    return this.#subscribe();
  }

  get empty(): boolean {
    return this.#subscribe().length === 0;
  }

  /** What the check learnt of the selected file besides findings; null where that is not known. */
  get insight(): InsightIndex | null {
    const { outline, selected } = this;
    return outline !== null && outline.entry === selected ? outline.insight : null;
  }

  get progress() {
    return this.#checks.progress;
  }

  get busy(): boolean {
    return this.gathering > 0 || this.#checks.busy;
  }

  /** The file at a path, for places that findings point at. */
  entryAt(path: string): FileEntry | null {
    return this.#entries.at(path);
  }

  /** The source at a path, to read its bytes from. */
  sourceOf(path: string): Source | null {
    return this.#entries.at(path)?.source ?? null;
  }

  /** Reads a part of a large file again; see `Checks.readRegion`. */
  readRegion(
    source: Source,
    region: Region,
    events: InspectEvents,
    signal: AbortSignal,
  ): Promise<void> {
    return this.#checks.readRegion(source, region, events, signal);
  }

  /**
   * Takes in what a person gave. A single file is opened at once; of several, the list is shown.
   * @param open is called with a signal that fires when a person cancels
   */
  async add(open: (signal: AbortSignal) => Intake | Promise<Gathered>): Promise<void> {
    const controller = new AbortController();
    this.#intakes.add(controller);
    const listed = this.#project.expectMore();
    const strayed = this.#strayed;
    this.#strayed = null;
    // What is there at once is being checked before the page draws anything about it.
    let told = false;
    const tell = setTimeout(() => {
      told = true;
      this.gathering++;
    });
    try {
      await this.#takeIn(open(controller.signal), controller.signal);
      if (strayed) this.#showAtHome(strayed);
    } catch (error) {
      if (!controller.signal.aborted) this.notices.add(problemText(error));
    } finally {
      this.#intakes.delete(controller);
      listed();
      this.#recheckOutdated();
      clearTimeout(tell);
      if (told) this.gathering--;
    }
  }

  /**
   * Shows a report that was made elsewhere, beside what is at hand already. Where a file is at hand
   * that it speaks of, the two are joined.
   */
  openReport(report: ReportDocument, from: Provenance): void {
    this.#received.open(report, from);
  }

  /** The report on the files at hand, or on some of them, to be written down; see `documentOf`. */
  document(wish: DocumentWish, signal: AbortSignal): Promise<ReportDocument> {
    const { rules = () => Promise.resolve([]) } = this.#parts;
    const parts = {
      tool: this.tool,
      rules,
      elementsAt: this.#checks.elementsAt.bind(this.#checks),
    };
    return documentOf(this.#entries.all, wish, parts, signal);
  }

  /** A report as a link to this page, as much of it as fits; see {@link LinkReport}. */
  linkFor(...given: Parameters<LinkReport>): Promise<ReportLink> {
    const { linkFor } = this.#parts;
    if (!linkFor) return Promise.reject(new Error('This page has no address for links.'));
    return linkFor(...given);
  }

  /** Says that the folder that is opened next is the one that a file lies in: it is shown there then. */
  expectFolderOf(entry: FileEntry): void {
    this.#strayed = entry;
  }

  select(entry: FileEntry): void {
    this.allFiles = false;
    this.#show(entry);
    if (this.currentFinding && !entry.findings.includes(this.currentFinding)) {
      this.currentFinding = null;
    }
  }

  /** Lists the findings of all files again. */
  selectAll(): void {
    this.allFiles = true;
  }

  selectFinding(entry: FileEntry, finding: Finding): void {
    this.#show(entry);
    this.place = null;
    this.currentFinding = finding;
  }

  /** Shows a place that a finding points at, in source and outline. */
  showPlace(place: RelatedPlace): void {
    const entry = this.#entries.at(place.path);
    if (!entry) {
      this.notices.add(`${place.path} is not among the files here.`);
      return;
    }
    this.#show(entry);
    this.place = place;
    // Tables have no places.
    if (this.stage.tab === 'facts') this.stage.tab = 'source';
  }

  /** Shows the next place that the current finding points at, and after the last one itself. */
  nextRelated(): void {
    const places = this.currentFinding?.related ?? [];
    const known = places.filter(({ path }) => this.#entries.at(path) !== null);
    const shown = this.place === null ? -1 : known.indexOf(this.place);
    const next = known[shown + 1];
    if (next) this.showPlace(next);
    else if (this.place !== null) this.backToFinding();
  }

  /** Shows the current finding's own place again, after one that it points at. */
  backToFinding(): void {
    const entry = this.currentFinding && this.#entries.at(this.currentFinding.path);
    if (entry) this.#show(entry);
    this.place = null;
  }

  /** Goes to the next (1) or previous (-1) finding of the list, opening its group. */
  step(direction: 1 | -1): void {
    const { list } = this.findings;
    const at = stepFrom(list, this.currentFinding, direction);
    const target = list.order[at];
    if (!target) return;
    this.findings.openGroup(target.group.key);
    this.selectFinding(target.entry, target.finding);
  }

  cancel(entry: FileEntry): void {
    this.#checks.cancel(entry);
  }

  cancelAll(): void {
    for (const controller of this.#intakes) controller.abort();
    this.#checks.cancelAll();
  }

  /**
   * Checks files again; unless some are given, all but those whose report was made elsewhere. Of
   * these, one that is given is a file like all others from then on.
   * @param anew whether kept results are to be left aside, to measure
   */
  recheck(
    entries: readonly FileEntry[] = this.#entries.all.filter(({ received }) => received === null),
    anew = false,
  ): void {
    if (!anew) for (const entry of entries) this.comparing.keep(entry);
    this.#checkAgain(entries, anew);
  }

  #checkAgain(entries: readonly FileEntry[], anew: boolean): void {
    const again = entries.filter(
      (entry) =>
        !entry.pending && entry.source !== null && !isConfig(entry) && !isBrokenReport(entry),
    );
    for (const entry of again) entry.noteArrival({ checkedHere: true });
    void this.#readConfigs(entries.filter(isConfig));
    const { selected } = this;
    const own = selected && again.includes(selected) ? selected : null;
    this.#checks.start(
      again.filter((entry) => entry !== own),
      null,
      anew,
    );
    if (own) this.#checks.start([own], this.#newFeed(own), anew);
  }

  /** Takes one file away. */
  remove(entry: FileEntry): void {
    this.#checks.cancel(entry);
    this.comparing.forget(entry.path);
    if (isConfig(entry)) {
      this.settings.configs.forget(entry.path);
      this.settings.applySoon();
    }
    this.#entries.remove(entry);
    if (this.selected === entry) this.#showNothing();
    this.#bump();
  }

  /** Takes everything away and gives its memory back. */
  clear(): void {
    this.#generation++;
    this.cancelAll();
    const gone = this.#entries.clear();
    this.#received.clear();
    this.settings.configs.clear();
    this.comparing.forget();
    this.#showNothing();
    this.allFiles = true;
    this.files.clearFilter();
    this.findings.clearFilter();
    this.findings.expandAll();
    this.#bump();
    this.#renewProject();
    for (const entry of gone) entry.letGo();
  }

  /** Shows the same file in the folder that has come, in place of the one that was given alone. */
  #showAtHome(strayed: FileEntry): void {
    const name = strayed.path.slice(strayed.path.lastIndexOf('/') + 1);
    const home = this.#entries.all.find(
      (entry) =>
        entry !== strayed &&
        entry.path.endsWith(`/${name}`) &&
        entry.source?.size === strayed.source?.size,
    );
    if (!home) return;
    this.remove(strayed);
    this.select(home);
  }

  #renewProject(): void {
    this.#project.renew(() => this.#entries.sources());
  }

  /** Checks those files again that asked for others before all of these had come. */
  #recheckOutdated(): void {
    if (this.#project.listing) return;
    const outdated = this.#checks.outdated(this.#entries.all, this.#project.epoch);
    if (outdated.length > 0) this.#checkAgain(outdated, false);
  }

  async #takeIn(intake: Intake | Promise<Gathered>, signal: AbortSignal): Promise<void> {
    const added = new Set<string>();
    let held: Gathered | null = null;
    let since = performance.now();
    const pieces = intake instanceof Promise ? [await intake] : intake;
    for await (const piece of pieces) {
      if (held) await this.#accept(held, added, false, signal);
      held = piece;
      if (performance.now() - since > sliceMs) {
        await nextTask();
        since = performance.now();
      }
    }
    if (held) await this.#accept(held, added, added.size === 0, signal);
  }

  /** @param last whether this is all there is, so that a lone file can be opened at once */
  async #accept(
    { sources, findings }: Gathered,
    added: Set<string>,
    last: boolean,
    signal: AbortSignal,
  ): Promise<void> {
    const generation = this.#generation;
    const documents = await this.#received.openFiles(sources, mayBeReport, signal);
    const { rest, home } = await this.#received.joinWith(documents);
    if (generation !== this.#generation) return;
    const fresh = rest.map((source) => this.#place(source, added));
    for (const [path, some] of byPath(findings)) {
      this.#entries.add(unreachableEntry(this.#entries.freePath(path), some));
    }
    this.#renewProject();
    const alone = last && sources.length === 1 && findings.length === 0;
    if (alone && home) this.select(home);
    await this.#begin(fresh, alone && fresh.length === 1);
  }

  #receivedEvents(): ReceivedEvents {
    return {
      opened: (entries) => {
        this.#renewProject();
        const [only] = entries;
        if (only && entries.length === 1 && this.#entries.all.length === 1) this.select(only);
        else this.allFiles = true;
        this.#bump();
      },
      broken: (entry) => {
        if (this.#entries.all.length === 1) this.select(entry);
        this.#bump();
      },
      moved: (entry, now) => {
        if (this.selected !== entry) return;
        const { currentFinding } = this;
        const at = currentFinding === null ? -1 : entry.findings.indexOf(currentFinding);
        this.#show(now);
        this.currentFinding = now.findings[at] ?? null;
      },
      joined: (entry) => {
        if (this.selected === entry) this.#loadOutline(entry);
        this.#bump();
      },
      leaves: (entry) => {
        this.remove(entry);
      },
      notice: (text) => {
        this.notices.add(text);
      },
      crash: this.#onCrash,
    };
  }

  /** The same path again, later, is a newer state of the file; at the same time, another file. */
  #place(source: Source, added: Set<string>): FileEntry {
    const older = this.#entries.at(source.path);
    if (older?.received) {
      this.#received.setAside(older);
    } else if (older && !added.has(source.path)) {
      const entry = entryFor(source, source.path);
      this.comparing.keep(older);
      const { arrival } = older;
      if (arrival) entry.status = { ...entry.status, arrival: { ...arrival, joined: null } };
      this.#checks.cancel(older);
      this.#entries.replace(older, entry);
      added.add(entry.path);
      if (this.selected === older) this.#showNothing();
      return entry;
    }
    const path = this.#entries.freePath(source.path);
    added.add(path);
    return this.#entries.add(entryFor(source, path));
  }

  /** Puts what an archive holds where the archive stood; it stays if there is something to say of it. */
  #unfold(archive: FileEntry, { entries, report }: Extract<Inspection, { type: 'archive' }>): void {
    if (!this.#entries.holds(archive)) return;
    const keep = report !== null || entries.length === 0;
    this.gathering++;
    const listed = this.#project.expectMore();
    this.#openMembers(archive, keep, entries)
      .catch(this.#onCrash)
      .finally(() => {
        this.gathering--;
        listed();
      });
  }

  async #openMembers(archive: FileEntry, keep: boolean, members: readonly Source[]): Promise<void> {
    if (!holdReportsAlone(members)) return this.#insertMembers(archive, keep, members);
    const intake = new AbortController();
    this.#intakes.add(intake);
    try {
      const generation = this.#generation;
      const others = await this.#received.openFiles(members, () => true, intake.signal);
      if (generation !== this.#generation) return;
      await this.#insertMembers(archive, keep, others);
      if (others.length > 0 || keep) return;
      this.remove(archive);
      const [only] = this.#entries.all;
      if (only && this.#entries.all.length === 1) this.select(only);
    } catch (error) {
      if (!intake.signal.aborted) throw error;
    } finally {
      this.#intakes.delete(intake);
    }
  }

  async #insertMembers(
    archive: FileEntry,
    keep: boolean,
    sources: readonly Source[],
  ): Promise<void> {
    const generation = this.#generation;
    const alone = !keep && sources.length === 1 && this.#entries.all.length === 1;
    let after = archive;
    for (let first = 0; first < sources.length; first += handOverSize) {
      if (first > 0) await nextTask();
      if (generation !== this.#generation) return;
      // What they should follow may have been taken off the list meanwhile; then they go last.
      const members = this.#entries.addBehind(after, sources.slice(first, first + handOverSize));
      after = members.at(-1) ?? after;
      if (first === 0 && !keep) this.remove(archive);
      this.#renewProject();
      await this.#begin(members, alone);
    }
  }

  /** Starts the checks of files that have come, settings files before the files that they hold for. */
  async #begin(entries: readonly FileEntry[], alone: boolean): Promise<void> {
    const configs = entries.filter(isConfig);
    if (configs.length === 0) {
      this.#startAll(entries, alone);
      return;
    }
    const generation = this.#generation;
    this.#bump();
    await this.#readConfigs(configs);
    if (generation !== this.#generation) return;
    this.#startAll(
      entries.filter((entry) => !isConfig(entry)),
      false,
    );
    if (alone && entries[0]) this.select(entries[0]);
  }

  /** Reads what settings files say; the files at hand that they hold for follow. */
  async #readConfigs(entries: readonly FileEntry[]): Promise<void> {
    if (entries.length === 0) return;
    await this.settings.loadRules();
    const { rules, configs } = this.settings;
    await Promise.all(
      entries.map(async (entry) => {
        // Without the rules nothing can be said of what it names; why, has been told.
        const report = rules && (await configs.read(entry, rules));
        if (!this.#entries.holds(entry)) configs.forget(entry.path);
        const state = report ? 'done' : 'failed';
        entry.status = { ...entry.status, state, report, findings: report?.findings ?? [] };
      }),
    );
    this.settings.applySoon();
    this.#bump();
  }

  /** @param alone whether it is a single file, and all there is of it: it is opened at once */
  #startAll(entries: readonly FileEntry[], alone: boolean): void {
    const [only] = entries;
    if (alone && only) {
      const feed = this.#newFeed(only);
      this.select(only);
      this.#checks.start(entries, feed);
    } else {
      if (entries.length > 0) this.allFiles = true;
      this.#checks.start(entries);
    }
    this.#bump();
  }

  #show(entry: FileEntry): void {
    if (this.selected === entry) return;
    this.selected = entry;
    this.place = null;
    clearTimeout(this.#outlineTimer);
    if (this.outline?.entry === entry) return;
    const first = this.outline === null;
    this.#dropOutline();
    this.#outlineTimer = setTimeout(
      () => {
        this.#loadOutline(entry);
      },
      first ? 0 : restMs,
    );
  }

  #showNothing(): void {
    clearTimeout(this.#outlineTimer);
    this.selected = null;
    this.currentFinding = null;
    this.#dropOutline();
  }

  #dropOutline(): void {
    this.#outlineRun?.abort();
    this.#outlineRun = null;
    const { outline } = this;
    this.outline = null;
    // When all that was drawn from it has gone too.
    if (outline) setTimeout(() => outline.letGo());
  }

  #newFeed(entry: FileEntry): OutlineFeed {
    this.#dropOutline();
    this.outline = new OutlineFeed(entry);
    return this.outline;
  }

  #loadOutline(entry: FileEntry): void {
    const feed = this.#newFeed(entry);
    if (this.#checks.hurry(entry, feed)) return;
    const run = new AbortController();
    this.#outlineRun = run;
    this.#checks.readElements(feed, run.signal).catch(this.#onCrash);
  }

  #subscribe(): readonly FileEntry[] {
    void this.#version;
    return this.#entries.all;
  }

  #changed(): void {
    this.#followFinding();
    const wait = this.busy ? this.#bumpedAt + this.#calmInterval() - performance.now() : 0;
    if (wait <= 0) this.#bump();
    else this.#bumpTimer ??= setTimeout(() => this.#bump(), wait);
  }

  /** Milliseconds between two renewals of the lists, so that renewing them stays a small share. */
  #calmInterval(): number {
    const findings = untrack(() => this.findings.list.total);
    if (this.#entries.all.length <= manyFiles && findings <= manyFindings) return 0;
    return Math.min(1000, 200 + findings / 100);
  }

  #bump(): void {
    clearTimeout(this.#bumpTimer);
    this.#bumpTimer = undefined;
    this.#bumpedAt = performance.now();
    this.#version++;
  }

  /** Keeps the current finding current when its file's report replaces what was told on the way. */
  #followFinding(): void {
    const { selected, currentFinding } = this;
    if (!selected || currentFinding?.path !== selected.path) return;
    const same = sameFinding(currentFinding, selected.findings);
    // While the file is checked again, the finding may only not have been told yet.
    if (same || !selected.pending) this.currentFinding = same;
  }
}

function listFilesForFindings(
  entries: readonly FileEntry[],
  bystanders: boolean,
): readonly FileEntry[] {
  return bystanders ? entries : entries.filter((entry) => !isBystander(entry));
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

function problemText(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
