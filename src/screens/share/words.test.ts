import { describe, expect, it } from 'vitest';
import type { LinkContent } from '../../findings/link/link';
import { isWhole, keptWords } from './words';

const all: LinkContent = {
  files: 3,
  findings: 57,
  help: 40,
  related: 12,
  elements: 57,
  fixes: 0,
  excerpts: 0,
};

describe('what a link carries', () => {
  it.each<[string, Partial<LinkContent>]>([
    ['All 57 findings', {}],
    ['All 57 findings, no help texts', { help: 0 }],
    ['All 57 findings, help texts of 3', { help: 3 }],
    [
      '20 of 57 findings, 2 of 3 files, no related places, no paths of elements',
      { files: 2, findings: 20, help: 20, related: 0, elements: 0 },
    ],
  ])('%s', (words, some) => {
    const kept = { ...all, ...some };
    expect(keptWords(kept, all)).toBe(words);
    expect(isWhole(kept, all)).toBe(Object.keys(some).length === 0);
  });

  it('may be a single finding, or none', () => {
    const none = { files: 1, findings: 0, help: 0, related: 0, elements: 0, fixes: 0, excerpts: 0 };
    expect(keptWords(none, none)).toBe('No findings');
    expect(keptWords({ ...none, findings: 1 }, { ...none, findings: 1 })).toBe('The finding');
    expect(keptWords({ ...none, findings: 1200 }, { ...none, findings: 5000 })).toBe(
      '1,200 of 5,000 findings',
    );
  });
});
