import { describe, expect, test } from 'vitest';
import { isWorthThreads } from './staff';

const mega = 1e6;

describe('threads', () => {
  test.each([
    ['one small file', 1, 7000],
    ['one file of 32 MB, which takes less time than to start a thread', 1, 32 * mega],
    ['a folder of small files, which cost as much to hand over as to check', 20_000, 140 * mega],
  ])('are not worth their start for %s', (_, files, bytes) => {
    expect(isWorthThreads({ files, bytes }, 2, 2)).toBe(false);
    expect(isWorthThreads({ files, bytes }, 16, 16)).toBe(false);
  });

  test.each([
    ['a hundred files of 5 MB', 100, 500 * mega],
    ['a file of 1 GB', 1, 1000 * mega],
    ['a folder with one file of 500 MB', 1000, 520 * mega],
  ])('are for %s', (_, files, bytes) => {
    expect(isWorthThreads({ files, bytes }, 2, 2)).toBe(true);
    expect(isWorthThreads({ files, bytes }, 16, 16)).toBe(true);
  });

  test('are never worth it where there is but one', () => {
    expect(isWorthThreads({ files: 1e6, bytes: 1e12 }, 1, 8)).toBe(false);
  });

  test('are worth it from some amount of work on, and from there on always', () => {
    for (const [files, bytes] of [
      [1, 5 * mega],
      [10, 2 * mega],
    ] as const) {
      const worth = Array.from({ length: 200 }, (_, times) =>
        isWorthThreads({ files: files * times, bytes: bytes * times * files }, 4, 4),
      );
      expect(worth.lastIndexOf(false)).toBe(worth.indexOf(true) - 1);
    }
  });
});
