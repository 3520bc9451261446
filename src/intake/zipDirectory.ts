import type { Entry } from '@zip.js/zip.js/lib/zip-core-reader.js';
import type { BytesAccess } from './bytes';
import type { ByteRange } from './source';

/** What the directory of an archive says of one file in it. */
export interface ZipEntry {
  name: string;
  /** Where the entry's local header begins. */
  headerAt: number;
  packedSize: number;
  size: number;
  crc32: number | undefined;
  /** Number of the compression method: 0 stored, 8 deflated, … */
  method: number;
  encrypted: boolean;
}

/** The files that a zip's directory lists, in its order, and what stopped the reading, if anything. */
export interface ZipDirectory {
  entries: ZipEntry[];
  /** True where the directory lists more than `limit` files. */
  more: boolean;
  failure: Error | null;
}

/**
 * Reads the central directory, ZIP64 included, without touching the entries. Folders are not
 * listed. Never throws for what is in the archive; an error of the platform's reading is thrown.
 */
export async function readZipDirectory(
  range: ByteRange,
  access: BytesAccess,
  limit: number,
): Promise<ZipDirectory> {
  const { ZipReader } = await import('@zip.js/zip.js/lib/zip-core-reader.js');
  const source = new RangeReader(range, access);
  const reader = new ZipReader(source, {
    useWebWorkers: false,
    // Nothing is written anywhere, so no name can do harm; what is odd becomes a finding here.
    strictness: 'tolerant',
    filenameValidation: 'tolerant',
  });
  const directory: ZipDirectory = { entries: [], more: false, failure: null };
  try {
    for await (const entry of reader.getEntriesGenerator()) {
      if (entry.directory) continue;
      if (directory.entries.length === limit) {
        directory.more = true;
        break;
      }
      directory.entries.push(entryOf(entry));
    }
  } catch (error) {
    if (source.failure) throw source.failure.error;
    directory.failure = error instanceof Error ? error : new Error(String(error));
  }
  return directory;
}

function entryOf(entry: Entry): ZipEntry {
  return {
    name: entry.filename,
    headerAt: entry.offset,
    packedSize: entry.compressedSize,
    size: entry.uncompressedSize,
    crc32: entry.crc32,
    method: entry.compressionMethod,
    encrypted: entry.encrypted,
  };
}

/** Gives zip.js any part of a range, and remembers when the range itself could not be read. */
class RangeReader {
  readonly size: number;
  failure: { error: unknown } | null = null;

  constructor(
    private readonly range: ByteRange,
    private readonly access: BytesAccess,
  ) {
    this.size = access.size(range);
  }

  get readable(): ReadableStream<Uint8Array<ArrayBuffer>> {
    return this.access.stream(this.range);
  }

  async readUint8Array(index: number, length: number): Promise<Uint8Array> {
    const start = Math.min(Math.max(index, 0), this.size);
    const end = Math.min(start + Math.max(length, 0), this.size);
    try {
      return await this.access.read(this.access.slice(this.range, start, end));
    } catch (error) {
      this.failure = { error };
      throw error;
    }
  }
}

/** Bytes of a local header before the name. */
export const localHeaderBytes = 30;

/** Archives up to this size are read whole to find where the data of their entries begin. */
const readWholeBytes = 32 * 1024 * 1024;

/** How many local headers are read at a time where the archive is larger. */
const headersAtOnce = 32;

/**
 * Where the data of each entry begin: the local header has fields of variable length, which need
 * not be those of the directory. `null` where there is no local header.
 */
export async function dataOffsets(
  range: ByteRange,
  access: BytesAccess,
  entries: readonly ZipEntry[],
  signal: AbortSignal,
): Promise<(number | null)[]> {
  const size = access.size(range);
  if (size <= readWholeBytes) {
    const bytes = await access.read(range);
    return entries.map((entry) => dataOffset(bytes, entry.headerAt, 0));
  }
  const offsets: (number | null)[] = [];
  for (let first = 0; first < entries.length; first += headersAtOnce) {
    signal.throwIfAborted();
    const some = entries.slice(first, first + headersAtOnce).map(async ({ headerAt }) => {
      const end = Math.min(headerAt + localHeaderBytes, size);
      if (headerAt < 0 || headerAt >= end) return null;
      return dataOffset(await access.read(access.slice(range, headerAt, end)), headerAt, headerAt);
    });
    offsets.push(...(await Promise.all(some)));
  }
  return offsets;
}

/**
 * `bytes` begin at `base` in the archive.
 *
 *     0   signature "PK\3\4"
 *     26  length of the name (2 bytes), 28 of the extra fields (2 bytes)
 *     30  name, extra fields, then the data
 */
function dataOffset(bytes: Uint8Array, headerAt: number, base: number): number | null {
  const at = headerAt - base;
  if (at < 0 || at + localHeaderBytes > bytes.length) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, localHeaderBytes);
  if (view.getUint32(0, true) !== 0x04034b50) return null;
  return headerAt + localHeaderBytes + view.getUint16(26, true) + view.getUint16(28, true);
}
