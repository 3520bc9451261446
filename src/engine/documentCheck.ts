import type { Finding } from '../findings/finding';
import { wholeFileSpan } from '../findings/finding';
import type { FileReport } from '../findings/report';
import type { Pack, Recognition } from '../formats/pack';
import type { Source } from '../intake/source';
import { asUnreadable, unreadableFinding, UnreadableSource } from '../intake/unreadable';
import type { ChunkReader } from './chunks';
import type { DetectedEncoding } from '../intake/xmlEncoding';
import type { InspectEvents, InspectOptions } from './inspection';
import type { Recognized } from './recognition';
import type { ReportBuilder } from './reportBuilder';
import { rebased } from './issueBlock';
import { IssueFindings, spanOf } from './issueFindings';
import { nameIn } from './segment';
import type { SegmentHelp } from './segmentFeed';
import { SegmentFeed } from './segmentFeed';
import type { SchemaName, SegmentPlan } from './segmentPlan';
import type { SegmentResult } from './segmentReader';
import type { Tokenizer } from './tokenizer';
import { Status } from './tokenizer';
import type { SchemaTokenizer, TokenizerShelf } from './tokenizerShelf';

/** Tape records that are collected before they are handed on, once the first were. */
const tapeBatch = 20_000;

export interface DocumentCheckParts {
  source: Source;
  encoding: DetectedEncoding;
  recognized: Recognized;
  tokenizers: TokenizerShelf;
  report: ReportBuilder;
  options: InspectOptions;
  events: InspectEvents;
  /** How the document's bytes are read in segments, where others help. */
  segments: Segmentation | undefined;
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
  }

  /** Reads the chunks to their end and returns the report. Rejects only when the signal fires. */
  async run(chunks: ChunkReader): Promise<FileReport> {
    const { report, encoding, recognized, options } = this.#parts;
    report.format = this.#pack?.id ?? null;
    report.version = this.#recognition?.version ?? null;
    report.kind = this.#recognition?.kind ?? null;
    if (this.#pack && !recognized.cutShort) this.#tellVersion();
    this.#tokenizer.begin({
      encoding: encoding.encoding,
      mark: encoding.mark,
      tape: options.tape,
      structure: this.#judge !== null,
    });
    report.size = encoding.mark;
    const feed = this.#feed(chunks);
    let status: Status;
    try {
      status = await this.#read(feed ?? chunks, feed);
    } finally {
      await feed?.cancel();
    }
    // How much was read of what cannot be read is of no interest, and depends on the chunks.
    if (status === Status.failed) report.size = this.#parts.source.size ?? report.size;
    report.elements = this.#tokenizer.elements;
    if (status !== Status.done) return report.finish('malformed');
    if (!this.#pack) {
      report.add(this.#parts.stranger(recognized.root));
      return report.finish('unsupported');
    }
    if (this.#recognition?.unsupported) return report.finish('unsupported');
    return report.finish(report.hasErrors ? 'invalid' : 'valid');
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
  #join({ start, segment, issues, more }: SegmentResult): boolean {
    const { report } = this.#parts;
    if (!segment || !this.#tokenizer.atSeam) return false;
    // Of the issues that it kept, at most half turn out to be the other half of a misspelling.
    if (more.length > 0 && report.room * 2 > issues.count) return false;
    const { place } = this.#tokenizer;
    if (place.offset !== start || !this.#tokenizer.join(segment)) return false;
    const own = (id: number): string => this.#tokenizer.name(id);
    this.#issues.add(rebased(issues, place), (id) => nameIn(segment, id, own));
    for (const [code, count] of more) this.#issues.count(code, count);
    report.flush();
    return true;
  }

  async #read(chunks: Pick<ChunkReader, 'next'>, feed: SegmentFeed | null): Promise<Status> {
    const { source, report, events } = this.#parts;
    let first = true;
    for (;;) {
      let chunk: Uint8Array<ArrayBuffer> | null;
      try {
        chunk = await chunks.next();
      } catch (error) {
        const unreadable = asUnreadable(error);
        if (!(unreadable instanceof UnreadableSource)) throw error;
        this.#take(true);
        report.add(unreadableFinding(source.path, unreadable));
        return Status.failed;
      }
      report.size = feed ? feed.position : report.size + (chunk?.length ?? 0);
      const status = this.#tokenizer.push(chunk ?? new Uint8Array(0), chunk === null);
      this.#take(first || status !== Status.more);
      first = false;
      report.flush();
      if (status !== Status.more) return status;
      events.progress?.(feed?.progress ?? report.size, source.size);
    }
  }

  /** Takes what the last push brought. Small pieces of the tape wait for more, unless `now`. */
  #take(now: boolean): void {
    const { events, options } = this.#parts;
    if (options.tape && (now || this.#tokenizer.tapeRecords >= tapeBatch)) {
      events.tape?.(this.#tokenizer.takeTape());
    }
    if (this.#tokenizer.issueCount === 0) return;
    this.#issues.add(this.#tokenizer.issues, this.#nameOf);
    this.#tokenizer.dropIssues();
  }

  /** Says that the file declares no version that there is a schema for. */
  #tellVersion(): void {
    const unsupported = this.#recognition?.unsupported;
    if (!unsupported || this.#parts.options.level === 'syntax') return;
    const { tags } = this.#parts.recognized;
    const tag = tags.get(unsupported.at ?? '') ?? tags.get('');
    const { rule, code, severity, message, help } = unsupported;
    this.#parts.report.add({
      rule,
      code,
      level: 'structure',
      severity,
      message,
      help,
      path: this.#parts.source.path,
      span: tag ? spanOf(tag.start, tag.end) : { ...wholeFileSpan },
    });
  }
}
