import type { ResultCache } from './cache';
import { indexedDbStore, type KeyValue } from './keyval';
import { isQuotaError, LastingStore } from './lasting';
import { noticeText } from './notice';
import { Recency, type Trace } from './recency';

export interface ResultStoreOptions {
  /** Part of every key: another engine may say something else of the same content. */
  engineVersion?: string;
  /** Bytes of results at most. */
  budget?: number;
  /** Told once when results will not outlast the page. */
  onNotice?: (text: string) => void;
  results?: KeyValue;
  meta?: KeyValue;
  /** The present time in milliseconds since 1970. */
  now?: () => number;
}

export interface ResultStats {
  bytes: number;
  budget: number;
  entries: number;
  /** Since the page was opened. */
  hits: number;
  misses: number;
  /** From 0 to 1; null before anything was looked up. */
  hitRatio: number | null;
  /** False when results are kept in memory alone. */
  lasting: boolean;
}

const usualBudget = 64 * 1024 * 1024;

/** In memory results compete with the files themselves. */
const memoryBudget = 16 * 1024 * 1024;

/** When there are too many, so much of the budget is left, lest the next one begins it again. */
const shrinkShare = 0.9;

/** Writes wait so long for others, in milliseconds: they are on no one's way. */
const writeAfter = 300;

/**
 * Results of checks by the content that was checked. Which ones there are is held in memory, so
 * that a question about what is not there costs nothing; results themselves, and when they were
 * last used, lie in IndexedDB, or in memory where that cannot be used.
 */
export class ResultStore implements ResultCache {
  readonly #version: string;
  readonly #onNotice: (text: string) => void;
  readonly #now: () => number;
  readonly #results: LastingStore;
  readonly #meta: LastingStore;
  readonly #recency = new Recency();
  /** Written soon. */
  readonly #pending = new Map<string, ArrayBuffer>();
  readonly #touched = new Map<string, Trace>();
  #budget: number;
  #noticed = false;
  #opened: Promise<void> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #writing: Promise<void> = Promise.resolve();
  #hits = 0;
  #misses = 0;

  constructor(options: ResultStoreOptions = {}) {
    this.#version = options.engineVersion ?? __ENGINE_VERSION__;
    this.#budget = options.budget ?? usualBudget;
    this.#onNotice = options.onNotice ?? (() => undefined);
    this.#now = options.now ?? Date.now;
    const failed = (error: unknown) => this.#goOnInMemory(error);
    this.#results = new LastingStore(options.results ?? indexedDbStore('results'), failed);
    this.#meta = new LastingStore(options.meta ?? indexedDbStore('meta'), failed);
  }

  async lookup(keys: readonly string[]): Promise<(ArrayBuffer | undefined)[]> {
    await this.#open();
    const full = keys.map((key) => this.#full(key));
    const found = new Map<string, ArrayBuffer>();
    const stored: string[] = [];
    for (const key of new Set(full)) {
      const pending = this.#pending.get(key);
      if (pending) found.set(key, pending);
      else if (this.#recency.has(key)) stored.push(key);
    }
    if (stored.length > 0) {
      const values = await this.#results.getMany(stored);
      stored.forEach((key, at) => {
        const value = values[at];
        if (value instanceof ArrayBuffer) found.set(key, value);
        // Another page has dropped it, or it went with the database.
        else this.#recency.remove(key);
      });
    }
    for (const key of full) {
      if (found.has(key)) this.#hits += 1;
      else this.#misses += 1;
    }
    for (const key of found.keys()) this.#touch(key);
    return full.map((key) => found.get(key));
  }

  keep(key: string, bytes: ArrayBuffer): void {
    const full = this.#full(key);
    // What is too large by itself would push out everything else and then itself.
    if (bytes.byteLength > this.#budget / 4) return;
    this.#pending.set(full, bytes);
    this.#touch(full, bytes.byteLength);
  }

  async stats(): Promise<ResultStats> {
    await this.#open();
    const asked = this.#hits + this.#misses;
    return {
      bytes: this.#recency.bytes,
      budget: this.#budget,
      entries: this.#recency.size,
      hits: this.#hits,
      misses: this.#misses,
      hitRatio: asked === 0 ? null : this.#hits / asked,
      lasting: this.#results.lasting,
    };
  }

  /** Sets how many bytes results may take in all; what is over leaves, least recently used first. */
  async setBudget(bytes: number): Promise<void> {
    this.#budget = bytes;
    await this.flush();
  }

  /** Drops all results, those of other versions of the engine too, and begins to count anew. */
  async clear(): Promise<void> {
    await this.#open();
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#pending.clear();
    this.#touched.clear();
    this.#recency.clear();
    this.#hits = 0;
    this.#misses = 0;
    await this.#writing;
    await Promise.all([this.#results.clear(), this.#meta.clear()]);
  }

  /** Writes what waits to be written. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#writing = this.#writing.then(() => this.#write());
    await this.#writing;
  }

  #full(key: string): string {
    return `${this.#version}/${key}`;
  }

  #touch(key: string, bytes?: number): void {
    this.#touched.set(key, this.#recency.use(key, this.#now(), bytes));
    // A failure to write ends in memory, with a notice; it is no one's business beyond that.
    this.#timer ??= setTimeout(() => void this.flush(), writeAfter);
  }

  /** Reads which results there are, and sees off those that nobody will ask for. */
  #open(): Promise<void> {
    this.#opened ??= this.#readTraces();
    return this.#opened;
  }

  async #readTraces(): Promise<void> {
    const [traces, keys] = await Promise.all([this.#meta.entries(), this.#results.keys()]);
    const kept = new Set(keys);
    const ours: [string, Trace][] = [];
    const gone = new Set(keys);
    for (const [key, trace] of traces) {
      if (kept.has(key) && isTrace(trace) && key.startsWith(`${this.#version}/`)) {
        ours.push([key, trace]);
        gone.delete(key);
      } else gone.add(key);
    }
    // Results may have been kept before this page knew of the earlier ones.
    const fresh = [...this.#touched];
    this.#recency.load(ours);
    for (const [key, { used, bytes }] of fresh) this.#recency.use(key, used, bytes);
    for (const key of this.#pending.keys()) gone.delete(key);
    await this.#remove([...gone]);
  }

  async #write(): Promise<void> {
    await this.#open();
    const gone = this.#recency.bytes > this.#budget ? this.#shrink(this.#budget * shrinkShare) : [];
    const results = [...this.#pending];
    const traces = [...this.#touched];
    this.#touched.clear();
    const { lasting } = this.#results;
    try {
      await this.#remove(gone);
      if (results.length > 0) await this.#results.setMany(results);
      if (traces.length > 0) await this.#meta.setMany(traces);
    } catch (error) {
      if (!isQuotaError(error)) throw error;
      await this.#makeRoom(results, traces, error);
    }
    // When memory took over amidst all this, the first half went to where it cannot be read any more.
    if (lasting !== this.#results.lasting) await this.#results.setMany(results);
    // Only now: until it was written, a look-up was served from here.
    for (const [key, bytes] of results) {
      if (this.#pending.get(key) === bytes) this.#pending.delete(key);
    }
  }

  #shrink(bytes: number): string[] {
    const gone = this.#recency.shrinkTo(bytes);
    for (const key of gone) {
      this.#pending.delete(key);
      this.#touched.delete(key);
    }
    return gone;
  }

  /** The browser has less room than the budget says: half of what is there leaves; else memory. */
  async #makeRoom(
    results: [string, ArrayBuffer][],
    traces: [string, Trace][],
    problem: unknown,
  ): Promise<void> {
    const gone = this.#shrink(this.#recency.bytes / 2);
    const stays = ([key]: [string, unknown]) => this.#recency.has(key);
    try {
      await this.#remove(gone);
      await this.#results.setMany(results.filter(stays));
      await this.#meta.setMany(traces.filter(stays));
      this.#budget = Math.min(this.#budget, Math.max(this.#recency.bytes, 1024 * 1024));
    } catch (error) {
      if (!isQuotaError(error)) throw error;
      this.#goOnInMemory(problem);
      await this.#results.setMany(results.filter(stays));
    }
  }

  async #remove(keys: string[]): Promise<void> {
    if (keys.length === 0) return;
    await this.#results.deleteMany(keys);
    await this.#meta.deleteMany(keys);
  }

  /** Both stores go together: one without the other is of no use. */
  #goOnInMemory(error: unknown): void {
    this.#results.goOnInMemory();
    this.#meta.goOnInMemory();
    this.#budget = Math.min(this.#budget, memoryBudget);
    const waiting = new Set(this.#pending.keys());
    // What lies in the browser's store is out of reach; what waits will be written to memory.
    const bytes = new Map([...this.#pending].map(([key, value]) => [key, value.byteLength]));
    this.#recency.clear();
    for (const key of waiting) this.#recency.use(key, this.#now(), bytes.get(key) ?? 0);
    if (this.#noticed) return;
    this.#noticed = true;
    this.#onNotice(noticeText('results', error));
  }
}

function isTrace(value: unknown): value is Trace {
  if (typeof value !== 'object' || value === null) return false;
  const { bytes, used } = value as Record<keyof Trace, unknown>;
  return typeof bytes === 'number' && typeof used === 'number';
}
