import { describe, expect, it } from 'vitest';
import type { PastSample } from '../../store/past';
import { asBudgets, usualBudgets } from './budgets';
import { asTuning } from './machine';
import { compareWithPast } from './past';
import { remarksOn, type Facts } from './remarks';
import { seriesOf } from './sizeClass';
import { noTimes } from '../../engine/timing';

/** Rates around a middle, five per cent to either side. */
function rates(count: number, middle: number, engine = 'a'): PastSample[] {
  return Array.from({ length: count }, (_, at) => ({
    at,
    rate: middle * (1 + 0.05 * Math.sin(at * 7)),
    engine,
  }));
}

describe('this machine’s own past', () => {
  it('says nothing as long as there is too little of it', () => {
    expect(compareWithPast(rates(20, 100))).toBeNull();
    expect(compareWithPast([])).toBeNull();
  });

  it('tells what is slower by a fifth, and surely so', () => {
    const slow = compareWithPast([...rates(40, 100), ...rates(9, 60)]);
    expect(slow).toMatchObject({ slower: true, recent: 9, past: 40, engineChanged: false });
    expect(slow?.change).toBeCloseTo(-0.4, 1);
  });

  it('tells nothing of what is a little slower, or faster, or only so now and then', () => {
    expect(compareWithPast([...rates(40, 100), ...rates(9, 90)])?.slower).toBe(false);
    expect(compareWithPast([...rates(40, 100), ...rates(9, 160)])?.slower).toBe(false);
    const hiccups = rates(9, 100).map((one, at) => (at < 3 ? { ...one, rate: 5 } : one));
    expect(compareWithPast([...rates(40, 100), ...hiccups])?.slower).toBe(false);
  });

  it('notices that the engine is another', () => {
    const changed = compareWithPast([...rates(40, 100, 'old'), ...rates(9, 60, 'new')]);
    expect(changed?.engineChanged).toBe(true);
  });
});

describe('remarks', () => {
  const calm: Facts = {
    budgets: usualBudgets,
    comparisons: [],
    perMegabyte: { ms: 2, quantile: 0.5 },
    stageTotals: { ...noTimes(), read: 1, tokenize: 8, paint: 99 },
    memory: 50e6,
    broken: 0,
    files: 100,
  };

  it('are none while all is well, or nothing has run', () => {
    expect(remarksOn(calm)).toEqual([]);
    expect(remarksOn({ ...calm, files: 0, perMegabyte: null, memory: 0 })).toEqual([]);
  });

  it('name what takes most of the worker’s time', () => {
    const time = { ms: 25, quantile: 0.95 };
    expect(remarksOn({ ...calm, perMegabyte: time })).toEqual([
      { kind: 'time', time, budget: 20, stage: 'tokenize', share: 8 / 9 },
    ]);
  });

  it('tell memory, and files that the engine broke on', () => {
    const { budgets } = calm;
    expect(remarksOn({ ...calm, memory: 900e6, broken: 1 }).map(({ kind }) => kind)).toEqual([
      'broken',
      'memory',
    ]);
    const lenient = { ...calm, broken: 1, budgets: { ...budgets, broken: 0.02 } };
    expect(remarksOn(lenient)).toEqual([]);
  });

  it('tell what is slower than before', () => {
    const comparison = compareWithPast([...rates(40, 100), ...rates(9, 60)]);
    if (!comparison) throw new Error('There is enough to compare');
    const series = seriesOf(5e6, true, false);
    const remarks = remarksOn({ ...calm, comparisons: [{ series, comparison }] });
    expect(remarks).toEqual([{ kind: 'regression', series, comparison }]);
  });
});

describe('what was kept', () => {
  it('counts only in today’s shape', () => {
    expect(asBudgets(usualBudgets)).toEqual(usualBudgets);
    expect(asBudgets({ ...usualBudgets, memory: -1 })).toBeNull();
    expect(asBudgets({ ...usualBudgets, broken: 2 })).toBeNull();
    expect(asBudgets('much')).toBeNull();
    expect(asTuning({ workers: 2, chunkBytes: 65536 })).toEqual({ workers: 2, chunkBytes: 65536 });
    expect(asTuning({ workers: 0, chunkBytes: 65536 })).toBeNull();
    expect(asTuning({ workers: 2, chunkBytes: 1.5 })).toBeNull();
    expect(asTuning(null)).toBeNull();
  });
});

describe('series', () => {
  it('keep apart what cannot be compared', () => {
    const keys = [
      seriesOf(0, false, false),
      seriesOf(9999, false, false),
      seriesOf(10_000, false, false),
      seriesOf(5e6, true, false),
      seriesOf(5e9, true, true),
    ].map(({ key }) => key);
    expect(keys).toEqual(['10k', '10k', '100k', '10m+elements', 'more+elements+packed']);
  });
});
