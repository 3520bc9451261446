import type { Level } from '../findings/finding';
import type { Source } from '../intake/source';
import type { CheckSettings } from '../rules/settings';

/** What of a check decides what is found in the same bytes. */
export interface CheckedFor {
  level: Level;
  settings?: CheckSettings;
}

/**
 * What a kept result is filed under, but for the engine's version, which the store adds: the level
 * and the settings, what the container claims of the bytes (a wrong checksum is a finding, so the
 * same bytes under another claim are another case), and the SHA-256 of the bytes as they came, in hex.
 */
export function contentKey(hash: string, source: Source, { level, settings }: CheckedFor): string {
  const how = settings ? `${level} ${settingsKey(settings)}` : level;
  return `${how}/${claimOf(source)}/${hash}`;
}

/** What a kept digest is filed under, likewise. */
export function digestKey(hash: string, source: Source): string {
  return `digest/${claimOf(source)}/${hash}`;
}

function claimOf({ packing, crc32, size }: Source): string {
  return packing === 'none' && crc32 === undefined
    ? 'plain'
    : `${packing}-${crc32 ?? ''}-${size ?? ''}`;
}

/** The settings as a text that is the same for the same settings, however they were put together. */
function settingsKey({ preset, level, levelsOff, rules }: CheckSettings): string {
  const off = [...(levelsOff ?? [])].sort();
  const ruled = Object.entries(rules ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([preset, level ?? null, off, ruled]);
}
