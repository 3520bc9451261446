import type { ByteRange } from './source';

/** How the bytes of a range are reached: Blobs in a browser, files on disk on the command line. */
export interface BytesAccess {
  /** Number of bytes in the range. */
  size(range: ByteRange): number;
  /** A part of the range; `start` and `end` are relative to it, `end` exclusive. */
  slice(range: ByteRange, start: number, end: number): ByteRange;
  /** The bytes as they come, in chunks of the platform's choosing. */
  stream(range: ByteRange): ReadableStream<Uint8Array<ArrayBuffer>>;
  /** All bytes at once. */
  read(range: ByteRange): Promise<Uint8Array<ArrayBuffer>>;
  /**
   * Gives the memory of a chunk back at once, where there is a way to. Platforms collect it late: of a
   * large file, a hundred megabytes of chunks that are done with would lie about.
   */
  release?(buffer: ArrayBuffer): void;
  /**
   * All bytes of a small range without waiting, where there is a way to; else `null`. Throws where
   * they cannot be read.
   */
  atHand?(range: ByteRange): Uint8Array<ArrayBuffer> | null;
}

/** Access to Blobs; a range of a file on disk cannot be reached in a browser. */
export const blobAccess: BytesAccess = {
  size: (range) => asBlob(range).size,
  slice: (range, start, end) => asBlob(range).slice(start, end),
  stream: (range) => asBlob(range).stream(),
  read: async (range) => new Uint8Array(await asBlob(range).arrayBuffer()),
};

function asBlob(range: ByteRange): Blob {
  if (range instanceof Blob) return range;
  throw new TypeError(`No file system here to read ${range.file} from`);
}
