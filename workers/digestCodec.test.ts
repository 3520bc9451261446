import { describe, expect, it } from 'vitest';
import { decodeKeptDigest, encodeKeptDigest } from './digestCodec';

describe('a kept digest', () => {
  it.each([null, { pack: 'péck', bytes: Uint8Array.of(1, 2, 3) }])(
    'is what was kept: %j',
    (one) => {
      expect(decodeKeptDigest(encodeKeptDigest(one))).toEqual(one);
    },
  );

  it('is refused where it is damaged', () => {
    const kept = encodeKeptDigest({ pack: 'a longer name', bytes: Uint8Array.of(1, 2, 3) });
    const wrong = kept.slice();
    new Uint8Array(wrong)[0] = 7;
    for (const buffer of [kept.slice(0, 5), kept.slice(0, 12), wrong, new ArrayBuffer(0)]) {
      expect(() => decodeKeptDigest(buffer)).toThrow(RangeError);
    }
  });
});
