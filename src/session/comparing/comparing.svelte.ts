import type { Comparison, FileComparison } from '../../findings/compare/compare';
import { changes, type Change, type ComparedFinding } from '../../findings/compare/findings';
import type { Finding } from '../../findings/finding';
import { reportDocument, type ReportDocument } from '../../findings/reportDocument';
import type { RuleInfo } from '../../rules/rule';
import type { DocumentWish } from '../document';
import { FileEntry } from '../entry.svelte';
import { sameFinding, type LocatedFinding } from '../findingList';
import { sameSide, sidesOf, usualPair, type Side, type SidePair } from './sides';

/** What comparing needs of a session. */
export interface ComparingParts {
  /** All files, subscribing to their coming, going and changing. */
  entries: () => readonly FileEntry[];
  /** The report on some files, with the paths of elements. */
  document: (wish: DocumentWish, signal: AbortSignal) => Promise<ReportDocument>;
  /** All rules there are. */
  rules: () => Promise<readonly RuleInfo[]>;
}

/** How far a comparison is. */
export type ComparingState =
  | { readonly type: 'idle' }
  /** Files done with, of those that are gone through once more; both 0 before the first is. */
  | { readonly type: 'gathering'; readonly done: number; readonly total: number }
  | { readonly type: 'done'; readonly comparison: Comparison; readonly pair: SidePair }
  | { readonly type: 'failed'; readonly reason: string };

/** Which two reports are compared, what became of their findings, and which of these are listed. */
export class Comparing {
  state: ComparingState = $state.raw({ type: 'idle' });
  /** What is listed. */
  shown: ReadonlySet<Change> = $state.raw(new Set(changes));
  text = $state.raw('');
  /** What a person has chosen, by id; null where nothing was. */
  #before: string | null = $state.raw(null);
  #after: string | null = $state.raw(null);
  #earlier = new Map<string, FileEntry>();
  #run: AbortController | null = null;
  readonly #parts: ComparingParts;

  /** Everything that can be compared. */
  readonly sides: readonly Side[] = $derived.by(() =>
    sidesOf(this.#parts.entries(), this.#earlier),
  );

  /** What is compared: what was chosen, as far as it is still there, else what goes together. */
  readonly pair: SidePair | null = $derived.by(() => {
    const { sides } = this;
    const chosen = (id: string | null): Side | undefined =>
      id === null ? undefined : sides.find((side) => side.id === id);
    const usual = usualPair(sides);
    const [before, after] = [chosen(this.#before), chosen(this.#after)];
    if (!before && !after) return usual;
    const other = (side: Side): Side | undefined =>
      [usual?.before, usual?.after, ...sides].find((one) => one && one.id !== side.id);
    const pair = {
      before: before ?? (after && other(after)),
      after: after ?? (before && other(before)),
    };
    return pair.before && pair.after ? { before: pair.before, after: pair.after } : null;
  });

  constructor(parts: ComparingParts) {
    this.#parts = parts;
  }

  /** Remembers what was found in a file that is about to be checked again. */
  keep({ path, source, received, report, status }: FileEntry): void {
    if (received || !report) return;
    this.#earlier.set(path, new FileEntry(path, source, status));
  }

  /** Forgets what was found in a file before, or in all of them. */
  forget(path?: string): void {
    if (path !== undefined) {
      this.#earlier.delete(path);
      return;
    }
    this.stop();
    this.#earlier.clear();
    this.#before = this.#after = null;
    this.state = { type: 'idle' };
    this.text = '';
  }

  /** Chooses one of the two; chosen as both, the two change places. */
  choose(which: 'before' | 'after', id: string): void {
    const { pair } = this;
    const other = which === 'before' ? pair?.after : pair?.before;
    if (pair && other?.id === id) {
      this.swap();
      return;
    }
    if (which === 'before') [this.#before, this.#after] = [id, other?.id ?? null];
    else [this.#before, this.#after] = [other?.id ?? null, id];
  }

  swap(): void {
    const { pair } = this;
    if (pair) [this.#before, this.#after] = [pair.after.id, pair.before.id];
  }

  toggle(change: Change): void {
    const shown = new Set(this.shown);
    if (!shown.delete(change)) shown.add(change);
    this.shown = shown;
  }

  showAll(): void {
    this.shown = new Set(changes);
    this.text = '';
  }

  /** Compares two sides; what is compared already stays as it is. */
  async compare(pair: SidePair): Promise<void> {
    const { state } = this;
    if (state.type === 'done' && samePair(state.pair, pair)) return;
    this.stop();
    const run = new AbortController();
    this.#run = run;
    this.state = { type: 'gathering', done: 0, total: 0 };
    try {
      const { compareReports } = await import('../../findings/compare/compare');
      const gathered = { before: { done: 0, total: 0 }, after: { done: 0, total: 0 } };
      const gather = (which: 'before' | 'after'): Promise<ReportDocument> =>
        this.#documentOf(pair[which], run.signal, (done, total) => {
          if (this.#run !== run) return;
          gathered[which] = { done, total };
          const { before, after } = gathered;
          this.state = {
            type: 'gathering',
            done: before.done + after.done,
            total: before.total + after.total,
          };
        });
      const [before, after] = await Promise.all([gather('before'), gather('after')]);
      if (this.#run !== run) return;
      this.state = { type: 'done', comparison: compareReports(before, after), pair };
    } catch (error) {
      if (this.#run !== run) return;
      const reason = error instanceof Error ? error.message : String(error);
      this.state = { type: 'failed', reason };
    }
    this.#run = null;
  }

  /** Gives up a comparison that is under way. */
  stop(): void {
    this.#run?.abort();
    this.#run = null;
    if (this.state.type === 'gathering') this.state = { type: 'idle' };
  }

  /** Where a compared finding can be looked at: as it is now, else as it was; null where it cannot. */
  placeOf(file: FileComparison, { after, before }: ComparedFinding): LocatedFinding | null {
    const { state } = this;
    if (state.type !== 'done') return null;
    const { pair } = state;
    return (
      locate(pair.after, file.after?.path, after) ?? locate(pair.before, file.before?.path, before)
    );
  }

  async #documentOf(
    side: Side,
    signal: AbortSignal,
    progress: (done: number, total: number) => void,
  ): Promise<ReportDocument> {
    const { files, from } = side;
    if (from) {
      const reports = files.map(({ report }) => report);
      return reportDocument(from.tool, reports, await this.#parts.rules());
    }
    const entries = files.map(({ entry }) => entry);
    return this.#parts.document({ entries, excerpts: false, progress }, signal);
  }
}

function samePair(a: SidePair, b: SidePair): boolean {
  return sameSide(a.before, b.before) && sameSide(a.after, b.after);
}

/** By side, its files by their paths: lists ask for every row that comes into view. */
const filesByPath = new WeakMap<Side, Map<string, FileEntry>>();

function locate(
  side: Side,
  path: string | undefined,
  finding: Finding | null,
): LocatedFinding | null {
  // What was found before the last check is shown no more.
  if (finding === null || path === undefined || side.kind === 'earlier') return null;
  let files = filesByPath.get(side);
  if (!files) {
    files = new Map(side.files.map(({ report, entry }) => [report.path, entry]));
    filesByPath.set(side, files);
  }
  const entry = files.get(path);
  const shown = entry && sameFinding(finding, entry.findings);
  return entry && shown ? { entry, finding: shown } : null;
}
