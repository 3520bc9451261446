import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { noTimes, stages, type RunTiming } from '../../engine/timing';
import { PastStore } from '../../store/past';
import { FakeStore } from '../../store/testing';
import { aFinding, aReport } from '../testing';
import { performanceExport, type ExportFacts } from './export';
import { usualBudgets } from './budgets';
import { PerformanceLog } from './log.svelte';
import type { ShownFile } from './run';

let now = 0;
let budgets = usualBudgets;

beforeEach(() => {
  vi.useFakeTimers();
  now = 0;
  budgets = usualBudgets;
});
afterEach(() => void vi.useRealTimers());

function timing(some: Partial<RunTiming['times']> = {}, more: Partial<RunTiming> = {}): RunTiming {
  const times = { ...noTimes(), tokenize: 4, ...some };
  return { times, split: false, wasmBytes: 1e6, queued: 0, sampling: 0, rules: [], ...more };
}

function shown(some: Partial<ShownFile> = {}, size = 2e6): ShownFile {
  now += 100;
  return {
    path: 'secret/name.xml',
    report: aReport('secret/name.xml', [], { size }),
    timing: timing(),
    elements: false,
    paint: 1,
    shownAt: now,
    ...some,
  };
}

function log(store = new FakeStore()): PerformanceLog {
  return new PerformanceLog({
    machine: null,
    past: new PastStore(store),
    engine: 'e1',
    budgets: () => budgets,
    onProblem: (error) => {
      throw error;
    },
    now: () => now,
  });
}

describe('the log', () => {
  it('keeps the last 200 runs, and counts all', () => {
    const one = log();
    for (let count = 0; count < 450; count++) one.shown([shown()]);
    expect(one.runs).toHaveLength(200);
    expect(one.runs[0]?.id).toBe(450);
    expect(one.totals).toEqual({ files: 450, kept: 0, broken: 0, bytes: 900e6 });
    expect(one.whole?.count).toBe(450);
    expect(one.whole?.p50).toBeCloseTo(5, 0);
  });

  it('tells stages, and those of one pass only where they were told apart', () => {
    const one = log();
    one.shown([shown({ timing: timing({ read: 2, structure: 0 }) })]);
    expect(one.byStage.read?.p50).toBeCloseTo(2, 1);
    expect(one.byStage.tokenize).toBeNull();
    expect(one.pass?.p50).toBeCloseTo(4, 1);
    one.shown([shown({ timing: timing({ tokenize: 3, structure: 1 }, { split: true }) })]);
    expect(one.byStage.tokenize).toMatchObject({ count: 1 });
    expect(one.byStage.structure?.p99).toBeCloseTo(1, 1);
    expect(one.pass).toMatchObject({ count: 2 });
  });

  it('counts what was known before, and what the engine broke on, and times neither', () => {
    const one = log();
    const broke = aFinding('b', { rule: 'scrutineer:engine:1.0.0:worker.crashed' });
    one.shown([
      shown({ timing: undefined, report: { ...aReport('a', []), cached: true } }),
      shown({ timing: undefined, report: aReport('b', [broke]) }),
      shown({ timing: undefined, report: null }),
    ]);
    expect(one.totals).toMatchObject({ files: 3, kept: 1, broken: 2 });
    expect(one.whole).toBeNull();
    expect(one.bySeries).toEqual([]);
    expect(one.runs.map(({ outcome }) => outcome)).toEqual(['broken', 'broken', 'kept']);
  });

  it('does not time what no pack reads', () => {
    const one = log();
    one.shown([
      shown({ timing: undefined, report: aReport('photo', [], { format: null, ms: 3 }) }),
    ]);
    expect(one.totals.files).toBe(1);
    expect(one.whole).toBeNull();
    expect(one.bySeries).toEqual([]);
    expect(one.runs[0]).toMatchObject({ outcome: 'checked', measured: false });
    expect(one.runs[0]?.times.other).toBe(3);
  });

  it('judges a megabyte by files that have one', () => {
    const one = log();
    one.shown([shown({ timing: timing({ tokenize: 900 }) }, 10_000)]);
    const slow = (): void => one.shown([shown({ timing: timing({ tokenize: 30 }) }, 3e6)]);
    slow();
    slow();
    expect(one.perMegabyte).toBeNull();
    slow();
    expect(one.perMegabyte?.ms).toBeCloseTo(10, 0);
    expect(one.perMegabyte?.quantile).toBe(0.5);
    for (let count = 3; count < 20; count++) slow();
    expect(one.perMegabyte?.quantile).toBe(0.95);
  });

  it('renews nothing unless somebody watches, and then a few times a second', async () => {
    const one = log();
    one.shown([shown()]);
    await vi.advanceTimersByTimeAsync(5000);
    expect(one.version).toBe(0);
    const stop = one.watch();
    for (let count = 0; count < 50; count++) one.shown([shown()]);
    await vi.advanceTimersByTimeAsync(300);
    expect(one.version).toBe(1);
    stop();
    await vi.advanceTimersByTimeAsync(3000);
    expect(one.version).toBe(1);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('sees after a while whether all is well, though nobody watches', async () => {
    const one = log();
    one.shown([shown({ timing: undefined, report: null })]);
    expect(one.alerts).toBe(0);
    await vi.advanceTimersByTimeAsync(2500);
    expect(one.alerts).toBe(1);
    expect(one.remarks.map(({ kind }) => kind)).toEqual(['broken']);
    budgets = { ...usualBudgets, broken: 1 };
    one.shown([shown()]);
    await vi.advanceTimersByTimeAsync(2500);
    expect(one.alerts).toBe(0);
  });

  it('tells bytes by the second', () => {
    const one = log();
    one.shown([shown({ shownAt: 900 }, 5000)]);
    now = 1500;
    expect(one.seconds.map(({ bytes }) => Math.round(bytes))).toEqual([5000, 0]);
  });
});

describe('other visits', () => {
  it('are compared with this one', async () => {
    const store = new FakeStore();
    for (let visit = 0; visit < 3; visit++) {
      const one = log(store);
      for (let count = 0; count < 15; count++) one.shown([shown()]);
      await vi.advanceTimersByTimeAsync(3000);
    }
    const slow = log(store);
    for (let count = 0; count < 9; count++) {
      slow.shown([shown({ timing: timing({ tokenize: 8 }) })]);
    }
    const stop = slow.watch();
    await vi.advanceTimersByTimeAsync(3000);
    const [series] = slow.bySeries;
    expect(series?.comparison).toMatchObject({ slower: true, recent: 9, past: 45 });
    expect(series?.comparison?.change).toBeCloseTo(-0.5, 1);
    stop();
    await slow.forgetPast();
    expect((await new PastStore(store).load()).size).toBe(0);
  });

  it('are not pushed out by one large batch', async () => {
    const store = new FakeStore();
    const first = log(store);
    for (let count = 0; count < 20; count++) first.shown([shown()]);
    await vi.advanceTimersByTimeAsync(3000);
    const batch = log(store);
    for (let count = 0; count < 5000; count++) batch.shown([shown()]);
    await vi.advanceTimersByTimeAsync(3000);
    const kept = (await new PastStore(store).load()).get('10m');
    expect(kept).toHaveLength(40);
  });
});

describe('the export', () => {
  it('is versioned, and names no file', () => {
    const one = log();
    one.shown([shown({ timing: timing({ read: 1.23456789 }) })]);
    const facts: ExportFacts = {
      at: new Date(0),
      engine: 'e1',
      userAgent: 'test',
      cores: 2,
      simd: true,
      settings: { workers: 2, chunkBytes: 262_144, tuned: false },
      budgets: usualBudgets,
      runs: one.runs,
      totals: one.totals,
      file: one.whole,
      byStage: one.byStage,
      bySize: [],
      seconds: one.seconds,
      memory: one.memory,
      pool: null,
      cache: null,
      past: one.past,
      remarks: ['slow'],
    };
    const text = performanceExport(facts);
    expect(text).not.toContain('secret');
    const exported = JSON.parse(text) as Record<string, unknown>;
    expect(exported).toMatchObject({
      scrutineerPerformance: 1,
      at: '1970-01-01T00:00:00.000Z',
      runs: [
        { series: '10m', outcome: 'checked', bytes: 2e6, times: { read: 1.235, tokenize: 4 } },
      ],
      remarks: ['slow'],
    });
    const [run] = exported['runs'] as { times: Record<string, number> }[];
    expect(Object.keys(run?.times ?? {})).toEqual([...stages]);
  });
});
