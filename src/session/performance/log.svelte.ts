import { stages, type Stage } from '../../engine/timing';
import type { PastSample } from '../../store/past';
import { smallestForTime, type Budgets } from './budgets';
import { remarksOn, type Remark, type TimePerMegabyte } from './remarks';
import type { Machine, MachineStats } from './machine';
import { heapBytes, type MemorySample } from './memory';
import { compareWithPast, mostOfVisit, mostSamples, type Comparison } from './past';
import { percentilesOf, stageSketches, type Percentiles } from './percentiles';
import { Ring } from './ring';
import { rateOf, runOf, workerMs, type Run, type ShownFile } from './run';
import type { Series } from './sizeClass';
import { Sketch } from './sketch';
import { Throughput } from './throughput';

/** Runs that are kept to be looked at. */
const lastRuns = 200;

/** Moments of memory that are kept: five minutes, where one is noted each second. */
const lastMoments = 300;

/** While somebody looks, figures are renewed so often, in milliseconds. */
const renewEvery = 250;
const sampleEvery = 1000;

/** Files that it takes to say how long a megabyte takes, and to say what one in twenty exceeds. */
const fewestForTime = 3;
const enoughForTail = 20;

/** Milliseconds after which rates are written down and compared. */
const reviewAfter = 2000;

/** Where rates of earlier visits are kept. No call rejects. */
export interface Past {
  readonly lasting: boolean;
  load(): Promise<Map<string, PastSample[]>>;
  save(series: Iterable<readonly [string, readonly PastSample[]]>): Promise<void>;
  clear(): Promise<void>;
}

/** Where nothing is kept. */
export const noPast: Past = {
  lasting: false,
  load: () => Promise.resolve(new Map()),
  save: () => Promise.resolve(),
  clear: () => Promise.resolve(),
};

export interface LogParts {
  machine: Machine | null;
  past: Past;
  engine: string;
  budgets: () => Budgets;
  onProblem: (error: unknown) => void;
  /** The present, in milliseconds since the page was opened. */
  now?: () => number;
}

/** Sums over all files since the page was opened. */
export interface RunTotals {
  files: number;
  kept: number;
  broken: number;
  bytes: number;
}

/** One series: how long its files took here, and how that compares with earlier visits. */
export interface SeriesFigures {
  series: Series;
  ms: Percentiles;
  /** Of all its files, unpacked. */
  bytes: number;
  /** Of the median, in bytes a second; null where nothing was checked anew. */
  medianRate: number | null;
  comparison: Comparison | null;
  /** Rates that are known of earlier runs, this visit's included. */
  samples: number;
}

interface SeriesSketches {
  series: Series;
  bytes: number;
  ms: Sketch;
  rate: Sketch;
}

/**
 * What was measured since the page was opened: a bounded number of runs, percentiles over all of
 * them, and rates to compare with other visits. It takes notes whether anybody looks or not, for
 * that costs next to nothing; what costs more (sampling, working out figures) is done while somebody
 * watches.
 */
export class PerformanceLog {
  /** Grows while somebody watches and there is something new. */
  version = $state.raw(0);
  /** How many things there are that a person should look at, as of the last review. */
  alerts = $state.raw(0);
  /** Whether the rates of earlier visits have been read. */
  pastState: 'unread' | 'reading' | 'read' = $state.raw('unread');
  readonly #parts: LogParts;
  readonly #now: () => number;
  readonly #runs = new Ring<Run>(lastRuns);
  readonly #memory = new Ring<MemorySample>(lastMoments);
  readonly #throughput = new Throughput();
  readonly #whole = new Sketch();
  readonly #queued = new Sketch();
  readonly #pass = new Sketch();
  readonly #stages = stageSketches();
  readonly #series = new Map<string, SeriesSketches>();
  /** Of files of a megabyte and more. */
  readonly #perMegabyte = new Sketch();
  readonly #stageTotals = Object.fromEntries(stages.map((stage) => [stage, 0])) as Record<
    Stage,
    number
  >;
  /** Rates of earlier visits, and the latest of this one: a large batch must not push out the past. */
  readonly #earlier = new Map<string, readonly PastSample[]>();
  readonly #visit = new Map<string, PastSample[]>();
  readonly #unsaved = new Set<string>();
  #reviewing = false;
  #totals: RunTotals = { files: 0, kept: 0, broken: 0, bytes: 0 };
  #mostMemory = 0;
  #watchers = 0;
  #renewTimer: ReturnType<typeof setTimeout> | undefined;
  #lastMoment = -Infinity;
  #reading: Promise<void> | undefined;

  constructor(parts: LogParts) {
    this.#parts = parts;
    this.#now = parts.now ?? (() => performance.now());
  }

  /** Whether somebody looks: then it is worth measuring more closely. */
  get watched(): boolean {
    return this.#watchers > 0;
  }

  get now(): number {
    return this.#now();
  }

  /** Takes note of files that have just come onto the screen. */
  shown(files: readonly ShownFile[]): void {
    for (const file of files) this.#note(runOf(++this.#totals.files, file));
    const { now } = this;
    if (now - this.#lastMoment >= sampleEvery) this.#noteMemory(now);
    this.#renew();
    this.#reviewSoon();
  }

  /** Samples, and renews the figures, until the returned function is called. */
  watch(): () => void {
    this.#watchers += 1;
    void this.#readPast();
    this.#noteMemory(this.now);
    const timer = setInterval(() => {
      this.#noteMemory(this.now);
      this.#renew();
    }, sampleEvery);
    return () => {
      this.#watchers -= 1;
      clearInterval(timer);
      if (this.#watchers > 0) return;
      clearTimeout(this.#renewTimer);
      this.#renewTimer = undefined;
    };
  }

  // What there is to be seen. Each of these subscribes to `version`.

  /** The last runs, latest first. */
  get runs(): readonly Run[] {
    void this.version;
    return this.#runs.list().reverse();
  }

  get totals(): RunTotals {
    void this.version;
    return { ...this.#totals };
  }

  get memory(): readonly MemorySample[] {
    void this.version;
    return this.#memory.list();
  }

  /** The most memory that was seen, in bytes. */
  get mostMemory(): number {
    void this.version;
    return this.#mostMemory;
  }

  /** Bytes and files of each of the last seconds, oldest first. */
  get seconds(): readonly { second: number; bytes: number; files: number }[] {
    void this.version;
    return this.#throughput.list(this.now);
  }

  get machine(): MachineStats | null {
    void this.version;
    return this.#parts.machine?.stats() ?? null;
  }

  /** How long files took from worker to screen, in milliseconds, without waiting for a worker. */
  get whole(): Percentiles | null {
    void this.version;
    return percentilesOf(this.#whole);
  }

  /** How long files waited for a worker, in milliseconds. */
  get queued(): Percentiles | null {
    void this.version;
    return percentilesOf(this.#queued);
  }

  /** The tokenizer's one pass (decoding, tokenizing and structure), in milliseconds. */
  get pass(): Percentiles | null {
    void this.version;
    return percentilesOf(this.#pass);
  }

  /** Stages in milliseconds; of what the tokenizer does in one pass, only where it was told apart. */
  get byStage(): Record<Stage, Percentiles | null> {
    void this.version;
    return Object.fromEntries(
      stages.map((stage) => [stage, percentilesOf(this.#stages[stage])]),
    ) as Record<Stage, Percentiles | null>;
  }

  /** Sums of stages over files of a megabyte and more, in milliseconds. */
  get stageTotals(): Readonly<Record<Stage, number>> {
    void this.version;
    return { ...this.#stageTotals };
  }

  /** What files of a megabyte and more took a megabyte; null as long as there are too few. */
  get perMegabyte(): TimePerMegabyte | null {
    void this.version;
    const { count } = this.#perMegabyte;
    // Of a few files, the slowest says more of a moment than of the machine.
    const quantile = count >= enoughForTail ? 0.95 : 0.5;
    const ms = count >= fewestForTime ? this.#perMegabyte.quantile(quantile) : null;
    return ms === null ? null : { ms, quantile };
  }

  /** What is slower, larger or less reliable than it should be. */
  get remarks(): Remark[] {
    return remarksOn({
      budgets: this.#parts.budgets(),
      comparisons: this.bySeries.flatMap(({ series, comparison }) =>
        comparison ? [{ series, comparison }] : [],
      ),
      perMegabyte: this.perMegabyte,
      stageTotals: this.stageTotals,
      memory: this.mostMemory,
      broken: this.totals.broken,
      files: this.totals.files,
    });
  }

  /** Every series of this visit, smallest files first. */
  get bySeries(): readonly SeriesFigures[] {
    void this.version;
    const figures: SeriesFigures[] = [];
    for (const [key, { series, bytes, ms, rate }] of this.#series) {
      const percentiles = percentilesOf(ms);
      if (!percentiles) continue;
      const samples = this.#samplesOf(key);
      figures.push({
        series,
        ms: percentiles,
        bytes,
        medianRate: rate.quantile(0.5),
        comparison: this.pastState === 'read' ? compareWithPast(samples) : null,
        samples: samples.length,
      });
    }
    return figures.sort(
      (a, b) =>
        a.series.sizeClass.below - b.series.sizeClass.below ||
        a.series.key.localeCompare(b.series.key),
    );
  }

  /** Rates of this and earlier visits, by series. */
  get past(): ReadonlyMap<string, readonly PastSample[]> {
    void this.version;
    const keys = new Set([...this.#earlier.keys(), ...this.#visit.keys()]);
    return new Map([...keys].map((key) => [key, this.#samplesOf(key)]));
  }

  /** Whether the next visit will find what was noted. */
  get pastLasts(): boolean {
    void this.version;
    return this.#parts.past.lasting;
  }

  /** Forgets how fast this machine was before. */
  async forgetPast(): Promise<void> {
    this.#earlier.clear();
    this.#visit.clear();
    this.#unsaved.clear();
    await this.#parts.past.clear();
    this.version += 1;
  }

  #note(run: Run): void {
    this.#runs.add(run);
    const { times } = run;
    if (run.outcome === 'kept') this.#totals.kept += 1;
    if (run.outcome === 'broken') this.#totals.broken += 1;
    this.#totals.bytes += run.bytes;
    const inWorker = workerMs(run);
    const ms = inWorker + times.transfer + times.paint;
    this.#throughput.add(run.bytes, run.endedAt - ms, run.endedAt);
    if (run.outcome !== 'checked') return;
    this.#whole.add(ms);
    this.#queued.add(run.queued);
    this.#pass.add(times.decode + times.tokenize + times.structure);
    for (const stage of stages) {
      const inPass = stage === 'decode' || stage === 'tokenize' || stage === 'structure';
      if (!inPass || run.split) this.#stages[stage].add(times[stage]);
    }
    if (run.bytes >= smallestForTime) {
      this.#perMegabyte.add((inWorker / run.bytes) * 1e6);
      for (const stage of stages) this.#stageTotals[stage] += times[stage];
    }
    this.#noteSeries(run, ms);
  }

  #noteSeries(run: Run, ms: number): void {
    const { series } = run;
    let sketches = this.#series.get(series.key);
    if (!sketches) {
      sketches = { series, bytes: 0, ms: new Sketch(), rate: new Sketch() };
      this.#series.set(series.key, sketches);
    }
    sketches.bytes += run.bytes;
    sketches.ms.add(ms);
    const rate = rateOf(run);
    if (rate === null) return;
    sketches.rate.add(rate);
    const samples = this.#visit.get(series.key) ?? [];
    samples.push({ at: Date.now(), rate, engine: this.#parts.engine });
    if (samples.length > mostOfVisit) samples.shift();
    this.#visit.set(series.key, samples);
    this.#unsaved.add(series.key);
  }

  /** After a while, for it is on no one's way, writes rates down and sees whether all is well. */
  #reviewSoon(): void {
    if (this.#reviewing) return;
    this.#reviewing = true;
    setTimeout(() => {
      this.#reviewing = false;
      this.#save()
        .then(() => (this.alerts = this.remarks.length))
        .catch(this.#parts.onProblem);
    }, reviewAfter);
  }

  async #save(): Promise<void> {
    // What was noted before must be there first, or it would be written over.
    await this.#readPast();
    const changed = [...this.#unsaved].map((key) => [key, this.#samplesOf(key)] as const);
    this.#unsaved.clear();
    if (changed.length > 0) await this.#parts.past.save(changed);
  }

  #readPast(): Promise<void> {
    this.#reading ??= this.#mergePast();
    return this.#reading;
  }

  async #mergePast(): Promise<void> {
    this.pastState = 'reading';
    try {
      for (const [key, samples] of await this.#parts.past.load()) this.#earlier.set(key, samples);
    } catch (error) {
      this.#parts.onProblem(error);
    }
    this.pastState = 'read';
    this.#renew();
  }

  /** Of earlier visits and this one, oldest first. */
  #samplesOf(key: string): PastSample[] {
    const samples = [...(this.#earlier.get(key) ?? []), ...(this.#visit.get(key) ?? [])];
    return samples.slice(-mostSamples);
  }

  #noteMemory(at: number): void {
    this.#lastMoment = at;
    const stats = this.#parts.machine?.stats();
    const wasm = stats?.wasmBytes.reduce((sum, bytes) => sum + bytes, 0) ?? 0;
    const heap = heapBytes();
    this.#memory.add({ at, wasm, heap });
    this.#mostMemory = Math.max(this.#mostMemory, wasm + (heap ?? 0));
  }

  /** Tells whoever watches that there is something new, a few times a second at most. */
  #renew(): void {
    if (!this.watched) return;
    this.#renewTimer ??= setTimeout(() => {
      this.#renewTimer = undefined;
      this.version += 1;
    }, renewEvery);
  }
}
