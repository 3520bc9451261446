import type { Level } from '../findings/finding';
import type { Source } from '../intake/source';

/**
 * What a kept result is filed under, but for the engine's version, which the store adds: the level,
 * what the container claims of the bytes (a wrong checksum is a finding, so the same bytes under
 * another claim are another case), and the SHA-256 of the bytes as they came, in hex.
 */
export function contentKey(hash: string, source: Source, level: Level): string {
  const bare = source.packing === 'none' && source.crc32 === undefined;
  const claim = bare ? 'plain' : `${source.packing}-${source.crc32 ?? ''}-${source.size ?? ''}`;
  return `${level}/${claim}/${hash}`;
}
