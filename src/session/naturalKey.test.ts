import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { naturalKey } from './naturalKey';

function inOrder(texts: string[]): string[] {
  return [...texts].sort((a, b) => (naturalKey(a) < naturalKey(b) ? -1 : 1));
}

describe('naturalKey', () => {
  it('orders numbers by value and letters without case', () => {
    expect(inOrder(['lane-10', 'Lane-2', 'lane-1', 'a/9', 'a/10'])).toEqual([
      'a/9',
      'a/10',
      'lane-1',
      'Lane-2',
      'lane-10',
    ]);
  });

  it('orders any two numbers as numbers', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (a, b) => {
        fc.pre(a !== b);
        expect(naturalKey(`x${a}`) < naturalKey(`x${b}`)).toBe(a < b);
      }),
    );
  });
});
