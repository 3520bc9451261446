import { expect, it } from 'vitest';
import { stages } from '../../engine/timing';
import { seriesOf } from '../../session/performance/sizeClass';
import { remarkWords, seriesTitle } from './remarkWords';

it('says what is the matter, in figures, and what to do', () => {
  const comparison = {
    now: 100e6,
    before: 200e6,
    recent: 9,
    past: 40,
    change: -0.5,
    slower: true,
    engineChanged: false,
  };
  const series = seriesOf(5e6, false, false);
  const words = remarkWords({ kind: 'regression', series, comparison });
  expect(words.title).toBe('Slower than this machine was: files of 1–10 MB');
  expect(words.text).toBe(
    'The last 9 went at 100 MB/s, 50% below the 200 MB/s of the 40 before them.',
  );
  const renewed = { ...comparison, engineChanged: true };
  expect(remarkWords({ kind: 'regression', series, comparison: renewed }).advice).not.toBe(
    words.advice,
  );
});

it('has advice for whatever takes the time', () => {
  const time = { ms: 12, quantile: 0.95 };
  for (const stage of stages) {
    const words = remarkWords({ kind: 'time', time, budget: 10, stage, share: 0.6 });
    expect(words.text).toContain('One file in twenty takes more than 12.00 ms a megabyte');
    expect(words.advice).toMatch(/^[A-Z].*\.$/);
  }
});

it('tells memory and breakage', () => {
  expect(remarkWords({ kind: 'memory', bytes: 5e8, budget: 4e8 }).text).toBe(
    '500 MB were in use at once; the budget is 400 MB.',
  );
  expect(remarkWords({ kind: 'broken', files: 1, of: 50, budget: 0 }).text).toBe(
    'It broke on 1 file of 50; the budget is 0%.',
  );
});

it('names series', () => {
  expect(seriesTitle(seriesOf(5, false, false))).toBe('under 10 KB');
  expect(seriesTitle(seriesOf(5e6, true, true))).toBe('of 1–10 MB, packed, with outline');
});
