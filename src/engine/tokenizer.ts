import { Code, Encoding, Status, TextFlag } from '../../wasm/assembly/codes';
import type { SchemaTables } from '../schema/tables';
import type { Segment } from './segment';
import { segmentLayout, withNames } from './segment';
import { IssueBlock, issueWords } from './issueBlock';
import { batchHeaderWords, recordWords, tapeMagic, tapeVersion } from '../tape/layout';
import type { Columns, NameIds } from '../tree/elements';

export { Code, Encoding, Status, TextFlag };

/** A place in a document, as the tokenizer resolved it. */
export interface Place {
  /** Byte offset in the original file. */
  offset: number;
  line: number;
  column: number;
}

/** The same, with the offset into the document's UTF-8 form. */
export interface TextPlace extends Place {
  text: number;
}

/** The instance may not, or cannot, take more memory. It is of no more use. */
export class MemoryExhausted extends Error {
  override readonly name = 'MemoryExhausted';
  /** True where the limit was reached, false where the machine gave no more. */
  readonly refused: boolean;

  constructor(refused: boolean, cause: unknown) {
    super('The tokenizer cannot take more memory', { cause });
    this.refused = refused;
  }
}

/** One thing found, in numbers; see `Code` for what `a`, `b` and `c` are. */
export interface Issue {
  code: Code;
  a: number;
  b: number;
  c: number;
  /** Bytes that go with it: a value, or a list of name ids. */
  text: Uint8Array<ArrayBuffer>;
  /** Serial number of the start tag that it belongs to. */
  tag: number;
  /** For children: flags of the parent (`FrameFlag`); for text: `TextFlag`. */
  flags: number;
  /** For children: name id of the parent, else 0. */
  parent: number;
  start: Place;
  end: Place;
  related: { start: Place; end: Place } | null;
}

interface Exports {
  memory: { readonly buffer: ArrayBuffer };
  scratch(size: number): number;
  addName(address: number, length: number): number;
  useSchema(address: number, words: number): number;
  begin(encoding: number, mark: number, tape: number, structure: number, pauseAfter: number): void;
  beginInside(offset: number, line: number, column: number, tape: number): void;
  beginSegment(offset: number, structure: number): void;
  isAtSeam(): number;
  segmentAt(): number;
  segmentEventsAt(): number;
  unseenEnded(): number;
  segmentFramesAt(): number;
  join(address: number): number;
  stopTape(): void;
  limitMemory(bytes: number): void;
  memoryAsked(): number;
  useFastLane(wanted: number): void;
  isBetween(): number;
  placeNow(): number;
  openTotal(): number;
  openName(level: number): number;
  openPlace(level: number): number;
  reserve(count: number): number;
  push(count: number, last: number): Status;
  issuesAt(): number;
  issueTotal(): number;
  issueTexts(): number;
  issueTextBytes(): number;
  dropIssues(): void;
  tapeAt(): number;
  tapeTotal(): number;
  dropTape(): void;
  wantColumns(): void;
  markBytes(byte: number): void;
  moveTape(): void;
  columnsAt(): number;
  nameTotal(): number;
  nameAt: (id: number) => number;
  nameBytes: (id: number) => number;
  elementTotal(): number;
  pauseIn(elements: number): void;
  tagName(): number;
  tagDepth(): number;
  tagPlace(): number;
  tagAttributes(): number;
  tagAttributeName(index: number): number;
  tagValueAt(index: number): number;
  tagValueBytes(index: number): number;
  tagValuePlaces(index: number): number;
}

/** A start tag at which the tokenizer paused. */
export interface Tag {
  /** Local part of its name. */
  name: string;
  /** 1 for the root. */
  depth: number;
  attributes: ReadonlyMap<string, string>;
  /** Where its `<` stands. */
  place: Place;
}

/** Bytes of a place in an instance’s memory (`wasm/assembly/places.ts`). */
const placeBytes = 16;

/** What an instance can address: its pages are counted up to 4 GiB. */
const largestMemory = 0xffff0000;
const decoder = new TextDecoder();
const encoder = new TextEncoder();

/**
 * One instance of the Wasm module, with the tables of at most one schema. It reads one document at
 * a time: `begin`, then `push` until the status is no longer `more`. Issues and tape are to be taken
 * after every push.
 */
export class Tokenizer {
  readonly #wasm: Exports;
  readonly #names: (string | undefined)[] = [];
  readonly #ownNames: number;
  readonly #ids = new Map<string, number>();
  #idsKnown = 1;
  readonly #nameIds: NameIds = {
    text: (id) => this.name(id),
    idOf: (name) => this.#ids.get(name) ?? 0,
  };
  #records = 0;
  #namesTold = 1;
  #status = Status.more;
  #broken = false;
  #columns = false;
  #memoryLimit = largestMemory;

  /** Throws a RangeError when the tables are of a layout that the module does not know. */
  constructor(module: WebAssembly.Module, tables?: SchemaTables) {
    this.#wasm = new WebAssembly.Instance(module, {}).exports as unknown as Exports;
    if (tables) this.#load(tables);
    else this.#wasm.useSchema(0, 0);
    this.#ownNames = this.#wasm.nameTotal();
  }

  #load(tables: SchemaTables): void {
    for (const name of tables.names.slice(1)) this.#intern(name);
    const at = this.#wasm.scratch(tables.words.byteLength);
    new Uint32Array(this.#wasm.memory.buffer, at, tables.words.length).set(tables.words);
    if (!this.#wasm.useSchema(at, tables.words.length)) {
      throw new RangeError('The schema tables are of another version than the tokenizer');
    }
  }

  /** Reads what is ordinary without the fast lane, as long as it is closed: for tests and measuring. */
  set fastLane(open: boolean) {
    this.#wasm.useFastLane(Number(open));
  }

  /** Bytes of memory that the instance holds. */
  get memoryBytes(): number {
    return this.#wasm.memory.buffer.byteLength;
  }

  /** Start tags read in this document. */
  get elements(): number {
    return this.#wasm.elementTotal();
  }

  /**
   * Begins a document. `mark` is the number of bytes of its byte order mark, which are not to be
   * pushed; `pauseAfter` stops after that many elements (0: never).
   */
  begin(options: {
    encoding: Encoding;
    mark: number;
    tape: boolean;
    structure: boolean;
    /** Whether columns are wanted: what is taken from the tape goes on into them. */
    columns?: boolean;
    /** The byte whose offsets the columns are to hold; 0 or nothing for none. */
    marked?: number;
    pauseAfter?: number;
  }): void {
    this.#columns = options.columns ?? false;
    this.#wasm.begin(
      options.encoding,
      options.mark,
      Number(options.tape),
      Number(options.structure),
      options.pauseAfter ?? 0,
    );
    if (this.#columns) {
      this.#wasm.wantColumns();
      this.#wasm.markBytes(options.marked ?? 0);
    }
    this.#forget();
  }

  /**
   * Begins inside a document in UTF-8, at a place where `between` was true. Elements that began
   * before it are unknown: their end tags are told, and nothing is checked but syntax.
   */
  beginInside({ place, tape }: { place: Place; tape: boolean }): void {
    this.#wasm.beginInside(place.offset, place.line, place.column, Number(tape));
    this.#forget();
  }

  /**
   * Begins a segment of a document in UTF-8 without a DOCTYPE, in element content in front of the tag
   * at a byte offset. What is unknown there is noted, and told by `takeSegment`.
   */
  beginSegment(options: { offset: number; structure: boolean }): void {
    this.#wasm.beginSegment(options.offset, Number(options.structure));
    this.#forget();
  }

  /** Whether all that was pushed is read, and a segment may be joined to it. */
  get atSeam(): boolean {
    return this.#wasm.isAtSeam() !== 0;
  }

  /** Elements that began before the segment and have ended in it so far. */
  get unseenEnded(): number {
    return this.#wasm.unseenEnded();
  }

  /** What there is to tell of the segment that was read; its issues are to be taken beside. */
  takeSegment(): Segment {
    const { buffer } = this.#wasm.memory;
    const summary = new Uint32Array(buffer, this.#wasm.segmentAt(), segmentLayout.words);
    const events = (summary[segmentLayout.events] ?? 0) * segmentLayout.eventWords;
    const frameWords = (summary[segmentLayout.frameBytes] ?? 0) >> 2;
    const frames = (summary[segmentLayout.frames] ?? 0) * frameWords;
    const words = new Uint32Array(segmentLayout.words + events + frames);
    words.set(summary);
    words.set(new Uint32Array(buffer, this.#wasm.segmentEventsAt(), events), segmentLayout.words);
    words.set(
      new Uint32Array(buffer, this.#wasm.segmentFramesAt(), frames),
      segmentLayout.words + events,
    );
    const names: string[] = [];
    for (let id = this.#ownNames; id < this.#wasm.nameTotal(); id++) names.push(this.name(id));
    return { words, firstName: this.#ownNames, names };
  }

  /**
   * Joins a segment that begins where this document was read up to. False, with nothing changed, when
   * it has to be read here after all. Its issues are not taken over.
   */
  join(segment: Segment): boolean {
    const words = withNames(segment, (name) => this.#intern(name));
    const at = this.#wasm.scratch(words.byteLength);
    new Uint32Array(this.#wasm.memory.buffer, at, words.length).set(words);
    return this.#wasm.join(at) !== 0;
  }

  #intern(name: string): number {
    const bytes = encoder.encode(name);
    const at = this.#wasm.scratch(bytes.length);
    new Uint8Array(this.#wasm.memory.buffer, at, bytes.length).set(bytes);
    return this.#wasm.addName(at, bytes.length);
  }

  #forget(): void {
    for (; this.#idsKnown > this.#ownNames; this.#idsKnown--) {
      this.#ids.delete(this.#names[this.#idsKnown - 1] ?? '');
    }
    this.#names.length = Math.min(this.#names.length, this.#ownNames);
    this.#records = 0;
    this.#namesTold = 1;
    this.#status = Status.more;
  }

  /** Writes no more tape for this document; what waits is dropped. */
  stopTape(): void {
    this.#wasm.stopTape();
  }

  /** Bytes of memory that the instance may take from now on; then `push` throws. */
  limitMemory(bytes: number): void {
    this.#memoryLimit = Math.min(bytes, largestMemory);
    this.#wasm.limitMemory(this.#memoryLimit);
  }

  /** True when the instance ran out of memory in the middle of something: it must not be used. */
  get broken(): boolean {
    return this.#broken;
  }

  /** Whether what was read ends in element content, between constructs: `beginInside` may begin here. */
  get between(): boolean {
    return this.#wasm.isBetween() !== 0;
  }

  /** Up to where the document was read; less than what was pushed by an unfinished construct. */
  get place(): TextPlace {
    return this.#placeAt(this.#wasm.placeNow());
  }

  /** The open elements, the root first, with the places of their `<`. */
  get openElements(): { name: string; place: TextPlace }[] {
    return Array.from({ length: this.#wasm.openTotal() }, (_, at) => ({
      name: this.name(this.#wasm.openName(at + 1)),
      place: this.#placeAt(this.#wasm.openPlace(at + 1)),
    }));
  }

  #placeAt(address: number): TextPlace {
    const words = new Uint32Array(this.#wasm.memory.buffer, address, 4);
    const [text = 0, line = 0, column = 0, offset = 0] = words;
    return { line, column, offset, text };
  }

  /**
   * Reads on in the document. `last` says that nothing follows; `chunk` may be empty. Throws
   * MemoryExhausted where the document needs more memory than there is, or than was allowed.
   */
  push(chunk: Uint8Array, last: boolean): Status {
    try {
      const at = this.#wasm.reserve(chunk.length);
      new Uint8Array(this.#wasm.memory.buffer, at, chunk.length).set(chunk);
      this.#status = this.#wasm.push(chunk.length, Number(last));
    } catch (error) {
      throw this.#broke(error);
    }
    return this.#status;
  }

  /** The instance stopped in the middle of something; gives what is to be thrown. */
  #broke(error: unknown): unknown {
    this.#broken = true;
    const asked = error instanceof WebAssembly.RuntimeError ? this.#wasm.memoryAsked() >>> 0 : 0;
    if (asked === 0) return error;
    return new MemoryExhausted(this.memoryBytes + asked > this.#memoryLimit, error);
  }

  /** Whether the document turned out not to be XML. */
  get failed(): boolean {
    return this.#status === Status.failed;
  }

  /** After `paused`: reads on until the next start tag, within what was pushed. */
  resume(last: boolean): Status {
    this.#wasm.pauseIn(1);
    return this.push(new Uint8Array(0), last);
  }

  /** After `paused`: the start tag read last. */
  get tag(): Tag {
    const attributes = new Map<string, string>();
    for (let index = 0; index < this.#wasm.tagAttributes(); index++) {
      const at = this.#wasm.tagValueAt(index);
      const value = new Uint8Array(this.#wasm.memory.buffer, at, this.#wasm.tagValueBytes(index));
      attributes.set(this.name(this.#wasm.tagAttributeName(index)), textOf(value));
    }
    return {
      name: this.name(this.#wasm.tagName()),
      depth: this.#wasm.tagDepth(),
      attributes,
      place: this.#placeAt(this.#wasm.tagPlace()),
    };
  }

  /** After `paused`: between which places the values are written that the start tag read last carries. */
  tagValuePlaces(): Map<string, { start: Place; end: Place }> {
    const places = new Map<string, { start: Place; end: Place }>();
    for (let index = 0; index < this.#wasm.tagAttributes(); index++) {
      const at = this.#wasm.tagValuePlaces(index);
      if (at === 0) continue;
      const name = this.name(this.#wasm.tagAttributeName(index));
      places.set(name, { start: this.#placeAt(at), end: this.#placeAt(at + placeBytes) });
    }
    return places;
  }

  /** A name by its id. */
  name(id: number): string {
    const known = this.#names[id];
    if (known !== undefined) return known;
    const name = textOf(this.#nameBytes(id));
    this.#names[id] = name;
    return name;
  }

  #nameBytes(id: number): Uint8Array<ArrayBuffer> {
    const { memory, nameAt, nameBytes } = this.#wasm;
    return new Uint8Array(memory.buffer, nameAt(id), nameBytes(id));
  }

  /** Number of different names so far, the schema's included. */
  get nameCount(): number {
    return this.#wasm.nameTotal();
  }

  /** Number of issues waiting to be taken. */
  get issueCount(): number {
    return this.#wasm.issueTotal();
  }

  /**
   * Takes the issues found since they were taken last, in the order in which they were found. Of the
   * structure issues, only the first `most` are given; `rest` is told how many there are of each
   * other code.
   */
  takeIssues(most = Infinity, rest?: (code: Code, count: number) => void): Issue[] {
    const { issues: block } = this;
    const taken: Issue[] = [];
    const counted = new Map<Code, number>();
    let kept = 0;
    for (let at = 0, count = block.count; at < count; at++) {
      const code = block.code(at);
      if (code < Code.unexpectedRoot || kept++ < most) taken.push(block.issue(at));
      else counted.set(code, (counted.get(code) ?? 0) + 1);
    }
    counted.forEach((number, code) => rest?.(code, number));
    this.dropIssues();
    return taken;
  }

  /**
   * The issues waiting to be taken, in numbers, in the instance's own memory: to be read, or copied,
   * before the instance is used for anything but names.
   */
  get issues(): IssueBlock {
    const { buffer } = this.#wasm.memory;
    const count = this.#wasm.issueTotal() * issueWords;
    return new IssueBlock(
      new Uint32Array(buffer, this.#wasm.issuesAt(), count),
      new Uint8Array(buffer, this.#wasm.issueTexts(), this.#wasm.issueTextBytes()),
    );
  }

  /** Forgets the issues that were read. */
  dropIssues(): void {
    this.#wasm.dropIssues();
  }

  /** Number of tape records waiting to be taken. */
  get tapeRecords(): number {
    return this.#wasm.tapeTotal();
  }

  /**
   * Takes what waits on the tape into the document's columns. It is on the tape no longer. Throws as
   * `push` does.
   */
  moveTape(): void {
    this.#records += this.tapeRecords;
    this.#moveToColumns();
  }

  #moveToColumns(): void {
    try {
      this.#wasm.moveTape();
    } catch (error) {
      throw this.#broke(error);
    }
  }

  /** Lets go of the columns; what comes on the tape from now on is not taken into them. */
  stopColumns(): void {
    this.#columns = false;
    this.#wasm.markBytes(0);
  }

  /**
   * The whole document's columns, when all of it was read and its tape moved. They lie in the
   * instance's own memory: they are good until it begins another document. Throws as `push` does.
   */
  columns(): Columns {
    if (!this.#columns) throw new Error('No columns were wanted of this document');
    const at = this.#columnsAt();
    // Only now: sorting them may have taken more memory.
    const { buffer } = this.#wasm.memory;
    const [
      elements = 0,
      attributes = 0,
      texts = 0,
      names = 0,
      elementsAt = 0,
      attributesAt = 0,
      textsAt = 0,
      elementsByName = 0,
      elementFirsts = 0,
      attributesByName = 0,
      attributeFirsts = 0,
      marks = 0,
      marksAt = 0,
      marked = 0,
      markedAt = 0,
    ] = new Uint32Array(buffer, at, 15);
    return {
      elements,
      attributes,
      texts,
      elementWords: new Uint32Array(buffer, elementsAt, elements * 8),
      attributeWords: new Uint32Array(buffer, attributesAt, attributes * 4),
      textWords: new Uint32Array(buffer, textsAt, texts * 4),
      elementsByName: new Uint32Array(buffer, elementsByName, elements),
      elementFirsts: new Uint32Array(buffer, elementFirsts, names + 1),
      attributesByName: new Uint32Array(buffer, attributesByName, attributes),
      attributeFirsts: new Uint32Array(buffer, attributeFirsts, names + 1),
      marks: new Uint32Array(buffer, marksAt, marks * 6),
      marked: new Uint32Array(buffer, markedAt, marked),
    };
  }

  #columnsAt(): number {
    try {
      return this.#wasm.columnsAt();
    } catch (error) {
      throw this.#broke(error);
    }
  }

  /**
   * The names of the document that was read, both ways. Those of the schema are known from the
   * start; of others, those that came in the document are.
   */
  get names(): NameIds {
    for (; this.#idsKnown < this.nameCount; this.#idsKnown++) {
      this.#ids.set(this.name(this.#idsKnown), this.#idsKnown);
    }
    return this.#nameIds;
  }

  /** Takes the tape written since it was taken last, as a batch of its own (see `src/tape/layout.ts`). */
  takeTape(): ArrayBuffer {
    const count = this.#wasm.tapeTotal();
    const nameTotal = this.#wasm.nameTotal();
    const firstName = this.#namesTold;
    const names = nameTotal - firstName;
    let bytes = 0;
    for (let id = firstName; id < nameTotal; id++) bytes += this.#wasm.nameBytes(id);
    const wordCount = batchHeaderWords + count * recordWords + names;
    const batch = new ArrayBuffer(wordCount * 4 + ((bytes + 3) & ~3));
    const words = new Uint32Array(batch, 0, wordCount);
    words.set([tapeMagic, tapeVersion, count, this.#records, firstName, names, bytes, 0]);
    words.set(
      new Uint32Array(this.#wasm.memory.buffer, this.#wasm.tapeAt(), count * recordWords),
      batchHeaderWords,
    );
    const text = new Uint8Array(batch, wordCount * 4);
    const memory = new Uint8Array(this.#wasm.memory.buffer);
    const lengthsAt = batchHeaderWords + count * recordWords;
    let at = 0;
    // Byte by byte: there may be millions of names, and each is short.
    for (let index = 0; index < names; index++) {
      const from = this.#wasm.nameAt(firstName + index);
      const length = this.#wasm.nameBytes(firstName + index);
      words[lengthsAt + index] = length;
      for (let byte = 0; byte < length; byte++) text[at++] = memory[from + byte] ?? 0;
    }
    this.#records += count;
    this.#namesTold = nameTotal;
    if (this.#columns) this.#moveToColumns();
    else this.#wasm.dropTape();
    return batch;
  }
}

/** Names and most values are short and ASCII, for which a decoder takes long to get going. */
function textOf(bytes: Uint8Array): string {
  if (bytes.length > 64 || bytes.some((byte) => byte >= 0x80)) return decoder.decode(bytes);
  return String.fromCharCode(...bytes);
}
