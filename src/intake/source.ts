/**
 * Where the bytes of a source lie. A Blob in the browser; a range of a file on disk where there is
 * a file system (`end` exclusive). Both can be cloned to another thread, sliced and read again.
 */
export type ByteRange = Blob | FileRange;

/** A part of a file on disk, for the command line. */
export interface FileRange {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/** How the bytes are packed: `deflate-raw` is what a zip entry holds. */
export type Packing = 'none' | 'gzip' | 'deflate-raw';

/**
 * Something to be inspected: a file, an archive's entry, a pasted text. It is plain data, so that it
 * can be handed to a worker, and can be opened as often as needed.
 */
export interface Source {
  /** The path to show: as dropped or given; inside an archive, the archive's path, `/`, the entry's. */
  path: string;
  bytes: ByteRange;
  packing: Packing;
  /** Bytes after unpacking where that is known beforehand (it is a claim, not a fact, for packed ones). */
  size: number | null;
  /** CRC-32 of the unpacked bytes, where the archive tells it. */
  crc32?: number;
  /**
   * How the source came to be here. What a person named directly is expected to be a scenario;
   * what merely lay in a folder or an archive may be anything, and is then only mentioned.
   */
  origin: 'named' | 'found';
  /** Archives around it; a zip in a zip is opened, a third level is not. */
  nesting: number;
}
