import { firstAbove, withRoom } from '../../tree/columns';
import { unitsAt, type LineColumn, type Lines } from './lines';
import type { SourceText } from './sourceText';

/** Bytes between two places that the index remembers. */
const usualBlockBytes = 16 * 1024;
/** Bytes read at a time while the index is made: a millisecond or two of work. */
const stepBytes = 256 * 1024;

const lineFeed = 10;
const carriageReturn = 13;

/** Where a scan through UTF-8 stands, before the byte at `offset`. */
interface Scan {
  offset: number;
  line: number;
  lineStart: number;
  /** UTF-16 units before the offset, and before the line's start. */
  units: number;
  lineStartUnits: number;
  /** The byte before was a CR: whether a line starts here hangs on the byte at the offset. */
  afterReturn: boolean;
  longestLine: number;
}

function startLine(scan: Scan): void {
  scan.longestLine = Math.max(scan.longestLine, scan.offset - scan.lineStart);
  scan.line++;
  scan.lineStart = scan.offset;
  scan.lineStartUnits = scan.units;
}

/** Settles a CR before the offset, now that the byte at the offset is known. */
function settle(scan: Scan, byte: number): void {
  if (scan.afterReturn && byte !== lineFeed) startLine(scan);
  scan.afterReturn = false;
}

/** Moves past a byte; `settle` has seen it before. */
function pass(scan: Scan, byte: number): void {
  scan.offset++;
  scan.units += unitsAt(byte);
  if (byte === lineFeed) startLine(scan);
  else if (byte === carriageReturn) scan.afterReturn = true;
}

/**
 * Tells lines and columns from byte offsets and back, in texts that are too large to hold. It
 * remembers a place every 16 KiB and reads the block in question again. Lines end at LF, CR LF and
 * a lone CR. Its methods reject as the text's `read` does.
 */
export class LineIndex implements Lines {
  readonly #text: SourceText;
  readonly #blockBytes: number;
  #blocks = 0;
  #lines = new Uint32Array(0);
  #lineStarts = new Uint32Array(0);
  #units = new Uint32Array(0);
  #lineStartUnits = new Uint32Array(0);
  #longestLine = 0;
  #lastRead: { block: number; bytes: Promise<Uint8Array> } | null = null;

  private constructor(text: SourceText, blockBytes: number) {
    this.#text = text;
    this.#blockBytes = blockBytes;
  }

  /**
   * Reads through the text, a piece a task. Rejects as the text's `read` does, and with the
   * signal's reason.
   */
  static async of(
    text: SourceText,
    signal: AbortSignal,
    blockBytes = usualBlockBytes,
  ): Promise<LineIndex> {
    const index = new LineIndex(text, blockBytes);
    const scan: Scan = {
      offset: text.mark,
      line: 1,
      lineStart: text.mark,
      units: 0,
      lineStartUnits: 0,
      afterReturn: false,
      longestLine: 0,
    };
    index.#keep(scan);
    while (scan.offset < text.size) {
      const bytes = await text.read(scan.offset, scan.offset + stepBytes);
      signal.throwIfAborted();
      if (bytes.length === 0) break;
      index.#readOn(scan, bytes);
    }
    index.#longestLine = Math.max(scan.longestLine, scan.offset - scan.lineStart);
    return index;
  }

  /** Bytes of the longest line, its end included. */
  get longestLine(): number {
    return this.#longestLine;
  }

  longestBetween(): Promise<number> {
    return Promise.resolve(this.#longestLine);
  }

  learn(): void {
    // Every place is found quickly already.
  }

  #readOn(scan: Scan, bytes: Uint8Array): void {
    let nextBlock = this.#blocks * this.#blockBytes;
    for (const byte of bytes) {
      settle(scan, byte);
      if (scan.offset === nextBlock) {
        this.#keep(scan);
        nextBlock += this.#blockBytes;
      }
      pass(scan, byte);
    }
  }

  #keep(scan: Scan): void {
    const at = this.#blocks++;
    this.#lines = withRoom(this.#lines, this.#blocks);
    this.#lineStarts = withRoom(this.#lineStarts, this.#blocks);
    this.#units = withRoom(this.#units, this.#blocks);
    this.#lineStartUnits = withRoom(this.#lineStartUnits, this.#blocks);
    this.#lines[at] = scan.line;
    this.#lineStarts[at] = scan.lineStart;
    this.#units[at] = scan.units;
    this.#lineStartUnits[at] = scan.lineStartUnits;
  }

  #blockStart(block: number): number {
    return Math.max(this.#text.mark, block * this.#blockBytes);
  }

  /** The scan as it stood at a block's start. */
  #scanAt(block: number): Scan {
    return {
      offset: this.#blockStart(block),
      line: this.#lines[block] ?? 1,
      lineStart: this.#lineStarts[block] ?? 0,
      units: this.#units[block] ?? 0,
      lineStartUnits: this.#lineStartUnits[block] ?? 0,
      afterReturn: false,
      longestLine: 0,
    };
  }

  /** The bytes of a block and the one after it, which settles a CR at the block's end. */
  #bytesOf(block: number): Promise<Uint8Array> {
    if (this.#lastRead?.block !== block) {
      const bytes = this.#text.read(this.#blockStart(block), (block + 1) * this.#blockBytes + 1);
      this.#lastRead = { block, bytes };
    }
    return this.#lastRead.bytes;
  }

  async positionOf(offset: number): Promise<LineColumn> {
    const target = Math.min(Math.max(offset, this.#text.mark), this.#text.size);
    const block = Math.min(Math.floor(target / this.#blockBytes), this.#blocks - 1);
    const scan = this.#scanAt(block);
    for (const byte of await this.#bytesOf(block)) {
      settle(scan, byte);
      if (scan.offset >= target) break;
      pass(scan, byte);
    }
    if (scan.afterReturn) startLine(scan);
    return { line: scan.line, column: scan.units - scan.lineStartUnits + 1 };
  }

  async offsetOf({ line, column }: LineColumn): Promise<number> {
    const start = await this.#startOf(line);
    if (start === null) return this.#text.size;
    const wanted = start.units + column - 1;
    const firstBlock = Math.min(Math.floor(start.offset / this.#blockBytes), this.#blocks - 1);
    // The last block that begins within the line and not past the column.
    const inLine = firstAbove(this.#lines, line, firstBlock, this.#blocks) - 1;
    const block = firstAbove(this.#units, wanted, firstBlock, inLine + 1) - 1;
    if (block <= firstBlock) return this.#walk(firstBlock, start.offset, start.units, wanted);
    const { offset, units } = this.#scanAt(block);
    return this.#walk(block, offset, units, wanted);
  }

  /** The first character at or after `wanted` units, or the line's end if that comes first. */
  async #walk(block: number, from: number, unitsThere: number, wanted: number): Promise<number> {
    const bytes = await this.#bytesOf(block);
    const blockStart = this.#blockStart(block);
    let units = unitsThere;
    let at = from - blockStart;
    for (; at < bytes.length; at++) {
      const byte = bytes[at] ?? 0;
      const width = unitsAt(byte);
      if (width > 0 && (units >= wanted || byte === lineFeed || byte === carriageReturn)) break;
      units += width;
    }
    return blockStart + at;
  }

  async #startOf(line: number): Promise<{ offset: number; units: number } | null> {
    // The last block whose first byte is in an earlier line; the line starts in it or not at all.
    const block = Math.max(0, firstAbove(this.#lines, line - 1, 0, this.#blocks) - 1);
    const scan = this.#scanAt(block);
    if (scan.line < line) {
      for (const byte of await this.#bytesOf(block)) {
        settle(scan, byte);
        if (scan.line === line) break;
        pass(scan, byte);
        if (scan.line === line) break;
      }
      if (scan.afterReturn && scan.line < line) startLine(scan);
    }
    return scan.line < line ? null : { offset: scan.lineStart, units: scan.lineStartUnits };
  }
}
