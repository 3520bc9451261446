import { hashOfRange } from '../intake/hashing';
import { blobAccess } from '../intake/bytes';
import type { Source } from '../intake/source';
import { asUnreadable, UnreadableSource } from '../intake/unreadable';

/**
 * SHA-256 of a source's bytes as they came, in hex; null where they cannot be read, are too many, or
 * the page is not in a secure context and so has no means to hash them.
 */
export async function hashOf(source: Source): Promise<string | null> {
  // Types say that it is always there; outside a secure context it is not.
  const subtle = globalThis.crypto.subtle as SubtleCrypto | undefined;
  try {
    return await hashOfRange(source.bytes, blobAccess, subtle);
  } catch (error) {
    const reason = asUnreadable(error);
    if (reason instanceof UnreadableSource) return null;
    throw error;
  }
}
