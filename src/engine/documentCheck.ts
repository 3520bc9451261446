import type { Finding } from '../findings/finding';
import { wholeFileSpan } from '../findings/finding';
import type { FileReport } from '../findings/report';
import type { HeadFinding, Pack, Recognition, Semantics } from '../formats/pack';
import type { Source } from '../intake/source';
import { asUnreadable, unreadableFinding, UnreadableSource } from '../intake/unreadable';
import type { ChunkReader } from './chunks';
import type { DetectedEncoding } from '../intake/xmlEncoding';
import { ElementsTeller } from './elements';
import type { InspectEvents, InspectOptions } from './inspection';
import { defaultMemoryLimit } from './inspection';
import { Meaning } from './meaning';
import { memoryFinding, tooLargeForMeaning } from './memoryFinding';
import type { Recognized } from './recognition';
import type { ReportBuilder } from './reportBuilder';
import { rebased } from './issueBlock';
import { IssueFindings, spanOf } from './issueFindings';
import { samplePass } from './passSample';
import { endOf, nameIn } from './segment';
import type { SegmentHelp } from './segmentFeed';
import { SegmentFeed } from './segmentFeed';
import type { SchemaName, SegmentPlan } from './segmentPlan';
import type { SegmentResult } from './segmentReader';
import type { StageClock } from './stageClock';
import type { TextPlace, Tokenizer } from './tokenizer';
import { MemoryExhausted, Status } from './tokenizer';
import type { SchemaTokenizer, TokenizerShelf } from './tokenizerShelf';

/** An instance with more than this share of what it may take is watched: blocks grow by doubling. */
const watchedShare = 1 / 16;

export interface DocumentCheckParts {
  source: Source;
  /** Bytes of the content where that is a fact, and no claim; else `null`. */
  size: number | null;
  /** Bytes of a packed content as it is stored; else `null`. */
  packedSize: number | null;
  encoding: DetectedEncoding;
  recognized: Recognized;
  tokenizers: TokenizerShelf;
  report: ReportBuilder;
  options: InspectOptions;
  events: InspectEvents;
  /** How the document's bytes are read in segments, where others help. */
  segments: Segmentation | undefined;
  clock: StageClock;
  /** What the pack knows of meaning, where a level above structure is asked for. */
  semantics: Semantics | null;
  /** Bytes of a document whose meaning is checked, at most. */
  meaningLimit: number;
  /** Whether the chunks' memory is given back as soon as they are read. */
  lent: boolean;
  /** The finding for a document that no pack claims. */
  stranger: (root: string | null) => Finding;
}

/** What a large document needs to be read by several at once. */
export interface Segmentation {
  /** Finds helpers, who are told what to check against; null where there are none. */
  ask: (schema: SchemaName | null) => { plan: SegmentPlan; help: SegmentHelp } | null;
  /** Opens the document's bytes again, from an offset on. */
  reopen: (position: number) => ChunkReader;
  signal: AbortSignal;
}

/** Checks one document: syntax and, where a pack claims it, structure, in one pass over its bytes. */
export class DocumentCheck {
  readonly #parts: DocumentCheckParts;
  readonly #pack: Pack | null;
  readonly #recognition: Recognition | null;
  readonly #judge: SchemaTokenizer | null;
  readonly #tokenizer: Tokenizer;
  readonly #issues: IssueFindings;
  readonly #nameOf = (id: number): string => this.#tokenizer.name(id);
  readonly #elements: ElementsTeller;
  readonly #memoryLimit: number;
  /** Null where meaning is not asked for, or the document has turned out to be too large for it. */
  #meaning: Meaning | null;
  #tooLarge = false;
  /** Where the reading stood before the push under way, while memory is watched. */
  #place: TextPlace | null = null;
  /** The document's first bytes, where the tokenizer's pass is to be looked into. */
  #sample: Uint8Array | null = null;

  constructor(parts: DocumentCheckParts) {
    const { recognized, options, tokenizers } = parts;
    this.#parts = parts;
    this.#pack = recognized.pack;
    this.#recognition = recognized.recognition;
    const judged =
      this.#pack && this.#recognition && !recognized.cutShort && options.level !== 'syntax';
    this.#judge = judged ? tokenizers.with(this.#pack, this.#recognition.schemaVersion) : null;
    this.#tokenizer = this.#judge?.tokenizer ?? tokenizers.plain();
    this.#issues = new IssueFindings({
      path: parts.source.path,
      encoding: parts.encoding.title,
      pack: this.#pack,
      recognition: this.#recognition,
      judge: this.#judge,
      report: parts.report,
    });
    this.#memoryLimit = options.memoryLimit ?? defaultMemoryLimit;
    this.#meaning = this.#meaningOf(parts);
    const needed = this.#meaning !== null;
    this.#elements = new ElementsTeller(this.#tokenizer, options, parts.events, parts, needed);
  }

  /** What checks the document's meaning, where that is asked for and can be told. */
  #meaningOf(parts: DocumentCheckParts): Meaning | null {
    const { source, semantics, report, encoding, clock, options, events, lent } = parts;
    if (!semantics || !this.#judge || !this.#pack || this.#recognition?.unsupported) return null;
    this.#tooLarge = (parts.size ?? 0) > parts.meaningLimit;
    if (this.#tooLarge) return null;
    return new Meaning({
      path: source.path,
      pack: this.#pack,
      semantics,
      judge: this.#judge,
      kind: this.#recognition?.kind ?? null,
      encoding,
      lent,
      size: parts.size ?? 0,
      report,
      level: options.level,
      neighbours: events.neighbours ?? null,
      insight: events.insight?.bind(events),
      clock,
      detail: options.detail === true,
    });
  }

  /** Reads the chunks to their end and returns the report. Rejects only when the signal fires. */
  async run(chunks: ChunkReader): Promise<FileReport> {
    const { source, report, encoding, recognized, meaningLimit } = this.#parts;
    report.format = this.#pack?.id ?? null;
    report.version = this.#recognition?.version ?? null;
    report.kind = this.#recognition?.kind ?? null;
    if (this.#pack && !recognized.cutShort) this.#tellHead();
    this.#tokenizer.begin({
      encoding: encoding.encoding,
      mark: encoding.mark,
      tape: this.#elements.wantsTape || this.#meaning !== null,
      columns: this.#meaning !== null,
      marked: this.#pack?.marked ?? 0,
      structure: this.#judge !== null,
    });
    this.#tokenizer.limitMemory(this.#memoryLimit);
    report.size = encoding.mark;
    const feed = this.#feed(chunks);
    let status: Status;
    try {
      status = await this.#read(feed ?? chunks, feed);
    } finally {
      await feed?.cancel();
    }
    report.elements = this.#tokenizer.elements;
    // How far the reading went beyond a mistake depends on how the bytes came: it says nothing.
    if (status === Status.failed) report.size = this.#parts.size ?? report.lastOffset;
    if (status !== Status.done) return report.finish('malformed');
    if (!this.#pack) {
      report.add(this.#parts.stranger(recognized.root));
      return report.finish('unsupported');
    }
    if (this.#recognition?.unsupported) return report.finish('unsupported');
    const verdict = report.isInvalid ? 'invalid' : 'valid';
    await this.#meaning?.check();
    if (this.#tooLarge) report.add(tooLargeForMeaning(source.path, meaningLimit), true);
    return report.finish(verdict);
  }

  /** Where others help to read the document, what is left to be read here. */
  #feed(chunks: ChunkReader): SegmentFeed | null {
    const { segments, encoding } = this.#parts;
    if (!segments) return null;
    const schema = this.#judge
      ? { pack: this.#pack?.id ?? '', version: this.#judge.schema.version }
      : null;
    const found = segments.ask(schema);
    if (!found) return null;
    const { signal, reopen } = segments;
    const join = (result: SegmentResult): boolean => this.#join(result);
    return new SegmentFeed({
      ...found,
      chunks,
      position: encoding.mark,
      signal,
      reopen,
      join,
    });
  }

  /** Joins what others have read, and tells what they have found. */
  #join({ start, segment, issues, more, index }: SegmentResult): boolean {
    const { report, clock } = this.#parts;
    // While others read, it is their reading that is waited for.
    clock.lap('tokenize');
    if (!segment || !this.#tokenizer.atSeam) return false;
    // Of the issues that it kept, at most half turn out to be the other half of a misspelling.
    if (more.length > 0 && report.room * 2 > issues.count) return false;
    const { place, elements, openElements: open } = this.#tokenizer;
    if (place.offset !== start || !this.#tokenizer.join(segment)) return false;
    const own = (id: number): string => this.#tokenizer.name(id);
    this.#issues.add(rebased(issues, place), (id) => nameIn(segment, id, own));
    for (const [code, count] of more) this.#issues.count(code, count);
    report.size = endOf(segment);
    this.#elements.takeSegment(index, { place, elements, open }, report.size);
    report.flush();
    clock.lap('findings');
    return true;
  }

  async #read(chunks: Pick<ChunkReader, 'next'>, feed: SegmentFeed | null): Promise<Status> {
    const { source, report, events, clock, options } = this.#parts;
    let first = true;
    clock.skip();
    for (;;) {
      let chunk: Uint8Array<ArrayBuffer> | null;
      try {
        chunk = await chunks.next();
      } catch (error) {
        const unreadable = asUnreadable(error);
        if (!(unreadable instanceof UnreadableSource)) throw error;
        this.#take(true);
        if (!this.#tokenizer.broken) this.#elements.finish(report.size);
        report.add(unreadableFinding(source.path, unreadable));
        return Status.failed;
      }
      if (first && options.detail === true) this.#sample = chunk;
      if (chunk) this.#keep(chunk);
      for (const piece of this.#piecesOf(chunk ?? noBytes)) {
        report.size += piece.length;
        const status = this.#push(piece, chunk === null);
        // What ends the document takes no time that could be told; nor does looking for nothing.
        if (piece.length > 0) clock.lap('tokenize');
        const took = this.#take(first || status !== Status.more);
        first = false;
        report.flush();
        if (took) clock.lap('findings');
        if (status !== Status.more) {
          if (!this.#tokenizer.broken) this.#elements.finish(report.size);
          return status;
        }
      }
      events.progress?.(feed?.progress ?? report.size, source.size);
    }
  }

  /** Keeps a chunk for what is checked at the end, as long as that is possible. */
  #keep(chunk: Uint8Array<ArrayBuffer>): void {
    if (!this.#meaning) return;
    if (this.#meaning.length + chunk.length <= this.#parts.meaningLimit) {
      this.#meaning.add(chunk);
      return;
    }
    this.#meaning = null;
    this.#tooLarge = true;
    this.#tokenizer.stopColumns();
    this.#elements.release();
  }

  /** Memory that the document's tokenizer holds, in bytes. */
  get memoryBytes(): number {
    return this.#tokenizer.memoryBytes;
  }

  /** Tells the stages of the tokenizer's pass apart, after the report is finished. */
  measurePass(): void {
    const { clock, encoding, options } = this.#parts;
    const sample = this.#sample;
    if (!sample || this.#tokenizer.failed || this.#tokenizer.broken) return;
    const structure = this.#judge !== null;
    const way = { encoding: encoding.encoding, tape: options.tape, structure };
    clock.splitPass(() => samplePass(this.#tokenizer, sample, way));
  }

  /** A chunk in pieces as the elements need them; at least one, be it empty. */
  *#piecesOf(chunk: Uint8Array<ArrayBuffer>): Generator<Uint8Array<ArrayBuffer>, void, undefined> {
    let at = 0;
    do {
      const piece = chunk.subarray(at, at + this.#elements.stepBytes);
      at += piece.length;
      yield piece;
    } while (at < chunk.length);
  }

  /** Pushes a piece. Where that takes too much memory, a finding says so, and the reading has failed. */
  #push(piece: Uint8Array<ArrayBuffer>, last: boolean): Status {
    const tokenizer = this.#tokenizer;
    const { report } = this.#parts;
    if (tokenizer.memoryBytes > this.#memoryLimit * watchedShare) {
      this.#place = tokenizer.place;
      if (tokenizer.memoryBytes + report.memoryBytes > this.#memoryLimit) {
        this.#tellMemory(this.#memoryLimit);
        return Status.failed;
      }
    }
    try {
      return tokenizer.push(piece, last);
    } catch (error) {
      if (!(error instanceof MemoryExhausted)) throw error;
      this.#tellMemory(error.refused ? this.#memoryLimit : null);
      return Status.failed;
    }
  }

  #tellMemory(limit: number | null): void {
    const { report, source } = this.#parts;
    const unfinished = this.#place ? report.size - this.#place.offset : 0;
    const names = this.#tokenizer.nameCount;
    report.add(memoryFinding({ path: source.path, limit, place: this.#place, unfinished, names }));
  }

  /**
   * Takes what the last push brought. Small pieces of the elements wait for more, unless `now`. True
   * where there was something to deal with.
   */
  #take(now: boolean): boolean {
    const { report, options } = this.#parts;
    // An instance that broke has nothing more to tell.
    if (this.#tokenizer.broken) return false;
    this.#elements.take(report.size, now);
    if (this.#tokenizer.issueCount === 0) return options.tape;
    this.#issues.add(this.#tokenizer.issues, this.#nameOf);
    this.#tokenizer.dropIssues();
    return true;
  }

  /** Says what the pack has to say of how the document begins: of its version, for one. */
  #tellHead(): void {
    if (this.#parts.options.level === 'syntax') return;
    const { unsupported = null, findings = [] } = this.#recognition ?? {};
    if (unsupported) this.#tellOfHead(unsupported);
    findings.forEach((finding) => this.#tellOfHead(finding));
  }

  #tellOfHead({ at, attributes, ...words }: HeadFinding): void {
    const { tags } = this.#parts.recognized;
    const tag = tags.get(at ?? '') ?? tags.get('');
    const named = attributes.find((name) => tag?.values.has(name));
    const place = (named === undefined ? undefined : tag?.values.get(named)) ?? tag;
    this.#parts.report.add({
      ...words,
      level: 'structure',
      path: this.#parts.source.path,
      span: place ? spanOf(place.start, place.end) : { ...wholeFileSpan },
    });
  }
}

const noBytes = new Uint8Array(0);
