import { describe, expect, it } from 'vitest';
import type { Source } from '../intake/source';
import type { Digest } from '../rules/neighbours';
import { aSource } from '../session/testing';
import { Digests } from './digests';

function digestOf(bytes: number): Digest {
  return { pack: 'test', bytes: new Uint8Array(bytes) };
}

/** A maker that counts how often each path was asked for. */
function counting(bytes = 100) {
  const made = new Map<string, number>();
  const make = (source: Source) => {
    made.set(source.path, (made.get(source.path) ?? 0) + 1);
    return Promise.resolve(digestOf(bytes));
  };
  return { made, make };
}

describe('digests', () => {
  it('are made once for all who ask, at the same time or later', async () => {
    const digests = new Digests();
    const { made, make } = counting();
    const source = aSource('a');
    const first = await Promise.all([digests.get(source, make), digests.get(source, make)]);
    const later = await digests.get({ ...source, path: 'shown elsewhere' }, make);
    expect(new Set([...first, later]).size).toBe(1);
    expect([...made]).toEqual([['a', 1]]);
  });

  it('are made anew for other bytes at the same path', async () => {
    const digests = new Digests();
    const { made, make } = counting();
    await digests.get(aSource('a'), make);
    await digests.get(aSource('a'), make);
    const range = { file: '/a', start: 0, end: 10 };
    await digests.get(aSource('a', { bytes: range }), make);
    await digests.get(aSource('a', { bytes: { ...range } }), make);
    await digests.get(aSource('a', { bytes: { ...range, end: 11 } }), make);
    expect(made.get('a')).toBe(4);
  });

  it('take no more room than they may, and leave in the order in which they were asked for', async () => {
    const digests = new Digests(4 * 1_500);
    const { made, make } = counting(1_000);
    const sources = Array.from({ length: 5 }, (_, at) => aSource(`${at}`));
    for (const source of sources.slice(0, 4)) await digests.get(source, make);
    expect(digests.bytes).toBeLessThanOrEqual(4 * 1_500);
    for (const source of [...sources.slice(0, 1), ...sources.slice(4)]) {
      await digests.get(source, make);
    }
    expect(digests.bytes).toBeLessThanOrEqual(4 * 1_500);
    for (const source of sources) await digests.get(source, make);
    expect(made.get('0')).toBe(1);
    expect(made.get('1')).toBe(2);
    await digests.get(aSource('large'), () => Promise.resolve(digestOf(10_000)));
    expect(digests.bytes).toBeLessThanOrEqual(4 * 1_500);
  });

  it('are made anew where that failed, and held where there is none', async () => {
    const digests = new Digests();
    const source = aSource('a');
    const fails = () => Promise.reject(new Error('no'));
    await expect(digests.get(source, fails)).rejects.toThrow('no');
    expect(await digests.get(source, () => Promise.resolve(null))).toBeNull();
    expect(await digests.get(source, fails)).toBeNull();
  });

  it('are given to those who asked, even where they are let go of meanwhile', async () => {
    const digests = new Digests();
    const { make } = counting();
    const asked = digests.get(aSource('a'), make);
    digests.clear();
    expect(await asked).not.toBeNull();
    expect(digests.bytes).toBe(0);
  });
});
