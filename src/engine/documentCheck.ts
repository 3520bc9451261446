import type { Finding, Level, Severity, Span } from '../findings/finding';
import { wholeFileSpan } from '../findings/finding';
import type { FileReport } from '../findings/report';
import type { Pack, Recognition } from '../formats/pack';
import type { Source } from '../intake/source';
import { asUnreadable, unreadableFinding, UnreadableSource } from '../intake/unreadable';
import type { ExplainedIssue } from '../schema/explain';
import { explain } from '../schema/explain';
import type { Judgement } from '../schema/explanation';
import type { StructureIssue } from '../schema/issue';
import type { ChunkReader } from './chunks';
import type { DetectedEncoding } from '../intake/xmlEncoding';
import { ElementsTeller } from './elements';
import type { InspectEvents, InspectOptions } from './inspection';
import { defaultMemoryLimit } from './inspection';
import { memoryFinding } from './memoryFinding';
import type { Recognized } from './recognition';
import type { ReportBuilder } from './reportBuilder';
import { mergeMisspelt } from './misspelt';
import { samplePass } from './passSample';
import type { StageClock } from './stageClock';
import { plainSyntaxRule } from './strangers';
import { isDeprecation, structureIssue } from './structureIssues';
import { isSyntax, syntaxMessage } from './syntaxMessages';
import type { Code, Issue, Place, TextPlace, Tokenizer } from './tokenizer';
import { MemoryExhausted, Status } from './tokenizer';
import type { SchemaTokenizer, TokenizerShelf } from './tokenizerShelf';

/** An instance with more than this share of what it may take is watched: blocks grow by doubling. */
const watchedShare = 1 / 16;

/** Different issues whose words are kept. */
const mostWords = 1000;

export interface DocumentCheckParts {
  source: Source;
  /** Bytes of the content where that is a fact, and no claim; else `null`. */
  size: number | null;
  encoding: DetectedEncoding;
  recognized: Recognized;
  tokenizers: TokenizerShelf;
  report: ReportBuilder;
  options: InspectOptions;
  events: InspectEvents;
  clock: StageClock;
  /** The finding for a document that no pack claims. */
  stranger: (root: string | null) => Finding;
}

/** Checks one document: syntax and, where a pack claims it, structure, in one pass over its bytes. */
export class DocumentCheck {
  readonly #parts: DocumentCheckParts;
  readonly #pack: Pack | null;
  readonly #recognition: Recognition | null;
  readonly #judge: SchemaTokenizer | null;
  readonly #tokenizer: Tokenizer;
  readonly #elements: ElementsTeller;
  readonly #memoryLimit: number;
  /** Where the reading stood before the push under way, while memory is watched. */
  #place: TextPlace | null = null;
  readonly #words = new Map<string, ExplainedIssue>();
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
    this.#elements = new ElementsTeller(this.#tokenizer, options, parts.events, parts.size);
    this.#memoryLimit = options.memoryLimit ?? defaultMemoryLimit;
  }

  /** Reads the chunks to their end and returns the report. Rejects only when the signal fires. */
  async run(chunks: ChunkReader): Promise<FileReport> {
    const { report, encoding, recognized } = this.#parts;
    report.format = this.#pack?.id ?? null;
    report.version = this.#recognition?.version ?? null;
    report.kind = this.#recognition?.kind ?? null;
    if (this.#pack && !recognized.cutShort) this.#tellVersion();
    this.#tokenizer.begin({
      encoding: encoding.encoding,
      mark: encoding.mark,
      tape: this.#elements.wantsTape,
      structure: this.#judge !== null,
    });
    this.#tokenizer.limitMemory(this.#memoryLimit);
    report.size = encoding.mark;
    const status = await this.#read(chunks);
    report.elements = this.#tokenizer.elements;
    // How far the reading went beyond a mistake depends on how the bytes came: it says nothing.
    if (status === Status.failed) report.size = this.#parts.size ?? report.lastOffset;
    if (status !== Status.done) return report.finish('malformed');
    if (!this.#pack) {
      report.add(this.#parts.stranger(recognized.root));
      return report.finish('unsupported');
    }
    if (this.#recognition?.unsupported) return report.finish('unsupported');
    return report.finish(report.hasErrors ? 'invalid' : 'valid');
  }

  async #read(chunks: ChunkReader): Promise<Status> {
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
      events.progress?.(report.size, source.size);
    }
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
    const issues = this.#tokenizer.takeIssues(report.room, (code, count) => {
      report.count(this.#severityOf(code), count);
    });
    const structure = this.#structureFindings(issues.filter((issue) => !isSyntax(issue.code)));
    // As they were found: which of them come in one piece must not show.
    for (const issue of issues) {
      const finding = isSyntax(issue.code) ? this.#syntaxFinding(issue) : structure.get(issue);
      if (finding) report.add(finding);
    }
    return true;
  }

  /** How bad a structure issue is that is only counted. */
  #severityOf(code: Code): Severity {
    if (this.#recognition?.unsupported) return 'info';
    return isDeprecation(code) ? 'warning' : 'error';
  }

  #syntaxFinding(issue: Issue): Finding {
    const { encoding } = this.#parts;
    const { related, ...words } = syntaxMessage(issue, {
      name: (id) => (id === 0 ? '' : this.#tokenizer.name(id)),
      encoding: encoding.title,
    });
    const rule = this.#pack?.ruleFor('syntax', words.code) ?? plainSyntaxRule;
    return this.#finding(issue, { rule, ...words }, related);
  }

  /** The findings by their issues; two issues may be one mistake. */
  #structureFindings(issues: Issue[]): Map<Issue, Finding> {
    const findings = new Map<Issue, Finding>();
    const judge = this.#judge;
    const pack = this.#pack;
    const recognition = this.#recognition;
    if (!judge || !pack || !recognition || issues.length === 0) return findings;
    const declared = recognition.unsupported === null;
    const judgement = { schema: pack.schema(), version: judge.schema.version, declared };
    const named = issues.map((issue) => ({
      issue,
      named: structureIssue(issue, judge.schema, (id) => this.#tokenizer.name(id)),
    }));
    for (const { issue, named: names } of mergeMisspelt(named)) {
      const { code, severity, message, help } = this.#explained(issue, names, judgement);
      const words = {
        rule: pack.ruleFor('structure', code),
        level: 'structure' as const,
        code,
        // By a schema that the file does not declare, nothing is a mistake.
        severity: declared ? severity : ('info' as const),
        message,
        ...(help === undefined ? {} : { help }),
      };
      const related = issue.related ? 'the text stands here' : undefined;
      findings.set(issue, this.#finding(issue, words, related));
    }
    return findings;
  }

  /** The words for an issue; those that differ in their place alone are put into words once. */
  #explained(issue: Issue, named: StructureIssue, judgement: Judgement): ExplainedIssue {
    const { code, a, b, c, flags, parent, text } = issue;
    const key = `${code} ${a} ${b} ${c} ${flags} ${parent} ${text.join()}`;
    let explained = this.#words.get(key);
    if (!explained) {
      explained = this.#judge?.words.of(named, judgement) ?? explain(named, judgement);
      if (this.#words.size < mostWords) this.#words.set(key, explained);
    }
    return explained;
  }

  #finding(
    issue: Issue,
    words: Omit<Finding, 'path' | 'span' | 'related' | 'fix'> & { level: Level },
    relatedMessage: string | undefined,
  ): Finding {
    const { path } = this.#parts.source;
    const finding: Finding = { ...words, path, span: spanOf(issue.start, issue.end) };
    if (issue.related && relatedMessage !== undefined) {
      const { start, end } = issue.related;
      finding.related = [{ path, span: spanOf(start, end), message: relatedMessage }];
    }
    return finding;
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

function spanOf(start: Place, end: Place): Span {
  return {
    offset: start.offset,
    endOffset: end.offset,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
  };
}

const noBytes = new Uint8Array(0);
