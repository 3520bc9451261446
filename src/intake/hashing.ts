import type { BytesAccess } from './bytes';
import type { ByteRange } from './source';

/** Larger files are not hashed: they would have to be held in memory whole. */
export const hashLimit = 64 * 1024 * 1024;

/** SHA-256 in lower-case hex. */
export async function sha256(
  subtle: SubtleCrypto,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<string> {
  const digest = new Uint8Array(await subtle.digest('SHA-256', bytes));
  let hex = '';
  for (const byte of digest) hex += byte.toString(16).padStart(2, '0');
  return hex;
}

/**
 * SHA-256 of the bytes of a range, in lower-case hex; null where they are too many, or there is nothing
 * to hash them with, as in a page that is no secure context. Rejects as reading them does.
 */
export async function hashOfRange(
  range: ByteRange,
  access: BytesAccess,
  subtle: SubtleCrypto | undefined,
): Promise<string | null> {
  if (!subtle || access.size(range) > hashLimit) return null;
  return sha256(subtle, await access.read(range));
}
