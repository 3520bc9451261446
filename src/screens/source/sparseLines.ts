import { firstAbove } from '../../tree/columns';
import type { SparseIndex } from '../../tree/sparseIndex';
import { unitsAt, type KnownPlace, type LineColumn, type Lines } from './lines';
import type { SourceText } from './sourceText';

/** The index of a text as it grows. */
export interface GrowingIndex {
  /** What there is of it so far. */
  readonly index: SparseIndex | null;
  /** True when nothing more will come. */
  readonly ended: boolean;
}

/** Bytes read at a time: a millisecond or two of work. */
const stepBytes = 256 * 1024;
/** Nothing is waited for when a known place is as near as this: going there is quicker. */
const nearBytes = 1024 * 1024;
/** How often it is asked whether the index has grown, in milliseconds. */
const askEveryMs = 40;

const lineFeed = 10;
const carriageReturn = 13;

/** A walk through the text, from a known place on. */
interface Walk extends KnownPlace {
  afterReturn: boolean;
}

/** Moves past bytes until `stop` says so of the place before a byte, or the bytes end. */
function walkOn(
  walk: Walk,
  bytes: Uint8Array,
  stop: (walk: Walk, byte: number) => boolean,
): boolean {
  for (const byte of bytes) {
    if (stop(walk, byte)) return true;
    walk.text++;
    if (byte === lineFeed) {
      if (!walk.afterReturn) walk.line++;
      walk.column = 1;
      walk.afterReturn = false;
    } else if (byte === carriageReturn) {
      walk.line++;
      walk.column = 1;
      walk.afterReturn = true;
    } else {
      walk.afterReturn = false;
      walk.column += unitsAt(byte);
    }
  }
  return false;
}

/**
 * The lines of a text that is too large to look through on the page: a worker tells a place every
 * 64 KB while it checks the file, and from there it is a short way to any other. What the check has
 * not come to is waited for; what it never comes to, behind a mistake that ended it, is walked to.
 */
export class SparseLines implements Lines {
  readonly #text: SourceText;
  readonly #growing: () => GrowingIndex;
  readonly #signal: AbortSignal;
  /** Places that are known besides, in the order of the text. */
  readonly #learnt: KnownPlace[];

  constructor(text: SourceText, growing: () => GrowingIndex, signal: AbortSignal) {
    this.#text = text;
    this.#growing = growing;
    this.#signal = signal;
    this.#learnt = [{ text: text.mark, line: 1, column: 1 }];
  }

  learn({ text, line, column }: KnownPlace): void {
    if (text < this.#text.mark) return;
    const at = firstAbove(this.#offsets(), text, 0, this.#learnt.length);
    if (this.#learnt[at - 1]?.text !== text) this.#learnt.splice(at, 0, { text, line, column });
  }

  #offsets(): number[] {
    return this.#learnt.map(({ text }) => text);
  }

  async positionOf(offset: number): Promise<LineColumn> {
    const target = Math.max(offset, this.#text.mark);
    await this.#reached(
      (index) => index.textOf(index.entries - 1) >= target,
      () => target - this.#knownBefore(target).text <= nearBytes,
    );
    const walk = await this.#walkFrom(
      this.#knownBefore(target),
      (there) => there.text >= target,
      target,
    );
    return { line: walk.line, column: walk.column };
  }

  async offsetOf(place: LineColumn): Promise<number> {
    await this.#reached(
      (index) => !isBefore(index.placeOf(index.entries - 1), place),
      () => this.#learntBy(place).line === place.line,
    );
    const { index } = this.#growing();
    const learnt = this.#learntBy(place);
    const entry = index?.entryByLine(place.line, place.column) ?? -1;
    const known = index && entry >= 0 ? index.placeOf(entry) : learnt;
    const from = known.text > learnt.text ? known : learnt;
    const walk = await this.#walkFrom(from, ({ line, column, afterReturn }, byte) => {
      // No place lies within a character, nor between CR and LF.
      if (unitsAt(byte) === 0 || (afterReturn && byte === lineFeed)) return false;
      if (line !== place.line) return line > place.line;
      return column >= place.column || byte === lineFeed || byte === carriageReturn;
    });
    return walk.text;
  }

  async longestBetween(from: number, to: number): Promise<number> {
    const bytes = await this.#text.read(from, to);
    let longest = 0;
    let start = 0;
    bytes.forEach((byte, at) => {
      if (byte !== lineFeed && byte !== carriageReturn) return;
      longest = Math.max(longest, at - start);
      start = at + 1;
    });
    return Math.max(longest, bytes.length - start);
  }

  /** Waits until the index reaches a place or ends, unless `near` says that it is not needed. */
  async #reached(reaches: (index: SparseIndex) => boolean, near: () => boolean): Promise<void> {
    for (;;) {
      this.#signal.throwIfAborted();
      const { index, ended } = this.#growing();
      if (ended || near() || (index && index.entries > 0 && reaches(index))) return;
      await new Promise((resolve) => setTimeout(resolve, askEveryMs));
    }
  }

  /** The last place at or before an offset of which line and column are known. */
  #knownBefore(text: number): KnownPlace {
    const learnt = this.#learnt[firstAbove(this.#offsets(), text, 0, this.#learnt.length) - 1];
    const { index } = this.#growing();
    const entry = index?.entryBy(text) ?? -1;
    const known = index && entry >= 0 ? index.placeOf(entry) : null;
    const start = { text: this.#text.mark, line: 1, column: 1 };
    if (known && known.text > (learnt?.text ?? -1)) return known;
    return learnt ?? start;
  }

  /** The last learnt place at or before a line and column. */
  #learntBy(place: LineColumn): KnownPlace {
    let found: KnownPlace = { text: this.#text.mark, line: 1, column: 1 };
    for (const known of this.#learnt) {
      if (isBefore(place, known)) break;
      found = known;
    }
    return found;
  }

  async #walkFrom(
    { text, line, column }: KnownPlace,
    stop: (walk: Walk, byte: number) => boolean,
    end = Infinity,
  ): Promise<Walk> {
    const walk: Walk = { text, line, column, afterReturn: await this.#isAfterReturn(text) };
    while (walk.text < end) {
      const bytes = await this.#text.read(walk.text, Math.min(end, walk.text + stepBytes));
      this.#signal.throwIfAborted();
      if (bytes.length === 0 || walkOn(walk, bytes, stop)) break;
      this.learn(walk);
    }
    return walk;
  }

  /** Whether a line has just ended with a CR, so that an LF here ends no other one. */
  async #isAfterReturn(text: number): Promise<boolean> {
    if (text <= this.#text.mark) return false;
    const [before] = await this.#text.read(text - 1, text);
    return before === carriageReturn;
  }
}

function isBefore(a: LineColumn, b: LineColumn): boolean {
  return a.line < b.line || (a.line === b.line && a.column < b.column);
}
