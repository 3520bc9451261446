import type {
  DividedDocument,
  InspectEvents,
  Inspection,
  Inspector,
} from '../src/engine/inspection';
import type { SegmentHelp } from '../src/engine/segmentFeed';
import { planSegments, type SegmentPlan } from '../src/engine/segmentPlan';
import type { Finding } from '../src/findings/finding';
import type { FileReport } from '../src/findings/report';
import type { BytesAccess } from '../src/intake/bytes';
import { hashLimit, sha256 } from '../src/intake/hashing';
import type { Source } from '../src/intake/source';
import { encodeTiming, preciseNow } from '../src/engine/timing';
import { Asker } from '../src/project/asker';
import type { Answers, Wanted } from '../src/project/neighbourhood';
import { contentKey, digestKey } from '../src/store/key';
import { encodeEntries, encodeHead, encodeStored, orderOf } from './codec';
import { hashFirstLimit, looksLikeZip } from './hashing';
import { IdentifyClock } from './identifyClock';
import { Outbox } from './outbox';
import { PrimedAccess } from './primed';
import { ReadAhead } from './readAhead';
import { encodeSegment } from './segmentCodec';
import {
  answers,
  entriesPerBatch,
  findingsPerBatch,
  type Capabilities,
  type DigestedMessage,
  type DigestItem,
  type JobItem,
  type Packet,
  type SegmentItem,
  type Setup,
  type WorkerApi,
  type WorkerMessage,
} from './protocol';

/** Makes the inspector that a worker runs. */
export type InspectorFactory = (
  module: WebAssembly.Module,
  access: BytesAccess,
) => Inspector | Promise<Inspector>;

export interface ServiceParts {
  makeInspector: InspectorFactory;
  access: BytesAccess;
  /** Hands a packet to the page, buffers transferred. */
  post: (packet: Packet) => void;
  /** Absent where a context is not secure. */
  subtle: SubtleCrypto | undefined;
}

/** Results larger than this are not kept: reading them back would take as long as checking anew. */
const storedLimit = 4 * 1024 * 1024;

/** A file of more bytes, packed or not, leaves a worker that is better replaced. */
const wearingBytes = 64 * 1024 * 1024;

/** So does one that made the engine take so much memory. */
const wornMemory = 64 * 1024 * 1024;

/** How long a bundle may go on without letting messages in, in milliseconds. */
const breathEvery = 10;

/**
 * What runs in a worker: takes bundles of sources, inspects one after the other, and sends what is
 * found. Content that the page knows already is told by its hash and not parsed.
 */
export class EngineService implements WorkerApi {
  readonly #parts: ServiceParts;
  readonly #access: PrimedAccess;
  readonly #outbox: Outbox;
  /** Items that have not ended. */
  readonly #controllers = new Map<number, AbortController>();
  readonly #lookups = new Map<number, (known: Uint8Array) => void>();
  #current: number | null = null;
  /** What was learnt of it besides findings, as JSON; '' where that is not wanted. */
  #insight = '';
  /** The segments of the current item that others read. */
  #ahead: ReadAhead | null = null;
  /** The segments of other workers' items that are to be read. */
  readonly #segments = new Set<{ item: number; controller: AbortController }>();
  /** The digests that are to be made. */
  readonly #digests = new Map<number, AbortController>();
  /** What documents asked of the files around them, as far as it is not answered. */
  readonly #questions = new Map<number, (answers: Answers) => void>();
  readonly #asker = new Asker((wanted) => this.#askPage(wanted));
  #questionCount = 0;
  /** Bundles that are not at their end. */
  #bundles = 0;
  /** Whether a source has left much memory behind, which is given back only with the whole thread. */
  #worn = false;
  #lookupCount = 0;
  #inspector: Inspector | null = null;
  #subtle: SubtleCrypto | undefined;

  constructor(parts: ServiceParts) {
    this.#parts = parts;
    this.#access = new PrimedAccess(parts.access);
    this.#outbox = new Outbox(parts.post);
  }

  async start(setup: Setup): Promise<Capabilities> {
    this.#inspector = await this.#parts.makeInspector(setup.module, this.#access);
    if (setup.cache) this.#subtle = this.#parts.subtle;
    return { hashing: this.#parts.subtle !== undefined };
  }

  run(items: JobItem[], epoch: number): void {
    this.#asker.renew(epoch);
    this.#bundles += 1;
    for (const { item } of items) this.#controllers.set(item, new AbortController());
    this.#runBundle(items).catch((error: unknown) => {
      // Not the inspector's doing (it is caught where it is called): the first unfinished item
      // stands for the bundle, and the page starts another worker for the rest.
      const [first] = this.#controllers.keys();
      this.#fail(first ?? items[0]?.item ?? 0, error);
    });
  }

  readSegment(job: SegmentItem): void {
    const segment = { item: job.item, controller: new AbortController() };
    this.#segments.add(segment);
    const ended = (buffer: ArrayBuffer): void => {
      this.#segments.delete(segment);
      this.#outbox.push({ type: 'segment', item: job.item, segment: job.segment, buffer });
      this.#tellFinished();
      this.#outbox.flush();
    };
    this.#readSegment(job, segment.controller.signal).then(ended, (error: unknown) => {
      // The tokenizers may be left in the middle of something: as with a document, the worker goes.
      if (!segment.controller.signal.aborted) this.#fail(job.item, error);
      else ended(new ArrayBuffer(0));
    });
  }

  #tellFinished(): void {
    const wasmBytes = this.#inspector?.heldBytes ?? 0;
    this.#outbox.push({ type: 'finished', worn: this.#worn, wasmBytes });
  }

  async #readSegment(job: SegmentItem, signal: AbortSignal): Promise<ArrayBuffer> {
    const result = await this.#inspector?.readSegment?.(job, signal);
    this.#worn ||= (this.#inspector?.memoryBytes ?? 0) > wornMemory;
    return result ? encodeSegment(result) : new ArrayBuffer(0);
  }

  begun(item: number, segment: number): void {
    if (item === this.#current) this.#ahead?.begun(segment);
  }

  segmentRead(item: number, segment: number, result: ArrayBuffer | null): void {
    if (item === this.#current) this.#ahead?.read(segment, result);
  }

  giveBack(items: number[]): void {
    const returned = items.filter((item) => item !== this.#current && this.#controllers.has(item));
    for (const item of returned) this.#controllers.delete(item);
    this.#outbox.push({ type: 'returned', items: returned });
    this.#outbox.flush();
  }

  cancel(item: number): void {
    for (const segment of this.#segments) {
      if (segment.item === item) segment.controller.abort();
    }
    this.#digests.get(item)?.abort();
    const controller = this.#controllers.get(item);
    if (!controller) return;
    controller.abort();
    if (item !== this.#current) this.#endAborted(item);
  }

  answer(lookup: number, known: Uint8Array): void {
    this.#lookups.get(lookup)?.(known);
    this.#lookups.delete(lookup);
  }

  digest(item: DigestItem): void {
    const controller = new AbortController();
    this.#digests.set(item.job, controller);
    const ended = (digested: Partial<DigestedMessage>): void => {
      this.#digests.delete(item.job);
      this.#outbox.push({ ...nothingDigested(), ...digested, job: item.job });
      this.#worn ||= (this.#inspector?.heldBytes ?? 0) > wornMemory;
      if (this.#bundles + this.#segments.size + this.#digests.size === 0) this.#tellFinished();
      this.#outbox.flush();
    };
    this.#digest(item, controller.signal).then(ended, (error: unknown) => {
      ended(controller.signal.aborted ? {} : { failure: reasonOf(error) });
    });
  }

  neighboursFound(question: number, answers: Answers): void {
    this.#questions.get(question)?.(answers);
    this.#questions.delete(question);
  }

  #askPage(wanted: Wanted[]): Promise<Answers> {
    const question = ++this.#questionCount;
    this.#pushNow({ type: 'look', item: this.#current ?? 0, question, wanted });
    return new Promise((resolve) => this.#questions.set(question, resolve));
  }

  /** What there is to say of it: nothing where the page has it in its store. */
  async #digest(
    { job, source, cache }: DigestItem,
    signal: AbortSignal,
  ): Promise<Partial<DigestedMessage>> {
    const hash = cache ? await this.#hash(source, true) : null;
    const key = hash === null ? null : digestKey(hash, source);
    try {
      if (hash !== null && key !== null) {
        const [known] = await this.#ask([job], [key], [hash]);
        if (known === answers.known) return {};
      }
      const digest = await this.#inspector?.digest?.(source, signal);
      return digest ? { pack: digest.pack, buffer: digest.bytes.buffer, key } : { key };
    } finally {
      this.#access.forget(source.bytes);
    }
  }

  /** Cancels whatever is going on; for a service that shares the page's thread and cannot be killed. */
  stop(): void {
    for (const item of [...this.#controllers.keys()]) this.cancel(item);
    for (const controller of this.#digests.values()) controller.abort();
  }

  async #runBundle(items: JobItem[]): Promise<void> {
    const clock = new IdentifyClock();
    const hashes = await this.#identify(items, clock);
    let lastBreath = performance.now();
    for (const job of items) {
      if (this.#controllers.has(job.item)) {
        const broken = await this.#inspect(job, hashes.get(job.item), clock);
        if (broken) return;
      }
      this.#access.forget(job.source.bytes);
      if (performance.now() - lastBreath > breathEvery) {
        await breathe();
        lastBreath = performance.now();
      }
    }
    this.#bundles -= 1;
    this.#tellFinished();
    this.#outbox.flush();
  }

  /**
   * Hashes those items of a bundle that may be served from the store, and asks for all at once.
   * Items that are known have ended when this resolves, as the page has their results; those whose
   * elements are wanted still need only be read.
   */
  async #identify(items: JobItem[], clock: IdentifyClock): Promise<Map<number, string>> {
    const hashes = new Map<number, string>();
    const jobs = items.filter((job) => this.#caching(job) === 'first');
    await Promise.all(
      jobs.map(async (job) => {
        const hash = await this.#hash(job.source, true, (bytes) => clock.read(job.item, bytes));
        clock.hashed();
        if (hash !== null && this.#controllers.has(job.item)) hashes.set(job.item, hash);
      }),
    );
    clock.identified();
    const asked = jobs.filter((job) => hashes.has(job.item));
    const known = await this.#lookup(asked, hashes);
    clock.answered(asked.length);
    asked.forEach((job, at) => {
      if (known[at] === answers.known) this.#controllers.delete(job.item);
      if (known[at] === answers.elementsOnly) {
        // What was found is known: reading is enough, and there is nothing new to keep.
        job.options = { ...job.options, level: 'syntax' };
        job.cache = false;
      }
    });
    return hashes;
  }

  /**
   * How an item goes with the store: asked first, asked while it is parsed, only offered when all is
   * done (so that the first elements do not wait for a second reading), or not.
   */
  #caching(job: JobItem): 'first' | 'beside' | 'offer' | 'none' {
    const { region, elementsAt } = job.options;
    // Of a part there are no findings.
    if (!this.#subtle || !job.cache || region || elementsAt) return 'none';
    let size: number;
    try {
      size = this.#access.size(job.source.bytes);
    } catch {
      // Bytes that cannot be reached: the inspector will meet the same trouble and report it.
      return 'none';
    }
    if (size > hashLimit) return 'none';
    if (size <= hashFirstLimit) return 'first';
    // A kept result holds no elements: where these are wanted, nothing is gained by a hit.
    return job.options.tape ? 'offer' : 'beside';
  }

  /** The hash of a source's bytes, or null where there is none to be had. */
  async #hash(
    source: Source,
    prime: boolean,
    read?: (bytes: number) => void,
  ): Promise<string | null> {
    if (!this.#subtle) return null;
    try {
      const bytes = await this.#access.read(source.bytes);
      read?.(bytes.length);
      if (prime) this.#access.prime(source.bytes, bytes);
      return looksLikeZip(bytes) ? null : await sha256(this.#subtle, bytes);
    } catch {
      // Bytes that cannot be read: the inspector will meet the same trouble and report it.
      return null;
    }
  }

  async #lookup(jobs: JobItem[], hashes: Map<number, string>): Promise<Uint8Array> {
    if (jobs.length === 0) return new Uint8Array(0);
    const wanted = jobs.map((job) => ({ job, hash: hashes.get(job.item) ?? '' }));
    return this.#ask(
      jobs.map((job) => job.item),
      wanted.map(({ job, hash }) => contentKey(hash, job.source, job.options)),
      wanted.map(({ hash }) => hash),
    );
  }

  /** Asks the page whether it has something kept, for items or digests. */
  #ask(items: number[], keys: string[], hashes: string[]): Promise<Uint8Array> {
    const lookup = ++this.#lookupCount;
    const answered = new Promise<Uint8Array>((resolve) => this.#lookups.set(lookup, resolve));
    this.#pushNow({ type: 'lookup', lookup, items, keys, hashes });
    return answered;
  }

  /** Resolves to true when the inspector broke and the worker is not to go on. */
  async #inspect(
    job: JobItem,
    knownHash: string | undefined,
    clock: IdentifyClock,
  ): Promise<boolean> {
    const { item, source, options } = job;
    const controller = this.#controllers.get(item);
    const inspector = this.#inspector;
    if (!controller) return false;
    if (!inspector) throw new Error('The worker was not started');
    const caching = this.#caching(job);
    const beside = caching === 'beside' ? this.#hashBeside(job, controller) : null;
    const told: Finding[] = [];
    let epoch: number | null = null;
    const neighbours = this.#asker.neighboursOf(source.path, controller.signal, (its) => {
      epoch = Math.min(epoch ?? its, its);
    });
    this.#current = item;
    this.#insight = job.insight ? 'null' : '';
    let inspection: Inspection;
    try {
      const events = { ...this.#events(job, told), ...(job.neighbours ? { neighbours } : {}) };
      inspection = await inspector.inspect(source, options, events, controller.signal);
    } catch (error) {
      if (controller.signal.aborted) {
        this.#endAborted(item);
        return false;
      }
      this.#fail(item, error);
      return true;
    } finally {
      this.#current = null;
      this.#ahead = null;
    }
    this.#controllers.delete(item);
    this.#worn ||= isWearing(inspection) || (inspector.memoryBytes ?? 0) > wornMemory;
    if (knownHash !== undefined && inspection.type === 'file') inspection.report.hash = knownHash;
    if (inspection.type === 'file' && inspection.timing) clock.addTo(item, inspection.timing.times);
    this.#sendOutcome(job, inspection, told, epoch);
    let later: Promise<string | null> | null = null;
    // What depends on other files too may be something else the next time.
    if (epoch !== null) return false;
    if (caching === 'offer' && !isWearing(inspection)) {
      this.#outbox.flush();
      later = this.#hash(source, false);
    }
    const hash = knownHash ?? (await (beside ?? later));
    if (job.cache && hash !== null && inspection.type === 'file')
      this.#offer(job, inspection.report, hash);
    return false;
  }

  /** Hashes while the item is parsed; a hit ends the parsing, and the page has the result. */
  async #hashBeside(job: JobItem, controller: AbortController): Promise<string | null> {
    const hash = await this.#hash(job.source, false);
    if (hash === null || !this.#controllers.has(job.item)) return hash;
    const [known] = await this.#lookup([job], new Map([[job.item, hash]]));
    if (known === answers.known) controller.abort();
    return hash;
  }

  #events(job: JobItem, told: Finding[]): InspectEvents {
    const { item, source } = job;
    const ended = () => !this.#controllers.has(item);
    return {
      progress: (bytes, total) => {
        if (!ended()) this.#outbox.progress(item, bytes, total);
      },
      findings: (batch) => {
        if (ended()) return;
        for (const finding of batch) told.push(finding);
        this.#outbox.findings(item, source.path, batch, true);
      },
      ...(job.divide ? { help: (document) => this.#divide(job, document) } : {}),
      tape: (buffer) => {
        if (!ended()) this.#pushNow({ type: 'tape', item, buffer });
      },
      index: (buffer) => {
        if (!ended()) this.#pushNow({ type: 'index', item, buffer });
      },
      bytes: (buffer) => {
        if (!ended()) this.#pushNow({ type: 'bytes', item, buffer });
      },
      ...(job.insight
        ? {
            insight: (insight) => {
              if (ended()) return;
              this.#insight = JSON.stringify(insight);
              this.#pushNow({ type: 'insight', item, json: this.#insight });
            },
          }
        : {}),
    };
  }

  #pushNow(message: WorkerMessage): void {
    this.#outbox.push(message);
    this.#outbox.flush();
  }

  /** Tells the page that others may read a part of the current item. */
  #divide(
    { item, divide }: JobItem,
    document: DividedDocument,
  ): { plan: SegmentPlan; help: SegmentHelp } | null {
    if (!divide || document.size < divide.from) return null;
    const plan = planSegments(document.size, divide.segment);
    const help = new ReadAhead({
      item,
      plan,
      post: (message) => this.#pushNow(message),
      breathe,
    });
    this.#ahead = help;
    this.#pushNow({ type: 'divided', item, bytes: divide.segment, ...document });
    return { plan, help };
  }

  #sendOutcome(job: JobItem, inspection: Inspection, told: Finding[], epoch: number | null): void {
    const { item, source } = job;
    const sent = preciseNow();
    if (inspection.type === 'archive') {
      for (let at = 0; at < inspection.entries.length; at += entriesPerBatch) {
        const batch = encodeEntries(inspection.entries.slice(at, at + entriesPerBatch));
        this.#outbox.push({ type: 'entries', item, ...batch });
      }
    }
    const report = inspection.report;
    const known = new Set(told);
    const untold = report?.findings.filter((finding) => !known.has(finding)) ?? [];
    if (untold.length > 0) this.#outbox.findings(item, source.path, untold, false);
    const timing = inspection.type === 'file' ? inspection.timing : undefined;
    this.#outbox.push({
      type: 'done',
      item,
      outcome: inspection.type,
      head: report ? encodeHead(report) : null,
      order: report ? orderOf(report.findings, [...told, ...untold]) : null,
      timing: timing ? encodeTiming(timing) : null,
      rules: timing?.rules ?? [],
      epoch,
      sent,
    });
  }

  #offer(job: JobItem, report: FileReport, hash: string): void {
    if (!isLasting(report)) return;
    const buffer = encodeStored({ ...report, hash }, findingsPerBatch, this.#insight);
    if (buffer.byteLength > storedLimit) return;
    const key = contentKey(hash, job.source, job.options);
    this.#outbox.push({ type: 'keep', key, buffer });
  }

  #endAborted(item: number): void {
    this.#controllers.delete(item);
    this.#outbox.push({ type: 'aborted', item });
    this.#outbox.flush();
  }

  #fail(item: number, error: unknown): void {
    this.#outbox.push({ type: 'failed', item, reason: reasonOf(error) });
    this.#outbox.flush();
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}

function nothingDigested(): DigestedMessage {
  const buffer = new ArrayBuffer(0);
  return { type: 'digested', job: 0, pack: null, buffer, key: null, failure: null };
}

/** Whether what was inspected was so large that its traces are worth getting rid of. */
function isWearing(inspection: Inspection): boolean {
  return inspection.type === 'file' && inspection.report.size > wearingBytes;
}

/**
 * True when a report says the same of the same bytes the next time: not when no pack claimed them
 * (what is then said depends on how the source came here), and not when reading or the engine failed.
 */
function isLasting(report: FileReport): boolean {
  return (
    report.format !== null &&
    !report.findings.some(({ rule }) => /^scrutineer:(engine|intake):/.test(rule))
  );
}

/** Lets waiting messages in, such as a cancel, without the delay that browsers add to timers. */
function breathe(): Promise<void> {
  if (typeof setImmediate === 'function') return new Promise((resolve) => setImmediate(resolve));
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
