import type { Region } from '../../engine/inspection';
import { concat, type Bytes } from '../../intake/chunks';
import type { SourceText } from './sourceText';
import type { GrowingIndex } from './sparseLines';

/** Reads a region's bytes in UTF-8, in a worker. */
export type ReadRegion = (region: Region) => Promise<ArrayBuffer[]>;

/** Bytes that are read and kept together. */
const blockBytes = 256 * 1024;
/** Blocks that are kept: a few windows' worth. */
const mostBlocks = 16;
/** Bytes shown behind the place where a mistake ended the reading. */
const beyondBytes = 16 * 1024;

/** How a large text's bytes differ from its UTF-8 form. */
export interface RegionForm {
  /** The encoding of the file, for people. */
  encoding: string;
  /** Bytes of the byte order mark in the file, and in the UTF-8 form. */
  fileMark: number;
  mark: number;
  /** Whether the (unpacked) file is UTF-8, so that offsets are the same. */
  sameOffsets: boolean;
}

/**
 * The text of a large file whose bytes cannot be taken as they lie on disk: it is packed, or in
 * another encoding. Each part is unpacked and converted in a worker when it is asked for; only a few
 * are kept.
 */
export class RegionText implements SourceText {
  readonly encoding: string;
  readonly mark: number;
  readonly sameOffsets: boolean;
  readonly #fileMark: number;
  readonly #growing: () => GrowingIndex;
  readonly #readRegion: ReadRegion;
  readonly #blocks = new Map<number, Promise<Bytes>>();

  constructor(form: RegionForm, growing: () => GrowingIndex, readRegion: ReadRegion) {
    this.encoding = form.encoding;
    this.mark = form.mark;
    this.#fileMark = form.fileMark;
    this.sameOffsets = form.sameOffsets;
    this.#growing = growing;
    this.#readRegion = readRegion;
  }

  /** What the index knows of so far, and a little more where it ended at a mistake. */
  get size(): number {
    const { index } = this.#growing();
    if (!index || index.entries === 0) return blockBytes;
    const last = index.entries - 1;
    return index.textOf(last) + (index.openAt(last).length > 0 ? beyondBytes : 0);
  }

  async read(start: number, end: number): Promise<Bytes> {
    const first = Math.floor(start / blockBytes);
    const last = Math.floor(Math.max(start, end - 1) / blockBytes);
    const parts: Bytes[] = [];
    for (let block = first; block <= last; block++) {
      const bytes = await this.#block(block);
      const from = Math.max(start - block * blockBytes, 0);
      parts.push(bytes.subarray(from, Math.max(from, end - block * blockBytes)));
      if (bytes.length < blockBytes) break;
    }
    return concat(
      parts,
      parts.reduce((sum, part) => sum + part.length, 0),
    );
  }

  #block(block: number): Promise<Bytes> {
    let bytes = this.#blocks.get(block);
    if (bytes) this.#blocks.delete(block);
    bytes ??= this.#fetch(block);
    // The order of the map is the order of use.
    this.#blocks.set(block, bytes);
    for (const oldest of this.#blocks.keys()) {
      if (this.#blocks.size <= mostBlocks) break;
      this.#blocks.delete(oldest);
    }
    return bytes;
  }

  async #fetch(block: number): Promise<Bytes> {
    const from = block * blockBytes;
    try {
      const { region, skip } = this.#regionOf(from);
      const pieces = (await this.#readRegion(region)).map((piece) => new Uint8Array(piece));
      const all = concat(
        pieces,
        pieces.reduce((sum, piece) => sum + piece.length, 0),
      );
      const bytes = all.slice(skip, skip + blockBytes);
      // What is shorter may grow with the index.
      if (bytes.length < blockBytes) this.#blocks.delete(block);
      return bytes;
    } catch (error) {
      this.#blocks.delete(block);
      throw error;
    }
  }

  /** The region of the file that holds a block, and how many bytes of it in UTF-8 come before. */
  #regionOf(from: number): { region: Region; skip: number } {
    const want = 'bytes';
    const to = from + blockBytes;
    if (this.sameOffsets) {
      return { region: { want, start: from, end: to, text: from, line: 1, column: 1 }, skip: 0 };
    }
    const { index } = this.#growing();
    const entry = index?.entryBy(from) ?? -1;
    if (!index || entry < 0) {
      // Before the first entry; no encoding takes more than two bytes for one of UTF-8.
      const start = this.#fileMark;
      return {
        region: { want, start, end: start + 2 * to, text: 0, line: 1, column: 1 },
        skip: from,
      };
    }
    const start = index.placeOf(entry);
    let last = entry;
    while (last < index.entries - 1 && index.textOf(last) < to) last++;
    const end =
      index.textOf(last) >= to ? index.placeOf(last).offset : start.offset + 2 * (to - start.text);
    const { text, line, column } = start;
    return {
      region: { want, start: start.offset, end, text, line, column },
      skip: from - text,
    };
  }
}
