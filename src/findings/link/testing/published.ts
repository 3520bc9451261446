import { createHash } from 'node:crypto';

/** Tells lists of words apart, or texts: what has been published must keep its fingerprint. */
export function fingerprint(words: readonly string[] | string): string {
  return createHash('sha256').update(JSON.stringify(words)).digest('hex').slice(0, 16);
}
