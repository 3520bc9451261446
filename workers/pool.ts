import type {
  InspectEvents,
  Inspection,
  InspectOptions,
  Inspector,
} from '../src/engine/inspection';
import { usualChunkBytes } from '../src/engine/chunks';
import { decodeTiming, preciseNow, totalOf, type RunTiming } from '../src/engine/timing';
import type { Source } from '../src/intake/source';
import { Neighbourhood, type Answers } from '../src/project/neighbourhood';
import type { Surroundings } from '../src/project/surroundings';
import type { Insight } from '../src/rules/insight';
import type { Digest } from '../src/rules/neighbours';
import type { ResultCache } from '../src/store/cache';
import {
  decodeEntries,
  decodeFindings,
  decodeHead,
  openStored,
  reorder,
  type StoredReport,
} from './codec';
import { brokenReport, crashFinding, unavailableFinding } from './crash';
import { Crew, type Slot } from './crew';
import { decodeKeptDigest, encodeKeptDigest } from './digestCodec';
import { DigestJobs, type DigestJob } from './digestJobs';
import type { Spawn } from './link';
import { Divisions } from './divisions';
import { answers } from './protocol';
import type {
  DigestedMessage,
  DivisionLimits,
  DoneMessage,
  FindingsMessage,
  FinishedMessage,
  LookMessage,
  LookupMessage,
  SegmentMessage,
  WorkerMessage,
} from './protocol';
import { Queue } from './queue';
import { abortError, resetRun, weightOf, type PoolOptions, type Request } from './request';

export interface PoolSetup {
  /** The engine's code, compiled once and shared by all workers. */
  module: WebAssembly.Module | Promise<WebAssembly.Module>;
  spawn: Spawn;
  /** Does a worker's work in this thread when none can be started (see `local.ts`). */
  spawnLocal?: Spawn;
  /** Workers at most. */
  size: number;
  /** Bytes given to the tokenizer at once, where a request does not say; see `InspectOptions`. */
  chunkBytes?: number;
  /** Where results are kept; without it nothing is hashed and nothing is kept. */
  cache?: ResultCache;
  /** What lies around the documents; without it they cannot ask for their neighbours. */
  surroundings?: Surroundings;
  /** Told what a person should know, in one line each: workers that do not start, and the like. */
  onNotice?: (text: string) => void;
  limits?: Partial<PoolLimits>;
}

/** Times are in milliseconds. */
export interface PoolLimits {
  bundleFiles: number;
  bundleBytes: number;
  /** Documents that several workers read at once. */
  divide: DivisionLimits;
  /** Workers that help others, at most: each of them takes memory, and they share its bandwidth. */
  helpers: number;
  /** Bytes that have to be left of such a document for another worker to be started for it. */
  startFor: number;
  /** Bytes from which on results and digests are kept: what is smaller is made sooner than looked up. */
  keepFrom: number;
  /** How long a worker may take to let go of a cancelled file before it is killed. */
  deafFor: number;
  idleFor: number;
  startWithin: number;
}

const usualLimits: PoolLimits = {
  bundleFiles: 64,
  bundleBytes: 512 * 1024,
  // What is smaller is read in a moment, and handing it about takes as long.
  divide: { from: 64 * 1024 * 1024, segment: 4 * 1024 * 1024 },
  helpers: 3,
  // In the time that a worker takes to start, another reads about as much.
  startFor: 128 * 1024 * 1024,
  // Hashing and the store take some milliseconds; a check takes one for a megabyte.
  keepFrom: 256 * 1024,
  deafFor: 100,
  idleFor: 2_000,
  startWithin: 20_000,
};

export interface PoolStats {
  /** Workers that there may be, and those that there are. */
  size: number;
  workers: number;
  busy: number;
  /** Requests that no worker has begun, and those that one has. */
  waiting: number;
  running: number;
  /** Requests that came to an end of their own, and how many of these were served from the store. */
  done: number;
  cached: number;
  crashed: number;
  /** Workers killed because they did not hear a cancel. */
  killed: number;
  /** Segments of large documents that were read for the worker that had the document. */
  segments: number;
  /** Memory that each worker held for its tokenizers when it was last free, in bytes. */
  wasmBytes: number[];
}

/** Segments that a worker is given at once. */
const segmentsAhead = 2;

/** A worker with fewer files left than this keeps them. */
const fewestShared = 3;

/** Batches of a kept result that are decoded before others get a turn on this thread. */
const batchesPerTurn = 5;

/**
 * Many engines behind the face of one. Each call of `inspect` settles exactly once, whatever
 * happens to the workers: with its result, with an `AbortError` when its signal fires or the pool is
 * disposed, or, when the engine broke on the file, with a report that says so.
 */
export class Pool implements Inspector {
  /** How many sources a caller may hand over at once: the queue is here, and sorts them. */
  readonly atOnce = 16_384;

  /** How the work is done unless something else is set. */
  readonly usual: { readonly workers: number; readonly chunkBytes: number };

  readonly #limits: PoolLimits;
  readonly #cache: ResultCache | undefined;
  readonly #notice: (text: string) => void;
  readonly #crew: Crew;
  readonly #queue: Queue;
  /** All requests that are not settled. */
  readonly #open = new Set<Request>();
  readonly #running = new Map<number, Slot>();
  /** Documents that more than one worker can read. */
  readonly #divisions = new Divisions();
  readonly #neighbourhood: Neighbourhood | null;
  readonly #digests: DigestJobs;
  /** Requests that wait for their neighbours. */
  readonly #asking = new Set<number>();
  /** One listener a signal, however many requests share it. */
  readonly #signals = new Map<AbortSignal, { requests: Set<Request>; listener: () => void }>();
  #chunkBytes: number | undefined;
  #count = 0;
  #scheduled = false;
  #disposed = false;
  #hopeless: string | null = null;
  #done = 0;
  #cached = 0;
  #crashed = 0;
  #killed = 0;
  #segments = 0;

  constructor(setup: PoolSetup) {
    this.#limits = { ...usualLimits, ...setup.limits };
    this.#cache = setup.cache;
    this.#chunkBytes = setup.chunkBytes;
    this.usual = { workers: setup.size, chunkBytes: setup.chunkBytes ?? usualChunkBytes };
    this.#notice = setup.onNotice ?? (() => undefined);
    this.#neighbourhood = setup.surroundings ? new Neighbourhood(setup.surroundings) : null;
    this.#digests = new DigestJobs({
      nextId: () => ++this.#count,
      free: () => this.#crew.helpful(),
      any: () => this.#crew.busy()[0],
      give: (slot, job) => this.#giveDigest(slot, job),
      wanted: () => this.#schedule(),
    });
    this.#queue = new Queue({
      files: this.#limits.bundleFiles,
      bytes: this.#limits.bundleBytes,
    });
    this.#crew = new Crew(
      {
        spawn: setup.spawn,
        spawnLocal: setup.spawnLocal,
        setup: Promise.resolve(setup.module).then((module) => ({
          module,
          cache: setup.cache !== undefined,
        })),
        caching: setup.cache !== undefined,
        size: setup.size,
        startWithin: this.#limits.startWithin,
        idleFor: this.#limits.idleFor,
      },
      {
        available: () => this.#schedule(),
        messages: (slot, messages) => this.#receive(slot, messages),
        died: (slot, reason) => this.#lost(slot, reason),
        hopeless: (reason) => this.#giveUp(reason),
        notice: (text) => this.#notice(text),
      },
    );
  }

  /** Starts a worker before there is anything to do, so that the first file need not wait for it. */
  warm(): void {
    if (this.#crew.count() === 0) this.#crew.grow();
  }

  inspect(
    source: Source,
    options: PoolOptions,
    events: InspectEvents,
    signal: AbortSignal,
  ): Promise<Inspection> {
    if (signal.aborted || this.#disposed) return Promise.reject(abortError());
    return new Promise((resolve, reject) => {
      const request: Request = {
        id: ++this.#count,
        source,
        options,
        events,
        signal,
        priority: options.priority ?? 0,
        askedAt: performance.now(),
        weight: weightOf(source),
        resolve,
        reject,
        settled: false,
        alone: false,
        cache: options.fresh !== true,
        told: [],
        findings: [],
        toldThisRun: 0,
        entries: [],
        kept: null,
      };
      this.#open.add(request);
      this.#listen(request);
      if (this.#hopeless === null) this.#enqueue(request);
      else this.#unavailable(request, this.#hopeless);
    });
  }

  /** Sets how many workers there may be at most; those too many leave when they are done. */
  resize(size: number): void {
    this.#crew.resize(size);
  }

  /** Sets how many bytes are given to the tokenizer at once; `null` for the engine's own choice. */
  setChunkBytes(bytes: number | null): void {
    this.#chunkBytes = bytes ?? undefined;
  }

  /** Rejects every call under way with an `AbortError`. The pool can be used further. */
  cancelAll(): void {
    for (const request of [...this.#open]) this.#abort(request);
  }

  /** Ends all workers and rejects every call under way; later calls are rejected too. */
  dispose(): void {
    this.#disposed = true;
    this.#crew.dispose();
    this.#digests.dispose();
    for (const request of [...this.#open]) this.#reject(request);
  }

  stats(): PoolStats {
    return {
      size: this.#crew.capacity,
      workers: this.#crew.count(),
      busy: this.#crew.count('busy'),
      waiting: this.#open.size - this.#running.size,
      running: this.#running.size,
      done: this.#done,
      cached: this.#cached,
      crashed: this.#crashed,
      killed: this.#killed,
      segments: this.#segments,
      wasmBytes: this.#crew.memory(),
    };
  }

  // What waits goes to workers.

  #enqueue(request: Request): void {
    resetRun(request);
    this.#queue.add(request);
    // Somebody looks at what elements are wanted of: it goes before the page draws anything.
    if (request.options.tape) this.#pump();
    else this.#schedule();
  }

  /** After this turn, so that all of a loop's calls are there to be sorted. */
  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    queueMicrotask(() => {
      this.#scheduled = false;
      this.#pump();
    });
  }

  #pump(): void {
    if (this.#disposed) return;
    const free = this.#digests.waiting ? this.#crew.idle() : undefined;
    if (free) this.#digests.giveWaiting(free);
    let next = this.#queue.peek();
    for (let slot = this.#crew.idle(); slot && next; slot = this.#crew.idle()) {
      this.#dispatch(slot, this.#queue.takeBundle(this.#crew.count()));
      next = this.#queue.peek();
    }
    // What has been begun is to be helped with when nothing else is left to begin.
    for (let slot = this.#crew.idle(); slot && this.#help(slot);) slot = this.#crew.idle();
    if (!next && this.#crew.idle()) this.#share();
    const bundles = next ? this.#queue.bundles(this.#crew.capacity + 1) : this.#helpersWanted();
    const wanted = bundles + Number(this.#digests.waiting) - this.#crew.count('starting');
    const urgent = (next?.priority ?? 0) > 0;
    for (let n = 0; n < wanted && this.#crew.canGrow(urgent); n++) this.#crew.grow();
  }

  /** Asks the worker that has most left to do for half of it, for one that has nothing. */
  #share(): void {
    let richest: Slot | undefined;
    for (const slot of this.#crew.busy()) {
      if (slot.askedBack) return;
      if (slot.bundle.size > (richest?.bundle.size ?? fewestShared - 1)) richest = slot;
    }
    if (!richest) return;
    richest.askedBack = true;
    richest.link.giveBack([...richest.bundle.keys()].slice((richest.bundle.size + 1) >> 1));
  }

  /** Files that a worker has not begun wait again. */
  #returned(slot: Slot, items: number[]): void {
    slot.askedBack = false;
    for (const item of items) {
      const request = slot.bundle.get(item);
      if (!request) continue;
      this.#leave(slot, request);
      if (!request.settled) this.#enqueue(request);
    }
  }

  /** How many more workers would be worth their start for the documents that are being read. */
  #helpersWanted(): number {
    const { helpers, startFor } = this.#limits;
    const worthwhile = Math.floor(this.#divisions.bytesLeft / startFor);
    return Math.min(worthwhile, helpers) - this.#helpers();
  }

  /** Workers that help others. */
  #helpers(): number {
    return this.#crew.busy().filter(({ segments }) => segments.length > 0).length;
  }

  /** Lets an idle worker help with a document that another has. False where there is none. */
  #help(slot: Slot): boolean {
    if (this.#helpers() >= this.#limits.helpers || !this.#giveSegment(slot)) return false;
    this.#crew.engage(slot);
    return true;
  }

  /**
   * Gives a worker segments to read, until it has one to go on with when the first is read: how soon
   * it gets another does not depend on this thread then. False where there are none.
   */
  #giveSegment(slot: Slot): boolean {
    while (slot.segments.length < segmentsAhead) {
      const division = this.#divisions.next();
      const item = division?.take();
      if (!division || !item) break;
      slot.segments.push({ division, index: item.segment });
      division.leader.link.begun(item.item, item.segment);
      slot.link.readSegment(item);
    }
    return slot.segments.length > 0;
  }

  /** A segment was read. */
  #receiveSegment(slot: Slot, message: SegmentMessage): void {
    const at = slot.segments.findIndex(
      ({ division, index }) => division.request.id === message.item && index === message.segment,
    );
    const [reading] = at < 0 ? [] : slot.segments.splice(at, 1);
    if (!reading) return;
    this.#tellSegment(reading, message.buffer.byteLength > 0 ? message.buffer : null);
    const { id } = reading.division.request;
    if (!slot.segments.some(({ division }) => division.request.id === id)) slot.drop(id);
    // Files that wait come first: then this worker is to be free for them.
    if (!this.#queue.peek()) this.#giveSegment(slot);
  }

  /** The worker that has the document waits to hear what came of a segment. */
  #tellSegment({ division, index }: Slot['segments'][number], buffer: ArrayBuffer | null): void {
    const { id } = division.request;
    if (this.#divisions.of(id) !== division) return;
    if (buffer) this.#segments += 1;
    division.leader.link.segmentRead(id, index, buffer);
  }

  /** The document is read no longer by the worker that had it; nobody need help. */
  #endDivision(id: number): void {
    const division = this.#divisions.of(id);
    if (!division) return;
    this.#divisions.close(id);
    for (const slot of this.#crew.busy()) {
      if (slot.segments.some((each) => each.division === division)) this.#cancelAt(slot, id);
    }
  }

  #dispatch(slot: Slot, bundle: Request[]): void {
    this.#crew.engage(slot);
    slot.bundleSize = bundle.length;
    for (const request of bundle) {
      slot.bundle.set(request.id, request);
      this.#running.set(request.id, slot);
    }
    const surroundings = this.#neighbourhood?.surroundings;
    slot.link.run(
      bundle.map(({ id, source, options, events, cache, weight }) => ({
        item: id,
        source,
        options: this.#wireOptions(options),
        cache: cache && this.#cache !== undefined && weight >= this.#limits.keepFrom,
        divide: this.#crew.capacity > 1 && this.#limits.helpers > 0 ? this.#limits.divide : null,
        neighbours: surroundings?.surrounds(source) ?? false,
        insight: events.insight !== undefined,
      })),
      surroundings?.epoch ?? 0,
    );
  }

  /** What of the options concerns the worker. */
  #wireOptions({ priority: _, fresh: __, ...options }: PoolOptions): InspectOptions {
    const chunkBytes = options.chunkBytes ?? this.#chunkBytes;
    return chunkBytes === undefined ? options : { ...options, chunkBytes };
  }

  /** The request leaves its worker, if it is at one. */
  #leave(slot: Slot, request: Request): void {
    slot.drop(request.id);
    this.#endDivision(request.id);
    if (this.#running.get(request.id) === slot) this.#running.delete(request.id);
  }

  /** Takes what is unsettled from a worker that is no more. */
  #takeBack(slot: Slot): Request[] {
    for (const reading of slot.segments.splice(0)) {
      slot.drop(reading.division.request.id);
      this.#tellSegment(reading, null);
    }
    for (const id of slot.bundle.keys()) {
      this.#running.delete(id);
      this.#endDivision(id);
    }
    return slot.takeUnsettled();
  }

  // What workers say.

  #receive(slot: Slot, messages: WorkerMessage[]): void {
    for (const message of messages) {
      if (slot.state === 'gone') return;
      if (message.type === 'finished') this.#finished(slot, message);
      else if (message.type === 'keep') this.#cache?.keep(message.key, message.buffer);
      else if (message.type === 'lookup') void this.#answer(slot, message);
      else if (message.type === 'look') void this.#look(slot, message);
      else if (message.type === 'digested') this.#digested(slot, message);
      else if (message.type === 'segment') this.#receiveSegment(slot, message);
      else if (message.type === 'returned') this.#returned(slot, message.items);
      else this.#receiveFor(slot, slot.bundle.get(message.item), message);
    }
  }

  #receiveFor(
    slot: Slot,
    request: Request | undefined,
    message: Exclude<
      WorkerMessage,
      {
        type: 'finished' | 'keep' | 'lookup' | 'look' | 'digested' | 'segment' | 'returned';
      }
    >,
  ): void {
    if (message.type === 'failed') {
      this.#broke(slot, request, message.reason);
      return;
    }
    if (!request) return;
    if (request.settled) {
      // Cancelled here; what ends it there shows that the worker has heard.
      if (message.type === 'done' || message.type === 'aborted') this.#leave(slot, request);
      return;
    }
    try {
      switch (message.type) {
        case 'divided':
          this.#divisions.open(request, slot, message);
          this.#schedule();
          break;
        case 'claimed':
          this.#divisions.of(request.id)?.claim(message.segment);
          break;
        case 'progress':
          this.#tell(() => request.events.progress?.(message.bytes, message.total));
          break;
        case 'findings':
          if (!request.kept) this.#accept(request, message);
          break;
        case 'tape':
          this.#tell(() => request.events.tape?.(message.buffer));
          break;
        case 'index':
          this.#tell(() => request.events.index?.(message.buffer));
          break;
        case 'bytes':
          this.#tell(() => request.events.bytes?.(message.buffer));
          break;
        case 'insight':
          this.#tellInsight(request, message.json);
          break;
        case 'entries':
          for (const entry of decodeEntries(message.buffer, message.blobs)) {
            request.entries.push(entry);
          }
          break;
        case 'done': {
          const { kept } = request;
          const inspection: Inspection = kept
            ? { type: 'file', report: kept }
            : inspectionOf(request, message);
          if (kept) this.#cached += 1;
          this.#leave(slot, request);
          this.#resolve(request, inspection);
          break;
        }
        case 'aborted':
          // Nobody asked for it: the worker must not end what was not cancelled.
          this.#broke(slot, request, 'the worker gave it up');
          break;
      }
    } catch (error) {
      this.#broke(slot, request, error instanceof Error ? error.message : String(error));
    }
  }

  #accept(request: Request, message: FindingsMessage): void {
    const batch = decodeFindings(message.buffer, request.source.path);
    if (message.told) this.#tellFindings(request, batch);
    for (const finding of batch) request.findings.push(finding);
  }

  /** Tells those findings that an earlier run of the request has not told already. */
  #tellFindings(request: Request, batch: Request['findings']): void {
    const skip = Math.max(0, request.told.length - request.toldThisRun);
    request.toldThisRun += batch.length;
    const fresh = skip > 0 ? batch.slice(skip) : batch;
    for (const finding of fresh) request.told.push(finding);
    if (fresh.length > 0) this.#tell(() => request.events.findings?.(fresh));
  }

  /** @param json what was learnt; 'null' for nothing, '' where that was not wanted */
  #tellInsight({ events }: Request, json: string): void {
    const insight = json === '' ? null : (JSON.parse(json) as Insight | null);
    if (insight) this.#tell(() => events.insight?.(insight));
  }

  #finished(slot: Slot, { worn, wasmBytes }: FinishedMessage): void {
    slot.wasmBytes = wasmBytes;
    if (slot.segments.length > 0 || slot.digests.size > 0) return;
    const left = this.#takeBack(slot);
    slot.askedBack = false;
    if (worn) this.#crew.retire(slot);
    else this.#crew.rest(slot);
    for (const request of left) this.#crash(request, 'the worker ended without a result');
  }

  // What documents ask of the files around them.

  async #look(slot: Slot, { item, question, wanted }: LookMessage): Promise<void> {
    const request = slot.bundle.get(item);
    if (!request || request.settled) return;
    this.#asking.add(item);
    let found: Answers;
    try {
      if (!this.#neighbourhood) throw new RangeError('nothing is known of them');
      found = await this.#neighbourhood.answer(wanted, (source) =>
        this.#digests.make(source, slot),
      );
    } catch (error) {
      // Who has given up waits for no answer.
      if (request.settled) return;
      this.#notice(`The files around ${request.source.path} cannot be told: ${String(error)}.`);
      found = { epoch: 0, found: wanted.map(() => ({ found: 'unknown' })) };
    } finally {
      this.#asking.delete(item);
    }
    if (slot.state !== 'gone') slot.link.neighboursFound(question, found);
  }

  #giveDigest(slot: Slot, { id, source, weight }: DigestJob): void {
    if (slot.state === 'idle') this.#crew.engage(slot);
    const cache = this.#cache !== undefined && weight >= this.#limits.keepFrom;
    slot.link.digest({ job: id, source, cache });
  }

  #digested(slot: Slot, { job: id, pack, buffer, key, failure }: DigestedMessage): void {
    slot.digests.delete(id);
    slot.drop(id);
    const job = this.#digests.of(id);
    if (!job) return;
    const digest: Digest | null = pack === null ? null : { pack, bytes: new Uint8Array(buffer) };
    if (key !== null) this.#cache?.keep(key, encodeKeptDigest(digest));
    if (failure !== null) {
      this.#notice(`${job.source.path} could not be read for those that refer to it: ${failure}`);
    }
    this.#digests.settle(job, digest);
  }

  /** Settles a digest with what the store has. False where that is damaged. */
  #takeDigest(job: DigestJob, buffer: ArrayBuffer): boolean {
    try {
      this.#digests.settle(job, decodeKeptDigest(buffer));
      return true;
    } catch {
      // As good as none: the digest is made anew, and the kept one replaced.
      return false;
    }
  }

  // What the store knows.

  async #answer(slot: Slot, message: LookupMessage): Promise<void> {
    let stored: (ArrayBuffer | undefined)[] = [];
    try {
      stored = (await this.#cache?.lookup(message.keys)) ?? [];
    } catch (error) {
      this.#notice(`Kept results could not be read (${String(error)}); files are checked anew.`);
    }
    if (slot.state === 'gone') return;
    const known = new Uint8Array(message.keys.length);
    message.items.forEach((id, at) => {
      const request = slot.bundle.get(id);
      const buffer = stored[at];
      if (!buffer) return;
      const job = this.#digests.of(id);
      if (job && this.#takeDigest(job, buffer)) known[at] = answers.known;
      if (!request || request.settled) return;
      const opened = tryOpen(buffer, request.source.path);
      // One that was kept when nobody wanted to know more is not enough for somebody who does.
      if (!opened || (request.events.insight && opened.insight === '')) return;
      if (request.options.tape) {
        if (this.#takeKept(request, opened)) known[at] = answers.elementsOnly;
        return;
      }
      known[at] = answers.known;
      this.#leave(slot, request);
      void this.#deliver(request, opened);
    });
    slot.link.answer(message.lookup, known);
  }

  /** Tells a kept result to a request that waits for elements besides. False where it is damaged. */
  #takeKept(request: Request, stored: StoredReport): boolean {
    try {
      const batches = Array.from({ length: stored.batches }, (_, at) => stored.batch(at));
      request.kept = { ...stored.report(batches.flat()), cached: true };
      this.#tellInsight(request, stored.insight);
      for (const batch of batches) this.#tellFindings(request, batch);
      return true;
    } catch {
      // As good as none: the file is checked anew, and the result replaced.
      return false;
    }
  }

  /** Settles a request with a kept result; a damaged one sends it to the engine after all. */
  async #deliver(request: Request, stored: StoredReport): Promise<void> {
    const started = performance.now();
    resetRun(request);
    try {
      for (let at = 0; at < stored.batches; at++) {
        const batch = stored.batch(at);
        this.#tellFindings(request, batch);
        for (const finding of batch) request.findings.push(finding);
        if (at % batchesPerTurn === batchesPerTurn - 1) {
          await new Promise((resolve) => setTimeout(resolve));
        }
        if (request.settled) return;
      }
      const report = stored.report(request.findings);
      this.#tellInsight(request, stored.insight);
      const ms = performance.now() - started;
      this.#resolve(request, {
        type: 'file',
        report: { ...report, cached: true, ms },
      });
      this.#cached += 1;
    } catch {
      // Checked anew, which replaces the damaged result: nothing that a person need know.
      request.cache = false;
      if (!request.settled) this.#enqueue(request);
    }
  }

  // What goes wrong.

  /** The engine broke on a file; its worker is ended, and the rest of the bundle waits again. */
  #broke(slot: Slot, request: Request | undefined, reason: string): void {
    this.#crew.kill(slot);
    this.#digests.lost(slot);
    for (const left of this.#takeBack(slot)) {
      if (left === request) this.#crash(left, reason);
      else this.#enqueue(left);
    }
    this.#schedule();
  }

  /**
   * A worker is gone without a word. If it had one file, that was it; of several, each is tried
   * again by itself, so that only the one that does it again gets the blame. A digest that it was
   * making for others may be to blame as well: then that is what is tried again first.
   */
  #lost(slot: Slot, reason: string): void {
    const alone = slot.bundleSize === 1 && slot.digests.size === 0;
    this.#digests.lost(slot);
    for (const request of this.#takeBack(slot)) {
      if (alone) this.#crash(request, reason);
      else this.#retryAlone(request);
    }
    this.#schedule();
  }

  #killDeaf(slot: Slot): void {
    if (slot.state === 'gone') return;
    this.#killed += 1;
    this.#crew.kill(slot);
    this.#digests.lost(slot);
    for (const request of this.#takeBack(slot)) this.#retryAlone(request);
    this.#schedule();
  }

  #retryAlone(request: Request): void {
    request.alone = true;
    this.#enqueue(request);
  }

  #crash(request: Request, reason: string): void {
    this.#crashed += 1;
    this.#settleBroken(request, crashFinding(request.source.path, reason));
  }

  #giveUp(reason: string): void {
    this.#hopeless = reason;
    for (const request of [...this.#open]) this.#unavailable(request, reason);
  }

  #unavailable(request: Request, reason: string): void {
    this.#settleBroken(request, unavailableFinding(request.source.path, reason));
  }

  #settleBroken(request: Request, finding: ReturnType<typeof crashFinding>): void {
    this.#tell(() => request.events.findings?.([finding]));
    const report = brokenReport(request.source, request.told, finding);
    this.#resolve(request, { type: 'file', report });
  }

  // How a request ends.

  #listen(request: Request): void {
    const known = this.#signals.get(request.signal);
    if (known) {
      known.requests.add(request);
      return;
    }
    const requests = new Set([request]);
    const listener = () => {
      for (const aborted of [...requests]) this.#abort(aborted);
    };
    this.#signals.set(request.signal, { requests, listener });
    request.signal.addEventListener('abort', listener);
  }

  #abort(request: Request): void {
    if (!this.#reject(request)) return;
    const slot = this.#running.get(request.id);
    this.#endDivision(request.id);
    if (!slot) return;
    if (this.#asking.delete(request.id)) {
      for (const id of this.#digests.withdraw(slot, this.#asking.size > 0)) {
        this.#cancelAt(slot, id);
      }
    }
    this.#cancelAt(slot, request.id);
  }

  /** Tells a worker to let go of a request; one that does not hear is ended. */
  #cancelAt(slot: Slot, id: number): void {
    const watch = setTimeout(() => this.#killDeaf(slot), this.#limits.deafFor);
    slot.watches.set(id, watch);
    slot.link.cancel(id);
  }

  #resolve(request: Request, inspection: Inspection): void {
    if (!this.#settle(request)) return;
    this.#done += 1;
    request.resolve(inspection);
  }

  #reject(request: Request): boolean {
    if (!this.#settle(request)) return false;
    request.reject(abortError());
    return true;
  }

  #settle(request: Request): boolean {
    if (request.settled) return false;
    request.settled = true;
    this.#open.delete(request);
    const signal = this.#signals.get(request.signal);
    signal?.requests.delete(request);
    if (signal?.requests.size === 0) {
      request.signal.removeEventListener('abort', signal.listener);
      this.#signals.delete(request.signal);
    }
    return true;
  }

  /** Calls back; what goes wrong there is the caller's, and must not be taken for a worker's fault. */
  #tell(call: () => void): void {
    try {
      call();
    } catch (error) {
      queueMicrotask(() => {
        throw error;
      });
    }
  }
}

function inspectionOf(request: Request, message: DoneMessage): Inspection {
  const { path } = request.source;
  const report =
    message.head === null
      ? null
      : decodeHead(message.head, path, reorder(request.findings, message.order));
  if (message.outcome === 'archive') return { type: 'archive', entries: request.entries, report };
  if (report === null) throw new RangeError('a file without a report');
  const timing = message.timing === null ? undefined : timingOf(request, message);
  const { epoch } = message;
  return {
    type: 'file',
    report,
    ...(timing ? { timing } : {}),
    ...(epoch === null ? {} : { epoch }),
  };
}

/** The worker's timing, with what only this side knows: the way back, and the wait before. */
function timingOf(request: Request, message: DoneMessage): RunTiming {
  const timing = { ...decodeTiming(message.timing ?? []), rules: message.rules };
  const now = performance.now();
  const elapsed = now - request.askedAt;
  // Clocks of two threads may disagree a little; what passed here is the most that can have passed.
  timing.times.transfer = Math.min(Math.max(0, preciseNow(now) - message.sent), elapsed);
  timing.queued = Math.max(0, elapsed - timing.sampling - totalOf(timing.times));
  return timing;
}

function tryOpen(buffer: ArrayBuffer, path: string): StoredReport | null {
  try {
    return openStored(buffer, path);
  } catch {
    // A damaged result is as good as none: the file is checked anew and the result replaced.
    return null;
  }
}
