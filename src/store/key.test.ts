import { describe, expect, it } from 'vitest';
import type { CheckSettings } from '../rules/settings';
import { aSource } from '../session/testing';
import { contentKey, digestKey } from './key';

const source = aSource('a');

function keyFor(settings: CheckSettings): string {
  return contentKey('abc', source, { level: 'project', settings });
}

describe('a key', () => {
  it('tells apart whatever may change a result', () => {
    const packed = aSource('a', { packing: 'deflate-raw', crc32: 1, size: 10 });
    const keys = [
      contentKey('abc', source, { level: 'project' }),
      contentKey('abc', source, { level: 'structure' }),
      contentKey('abd', source, { level: 'project' }),
      contentKey('abc', packed, { level: 'project' }),
      contentKey('abc', { ...packed, crc32: 2 }, { level: 'project' }),
      keyFor({ preset: 'standard' }),
      keyFor({ preset: 'strict' }),
      keyFor({ preset: 'standard', level: 'semantics' }),
      keyFor({ preset: 'standard', levelsOff: ['semantics'] }),
      keyFor({ preset: 'standard', rules: { a: 'off' } }),
      keyFor({ preset: 'standard', rules: { a: 'error' } }),
      digestKey('abc', source),
      digestKey('abc', packed),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('is the same for the same bytes and the same settings, whatever their order and path', () => {
    const one: CheckSettings = {
      preset: 'strict',
      rules: { a: 'off', b: 'error' },
      levelsOff: ['semantics', 'structure'],
    };
    const other: CheckSettings = {
      levelsOff: ['structure', 'semantics'],
      rules: { b: 'error', a: 'off' },
      preset: 'strict',
    };
    expect(keyFor(one)).toBe(keyFor(other));
    expect(digestKey('abc', source)).toBe(digestKey('abc', aSource('b')));
  });
});
