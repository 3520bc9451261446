import { describe, expect, it } from 'vitest';
import { fuzzyMatch } from './fuzzy';

function ranked(query: string, texts: string[]): string[] {
  return texts
    .flatMap((text) => {
      const match = fuzzyMatch(query, text);
      return match ? [{ text, score: match.score }] : [];
    })
    .sort((a, b) => b.score - a.score)
    .map(({ text }) => text);
}

describe('fuzzyMatch', () => {
  it('wants every character in order', () => {
    expect(fuzzyMatch('xz', 'zx')).toBeNull();
    expect(fuzzyMatch('cut in', 'a/CUT-IN.xml')?.positions).toEqual([2, 3, 4, 6, 7]);
  });

  it('puts a match in the file name before one in a folder', () => {
    expect(ranked('merge', ['merge/lane.xml', 'lane/merge.xml'])[0]).toBe('lane/merge.xml');
  });

  it('puts runs and word starts before scattered characters', () => {
    expect(ranked('cut', ['acute-turn.xml', 'x-cut.xml', 'c-u-long-t.xml'])[0]).toBe('x-cut.xml');
  });

  it('matches everything with an empty query', () => {
    expect(fuzzyMatch('  ', 'a')).toEqual({ score: 0, positions: [] });
  });
});
