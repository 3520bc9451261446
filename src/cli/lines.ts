import { closeSync, openSync, readSync } from 'node:fs';
import type { ByteRange } from '../intake/source';

/** Bytes read at a time. */
const blockBytes = 256 * 1024;

/** A line longer than this is none of a report: the longest are those with 10,000 findings. */
const longestLine = 64 * 1024 * 1024;

/** A line, and where it lies in its file; `end` is behind its line end. */
export interface Line {
  text: string;
  start: number;
  end: number;
}

/** A file of lines, of which any can be read again. It stays open until it is closed. */
export class LineFile {
  readonly #descriptor: number | null;
  readonly #bytes: Uint8Array;

  private constructor(descriptor: number | null, bytes: Uint8Array) {
    this.#descriptor = descriptor;
    this.#bytes = bytes;
  }

  /** Opens a file. Rejects with what the platform says where that cannot be done. */
  static async open(range: ByteRange): Promise<LineFile> {
    if (range instanceof Blob) return new LineFile(null, new Uint8Array(await range.arrayBuffer()));
    return new LineFile(openSync(range.file, 'r'), new Uint8Array(0));
  }

  close(): void {
    if (this.#descriptor !== null) closeSync(this.#descriptor);
  }

  /**
   * The lines, one after the other, without holding more of the file than one of them. Throws what
   * the platform says, and a RangeError where a line is longer than any can be.
   */
  *lines(): Generator<Line, void, undefined> {
    let parts: Buffer[] = [];
    let start = 0;
    let end = 0;
    for (let at = 0; ;) {
      const block = this.#read(at, blockBytes);
      if (block.length === 0) break;
      at += block.length;
      let from = 0;
      for (let to = block.indexOf(0x0a); to >= 0; to = block.indexOf(0x0a, from)) {
        parts.push(block.subarray(from, to));
        end += to + 1 - from;
        yield { text: Buffer.concat(parts).toString('utf8'), start, end };
        parts = [];
        start = end;
        from = to + 1;
      }
      parts.push(block.subarray(from));
      end += block.length - from;
      if (end - start > longestLine) throw new RangeError('it holds a line without an end');
    }
    if (end > start) yield { text: Buffer.concat(parts).toString('utf8'), start, end };
  }

  /** What lies between two places. */
  text(start: number, end: number): string {
    return this.#read(start, end - start).toString('utf8');
  }

  #read(position: number, length: number): Buffer {
    if (this.#descriptor === null) {
      return Buffer.from(this.#bytes.subarray(position, position + length));
    }
    const bytes = Buffer.allocUnsafe(length);
    const count = readSync(this.#descriptor, bytes, 0, length, position);
    return bytes.subarray(0, count);
  }
}
