import type { Finding } from '../findings/finding';
import { levels } from '../findings/finding';
import type { Pack, Semantics } from '../formats/pack';
import { loadPacks } from '../formats/registry';
import { listArchive } from '../intake/archive';
import type { BytesAccess } from '../intake/bytes';
import type { Content } from '../intake/open';
import { openContent } from '../intake/open';
import type { Source } from '../intake/source';
import type { Digest } from '../rules/neighbours';
import { asUnreadable, unreadableFinding, UnreadableSource } from '../intake/unreadable';
import { ChunkReader } from './chunks';
import type { Segmentation } from './documentCheck';
import { DocumentCheck } from './documentCheck';
import type { DetectedEncoding } from '../intake/xmlEncoding';
import { detectEncoding } from '../intake/xmlEncoding';
import { Digester } from './digester';
import { elementsIn } from './elementPaths';
import { encodingFinding } from './encodingFinding';
import type {
  Inspection,
  InspectEvents,
  InspectOptions,
  Inspector,
  SegmentJob,
} from './inspection';
import { defaultMemoryLimit, defaultTapeLimit } from './inspection';
import { isNoRoom, memoryFinding } from './memoryFinding';
import { HeadReader } from './recognition';
import { preparations } from './preparations';
import { readRegion } from './regionReader';
import { ReportBuilder } from './reportBuilder';
import type { SegmentResult } from './segmentReader';
import { readSegment } from './segmentReader';
import { StageClock } from './stageClock';
import {
  isExpected,
  plainSyntaxRule,
  strangerFinding,
  strangerTitle,
  wantsReading,
} from './strangers';
import { Encoding, MemoryExhausted } from './tokenizer';
import { keptBytes, TokenizerShelf } from './tokenizerShelf';

/** Bytes in which a document has to show what it is, unless a pack is patient. */
const headBytes = 64 * 1024;

/** Bytes of a chunk that are looked at first. */
const firstBytes = 2048;

/** Bytes of a file from which on the memory of its chunks is given back as soon as they are read. */
const releasedFrom = 8 * 1024 * 1024;

/** An instance that takes more than this share of what is allowed begins anew. */
const freshShare = 1 / 8;

/**
 * Of the memory that is allowed, the share that a document may take whose meaning is checked: all of
 * it is kept, and about as much again to find one's way in it.
 */
const meaningShare = 1 / 4;

/** Bytes of memory that reading a segment ahead may take: one that needs more is read in its turn. */
const segmentMemory = 64 * 1024 * 1024;

/** Bytes behind a segment in which there is nearly always a tag; else it is read in its turn. */
const seamWithin = 256 * 1024;

const encoder = new TextEncoder();

/** What the engine is made of. */
export interface EngineParts {
  /** The tokenizer's module, compiled. */
  module: WebAssembly.Module;
  access: BytesAccess;
}

/**
 * Inspects sources, one at a time: opens them, finds out what they are, and checks those that a
 * pack claims as far as the level asks for. Everything that goes wrong is a finding.
 */
export class Engine implements Inspector {
  readonly #access: BytesAccess;
  readonly #tokenizers: TokenizerShelf;
  readonly #digester: Digester;
  #used = false;
  #memoryBytes = 0;
  #packs: Pack[] | null = null;
  readonly #semantics = new Map<Pack, Semantics>();
  /** Settled when no source is being inspected: the tokenizers hold one document at a time. */
  #turn: Promise<void> = Promise.resolve();

  constructor({ module, access }: EngineParts) {
    this.#access = access;
    this.#tokenizers = new TokenizerShelf(module);
    this.#digester = new Digester(module, access);
  }

  /**
   * Makes ready, bit by bit, what the first file of each version would otherwise have to wait for.
   * Stops as soon as there is a file to inspect.
   */
  async prepare(): Promise<void> {
    const { signal } = new AbortController();
    const check = (source: Source): Promise<unknown> =>
      this.#inTurn(() => this.#inspectNow(source, { level: 'structure', tape: false }, {}, signal));
    for (const step of preparations(await loadPacks(), this.#tokenizers, check)) {
      await new Promise((resolve) => setTimeout(resolve));
      if (this.#used) return;
      try {
        await step();
      } catch {
        // A file that needs the same will meet the same trouble, and then it is told.
        return;
      }
    }
  }

  /** Memory that the tokenizers hold at present, in bytes. */
  get heldBytes(): number {
    return this.#tokenizers.memoryBytes + this.#digester.memoryBytes;
  }

  /** Inspects a source as soon as the one before is done with. See `Inspector`. */
  async inspect(
    source: Source,
    options: InspectOptions,
    events: InspectEvents,
    signal: AbortSignal,
  ): Promise<Inspection> {
    this.#used = true;
    return this.#inTurn(() => this.#inspectNow(source, options, events, signal));
  }

  /** Reads a segment of a document as soon as the source before is done with. See `Inspector`. */
  async readSegment(job: SegmentJob, signal: AbortSignal): Promise<SegmentResult | null> {
    this.#used = true;
    return this.#inTurn(() => this.#readSegmentNow(job, signal));
  }

  /** Makes a digest beside whatever is being inspected: that may be waiting for it. See `Inspector`. */
  digest(source: Source, signal: AbortSignal): Promise<Digest | null> {
    this.#used = true;
    return this.#digester.digest(source, signal);
  }

  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const before = this.#turn;
    let end: (() => void) | undefined;
    this.#turn = new Promise((resolve) => (end = resolve));
    await before;
    try {
      return await work();
    } finally {
      end?.();
    }
  }

  /** Bytes of memory that the tokenizers had come to at the end of the last inspection. */
  get memoryBytes(): number {
    return this.#memoryBytes;
  }

  async #readSegmentNow(job: SegmentJob, signal: AbortSignal): Promise<SegmentResult | null> {
    const { source, schema, ...bounds } = job;
    const pack = schema && (await loadPacks()).find(({ id }) => id === schema.pack);
    if (schema && !pack) return null;
    const tokenizer =
      schema && pack
        ? this.#tokenizers.with(pack, schema.version).tokenizer
        : this.#tokenizers.plain();
    tokenizer.limitMemory(segmentMemory);
    const part = { start: job.start, end: job.last ? Infinity : job.end + seamWithin };
    const chunks = this.#chunksFrom(source, part, signal);
    try {
      return await readSegment({ ...bounds, tokenizer, structure: schema !== null, chunks });
    } catch (error) {
      signal.throwIfAborted();
      // Whoever reads the document will meet the same trouble, and report it.
      if (findingOf(error, source, {})) return null;
      throw error;
    } finally {
      await chunks.cancel();
      this.#memoryBytes = this.#tokenizers.memoryBytes;
      this.#tokenizers.trim();
    }
  }

  /** The bytes of a part of an unpacked source. */
  #chunksFrom(
    source: Source,
    { start, end }: { start: number; end: number },
    signal: AbortSignal,
    chunkBytes?: number,
    clock?: StageClock,
  ): ChunkReader {
    const { bytes } = source;
    const part = this.#access.slice(bytes, start, Math.min(end, this.#access.size(bytes)));
    const release = this.#access.release?.bind(this.#access);
    return new ChunkReader(this.#access.stream(part), signal, 0, chunkBytes, clock, release);
  }

  /** What is needed to read a document in segments; undefined where it cannot be. */
  #segmentation(
    source: Source,
    content: Content,
    encoding: DetectedEncoding,
    options: InspectOptions,
    events: InspectEvents,
    signal: AbortSignal,
    clock: StageClock,
  ): Segmentation | undefined {
    // A segment is read from the middle of the file, and its characters have to be told there.
    const plain = !content.packed && source.crc32 === undefined;
    if (!plain || encoding.encoding !== Encoding.utf8) return undefined;
    const size = this.#access.size(source.bytes);
    if ((options.tape && size <= (options.tapeLimit ?? defaultTapeLimit)) || !events.help) {
      return undefined;
    }
    return {
      ask: (schema) => events.help?.({ size, schema, index: options.tape }) ?? null,
      reopen: (position) =>
        this.#chunksFrom(source, { start: position, end: size }, signal, options.chunkBytes, clock),
      signal,
    };
  }

  async #inspectNow(
    source: Source,
    options: InspectOptions,
    events: InspectEvents,
    signal: AbortSignal,
  ): Promise<Inspection> {
    signal.throwIfAborted();
    const started = performance.now();
    const clock = new StageClock(started);
    const told = events.findings?.bind(events);
    const report = new ReportBuilder(source.path, started, told, options.settings);
    try {
      if (options.region) {
        const { region } = options;
        const tokenizer = this.#tokenizers.plain();
        await readRegion(source, region, this.#access, tokenizer, events, signal);
        return { type: 'file', report: report.finish('unsupported') };
      }
      if (options.elementsAt) {
        const { elementsAt, memoryLimit = defaultMemoryLimit } = options;
        const tokenizer = this.#tokenizers.plain();
        tokenizer.limitMemory(memoryLimit);
        const paths = await elementsIn(source, elementsAt, this.#access, tokenizer, signal);
        events.bytes?.(encoder.encode(JSON.stringify(paths)).buffer);
        return { type: 'file', report: report.finish('unsupported') };
      }
      const packs = this.#packs ?? (await this.#loadPacks(clock));
      const content = await openContent(source, this.#access, signal, clock);
      clock.lap('read');
      if (content.sniffed.kind === 'zip') {
        await leave(content);
        return await this.#openArchive(source, report, signal);
      }
      if (!wantsReading(source, content, packs)) {
        await leave(content);
        return strangerReport(source, content, null, report, packs, this.#access);
      }
      return await this.#checkDocument(
        source,
        content,
        packs,
        report,
        clock,
        options,
        events,
        signal,
      );
    } catch (error) {
      signal.throwIfAborted();
      const finding = findingOf(error, source, options);
      if (!finding) throw error;
      report.add(finding);
      return { type: 'file', report: report.finish('malformed') };
    } finally {
      this.#memoryBytes = this.#tokenizers.memoryBytes;
      this.#tokenizers.trim();
    }
  }

  /** What the pack knows of meaning, where a level is asked for that needs it. */
  async #semanticsOf(
    pack: Pack | null,
    { level }: InspectOptions,
    clock: StageClock,
  ): Promise<Semantics | null> {
    if (!pack?.semantics || levels.indexOf(level) <= levels.indexOf('structure')) return null;
    let loaded = this.#semantics.get(pack);
    if (!loaded) {
      this.#semantics.set(pack, (loaded = await pack.semantics()));
      clock.skip();
    }
    return loaded;
  }

  async #loadPacks(clock: StageClock): Promise<Pack[]> {
    this.#packs = await loadPacks();
    clock.skip();
    return this.#packs;
  }

  async #openArchive(
    source: Source,
    report: ReportBuilder,
    signal: AbortSignal,
  ): Promise<Inspection> {
    const { entries, findings } = await listArchive(source, this.#access, signal);
    if (findings.length === 0) return { type: 'archive', entries, report: null };
    findings.forEach((finding) => report.add(finding));
    report.kind = 'ZIP archive';
    report.size = this.#access.size(source.bytes);
    return {
      type: 'archive',
      entries,
      report: report.finish(report.isInvalid ? 'malformed' : 'unsupported'),
    };
  }

  async #checkDocument(
    source: Source,
    content: Content,
    packs: readonly Pack[],
    report: ReportBuilder,
    clock: StageClock,
    options: InspectOptions,
    events: InspectEvents,
    signal: AbortSignal,
  ): Promise<Inspection> {
    const encoding = detectEncoding(content.head);
    if (encoding.problem !== null) {
      report.add(encodingFinding(source.path, encoding, plainSyntaxRule));
    }
    if (encoding.problem === 'contradicted' || encoding.problem === 'unsupported') {
      await leave(content);
      report.kind = content.sniffed.title;
      report.size = source.size ?? this.#access.size(source.bytes);
      return { type: 'file', report: report.finish('malformed') };
    }
    const { chunkBytes } = options;
    const readerOf = (opened: Content): ChunkReader =>
      new ChunkReader(opened.whole ?? opened.stream, signal, encoding.mark, chunkBytes, clock);
    let chunks = readerOf(content);
    try {
      const memoryLimit = options.memoryLimit ?? defaultMemoryLimit;
      // What a document before left behind must not count for this one.
      this.#tokenizers.trim(Math.min(keptBytes, memoryLimit * freshShare));
      const tokenizer = this.#tokenizers.plain();
      tokenizer.limitMemory(memoryLimit);
      const head = new HeadReader(tokenizer, packs, encoding);
      const whole = await readHead(head, chunks, clock);
      const recognized = head.conclude();
      if (!whole) {
        // All of it was looked through, and it has to be read again from its start.
        await chunks.cancel();
        clock.skip();
        const again = await openContent(source, this.#access, signal, clock);
        clock.lap('read');
        chunks = readerOf(again);
      }
      if (!recognized.pack && !isExpected(source, packs)) {
        return strangerReport(source, content, recognized.root, report, packs, this.#access);
      }
      const stored = this.#access.size(source.bytes);
      const plain = !content.packed;
      const semantics = await this.#semanticsOf(recognized.pack, options, clock);
      const meaningLimit = memoryLimit * meaningShare;
      const lent =
        plain && stored > releasedFrom && source.crc32 === undefined && !!this.#access.release;
      if (lent) {
        // Of a large file, only the head is read as others are.
        await chunks.cancel();
        clock.skip();
        const rest = { start: encoding.mark, end: stored };
        chunks = this.#chunksFrom(source, rest, signal, chunkBytes, clock);
      }
      const check = new DocumentCheck({
        source,
        size: plain ? stored : null,
        packedSize: plain ? null : stored,
        encoding,
        recognized,
        tokenizers: this.#tokenizers,
        report,
        options,
        events,
        segments:
          semantics && stored <= meaningLimit
            ? undefined
            : this.#segmentation(source, content, encoding, options, events, signal, clock),
        clock,
        semantics,
        meaningLimit,
        lent,
        stranger: (root) => strangerFinding(source, content.sniffed, root, packs),
      });
      const checked = await check.run(chunks);
      if (content.packed) clock.separateUnpacking();
      check.measurePass();
      const timing = clock.finish(check.memoryBytes, checked.ms);
      return { type: 'file', report: checked, timing };
    } finally {
      await chunks.cancel();
    }
  }
}

/** Gives up content that is not read on. */
async function leave(content: Content): Promise<void> {
  if (!content.whole) await content.stream.cancel();
}

/**
 * Reads on until a pack has decided, and puts the chunks back where that came early enough. False
 * when too much was read to keep: the source has to be opened again.
 */
async function readHead(
  head: HeadReader,
  chunks: ChunkReader,
  clock: StageClock,
): Promise<boolean> {
  let kept: Uint8Array<ArrayBuffer>[] | null = [];
  let bytes = 0;
  for (;;) {
    const chunk = await chunks.next();
    const decided = chunk ? pushInParts(head, chunk) : head.push(new Uint8Array(0), true);
    if (chunk) {
      kept?.push(chunk);
      bytes += chunk.length;
    }
    if (decided || chunk === null || (bytes >= headBytes && !head.patient)) {
      if (!kept) return false;
      chunks.unread(kept);
      return true;
    }
    if (bytes >= 4 * headBytes) kept = null;
    clock.skip();
  }
}

/** The first lines tell most documents: what comes behind them need not be looked at for it. */
function pushInParts(head: HeadReader, chunk: Uint8Array<ArrayBuffer>): boolean {
  const rest = chunk.subarray(firstBytes);
  return (
    head.push(chunk.subarray(0, firstBytes), false) || (rest.length > 0 && head.push(rest, false))
  );
}

/** What is to be said of a source that could not be read, or `null` where the error is not about it. */
function findingOf(
  error: unknown,
  source: Source,
  options: Pick<InspectOptions, 'memoryLimit'>,
): Finding | null {
  const unreadable = asUnreadable(error);
  if (unreadable instanceof UnreadableSource) return unreadableFinding(source.path, unreadable);
  const memory = { path: source.path, place: null, unfinished: 0, names: 0 };
  if (error instanceof MemoryExhausted) {
    const limit = error.refused ? (options.memoryLimit ?? defaultMemoryLimit) : null;
    return memoryFinding({ ...memory, limit });
  }
  return isNoRoom(error) ? memoryFinding({ ...memory, limit: null }) : null;
}

function strangerReport(
  source: Source,
  content: Content,
  root: string | null,
  report: ReportBuilder,
  packs: readonly Pack[],
  access: BytesAccess,
): Inspection {
  const unreadable = content.sniffed.kind !== 'xml' && isExpected(source, packs);
  report.add(strangerFinding(source, content.sniffed, root, packs));
  report.kind = strangerTitle(content.sniffed, root, packs);
  report.size = source.size ?? access.size(source.bytes);
  return { type: 'file', report: report.finish(unreadable ? 'malformed' : 'unsupported') };
}
