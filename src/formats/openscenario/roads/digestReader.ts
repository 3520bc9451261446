import { crc32 } from '../../../intake/crc32';
import {
  checkedFrom,
  columnsOver,
  digestMagic,
  digestVersion,
  headerBytes,
  headerWord,
  sizeOf,
  tableNames,
  type Columns,
  type RowCounts,
} from './layout';

/** Bytes that should be the digest of a road network are none that can be read. */
export class RoadDigestError extends Error {
  override readonly name = 'RoadDigestError';
}

/** A digest whose bytes are as they were written. */
export interface OpenDigest {
  /** See `headerWord`. */
  header: Uint32Array;
  rows: RowCounts;
  columns: Columns;
}

/** Whether bytes begin as a digest of a road network does, of whatever version. */
export function isRoadDigest(bytes: Uint8Array): boolean {
  const magic = Uint32Array.of(digestMagic);
  return new Uint8Array(magic.buffer).every((byte, at) => bytes[at] === byte);
}

/** Opens a digest. Throws a RoadDigestError when the bytes are none, or one of another version. */
export function openDigest(digest: Uint8Array): OpenDigest {
  const bytes = aligned(digest);
  const header = headerOf(bytes);
  const rows = rowsOf(header);
  return { header, rows, columns: columnsOver(bytes, rows) };
}

/** Columns need to lie at multiples of 8 bytes. */
function aligned(digest: Uint8Array): Uint8Array<ArrayBuffer> {
  return digest.buffer instanceof ArrayBuffer && digest.byteOffset % 8 === 0
    ? new Uint8Array(digest.buffer, digest.byteOffset, digest.byteLength)
    : new Uint8Array(digest);
}

function headerOf(bytes: Uint8Array<ArrayBuffer>): Uint32Array {
  if (bytes.length < headerBytes) throw new RoadDigestError('This is no digest of roads');
  const header = new Uint32Array(bytes.buffer, bytes.byteOffset, headerBytes / 4);
  if (header[headerWord.magic] !== digestMagic) {
    throw new RoadDigestError('This is no digest of roads');
  }
  const version = header[headerWord.version];
  if (version !== digestVersion) {
    throw new RoadDigestError(
      `The digest of roads has version ${version}; version ${digestVersion} is read`,
    );
  }
  const whole = header[headerWord.size] === bytes.length && sizeOf(rowsOf(header)) === bytes.length;
  if (!whole || header[headerWord.checksum] !== crc32(0, bytes.subarray(checkedFrom))) {
    throw new RoadDigestError('The digest of roads is damaged');
  }
  return header;
}

function rowsOf(header: Uint32Array): RowCounts {
  const rows = tableNames.map((name, at) => [name, header[headerWord.rows + at] ?? 0]);
  return Object.fromEntries(rows) as RowCounts;
}
