import { describe, expect, it } from 'vitest';
import { countOf, formatChange, formatCount, formatDuration, formatShare } from './format';

describe('numbers for people', () => {
  it('groups thousands', () => {
    expect(formatCount(1234567)).toBe('1,234,567');
  });

  it('counts with a noun', () => {
    expect([0, 1, 2, 3000].map((n) => countOf(n, 'file'))).toEqual([
      '0 files',
      '1 file',
      '2 files',
      '3,000 files',
    ]);
    expect(countOf(2, 'entry', 'entries')).toBe('2 entries');
  });

  it.each([
    [0, '0 ms'],
    [0.42, '0.4 ms'],
    [9.96, '10 ms'],
    [12.4, '12 ms'],
    [999.6, '1 s'],
    [1234, '1.2 s'],
    [59_990, '1 min 0 s'],
    [125_000, '2 min 5 s'],
  ])('says %d milliseconds as %s', (ms, text) => {
    expect(formatDuration(ms)).toBe(text);
  });

  it('never rounds an unfinished share up to 100%', () => {
    expect([0, 0.004, 0.5, 0.9999, 1].map(formatShare)).toEqual(['0%', '0%', '50%', '99%', '100%']);
  });
});

it.each([
  [0.123, '+12%'],
  [-0.03, '−3%'],
  [0.004, '±0%'],
  [-0.004, '±0%'],
])('says that a share changed by %d as %s', (share, text) => {
  expect(formatChange(share)).toBe(text);
});
