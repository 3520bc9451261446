import { describe, expect, it, vi } from 'vitest';
import type { Inspection } from '../../engine/inspection';
import { noTimes } from '../../engine/timing';
import { Preferences } from '../preferences.svelte';
import { aReport, aSource } from '../testing';
import type { Machine, Tuning } from './machine';
import { randomFrom } from './statistics';
import { tune, workerCountsFor, type TuneProgress } from './tune';
import { Tuner } from './tuner.svelte';

interface Speeds {
  /** Milliseconds of a check with chunks of so many bytes. */
  check?: (chunkBytes: number) => number;
  /** How much slower each becomes when so many go on at once. */
  crowding?: (atOnce: number) => number;
  size?: (n: number) => number;
}

/** A machine whose time is made up: checks end in the order of their simulated ends. */
function simulated({ check = () => 10, crowding = () => 1, size = () => 1000 }: Speeds = {}) {
  const random = randomFrom(3);
  let clock = 0;
  let atOnce = 0;
  let inspections = 0;
  const resized: number[] = [];
  const chunkSizesSet: (number | null)[] = [];
  const asked: unknown[] = [];
  const waiting: { at: number; resolve: () => void }[] = [];
  const advance = (): void => {
    waiting.sort((a, b) => a.at - b.at);
    const next = waiting.shift();
    if (!next) return;
    clock = Math.max(clock, next.at);
    next.resolve();
  };
  const machine: Machine = {
    usual: { workers: 2, chunkBytes: 256 * 1024 },
    stats: () => {
      throw new Error('not used');
    },
    resize: (workers) => void resized.push(workers),
    setChunkBytes: (bytes) => void chunkSizesSet.push(bytes),
    async inspect(source, options, _events, signal): Promise<Inspection> {
      signal.throwIfAborted();
      asked.push(options);
      atOnce += 1;
      await Promise.resolve();
      const ms = check(options.chunkBytes ?? 0) * crowding(atOnce) * (1 + 0.02 * random());
      await new Promise<void>((resolve) => {
        waiting.push({ at: clock + ms, resolve });
        setTimeout(advance);
      });
      atOnce -= 1;
      const report = aReport(source.path, [], { size: size(++inspections) });
      const times = { ...noTimes(), tokenize: ms };
      const timing = { times, split: false, wasmBytes: 0, queued: 0, sampling: 0, rules: [] };
      return { type: 'file', report, timing };
    },
  };
  return { machine, now: () => clock, resized, chunkSizesSet, asked };
}

const plan = { source: aSource('a.xml'), workerCounts: [1, 2, 3] };
const { signal } = new AbortController();

describe('tuning', () => {
  it('keeps what is usual where nothing is provably better', async () => {
    // With one worker less, half the work goes on at once; each check keeps its speed.
    const { machine, now, asked } = simulated();
    const result = await tune(machine, { ...plan, workerCounts: [1, 2] }, signal, undefined, now);
    expect(result.best).toEqual(machine.usual);
    expect(result.chunks.map(({ value }) => value)).toEqual([65_536, 262_144, 1_048_576]);
    expect(result.chunks.some(({ proven }) => proven)).toBe(false);
    // One at a time takes twice as long.
    expect(result.workers[0]?.speedup?.ratio).toBeCloseTo(0.5, 1);
    for (const options of asked) expect(options).toMatchObject({ fresh: true, tape: false });
  });

  it('finds a chunk size that is faster by a fifth', async () => {
    const { machine, now } = simulated({ check: (bytes) => (bytes < 100_000 ? 8 : 10) });
    const { best, chunks } = await tune(machine, plan, signal, undefined, now);
    expect(best.chunkBytes).toBe(65_536);
    expect(chunks[0]?.speedup?.atLeast).toBeGreaterThan(1.1);
  });

  it('does not keep what is better by five per cent', async () => {
    const { machine, now } = simulated({ check: (bytes) => (bytes < 100_000 ? 9.5 : 10) });
    const { best } = await tune(machine, plan, signal, undefined, now);
    expect(best.chunkBytes).toBe(machine.usual.chunkBytes);
  });

  it('finds that fewer workers do better where they get into each other’s way', async () => {
    const { machine, now } = simulated({ crowding: (atOnce) => [0, 1, 4, 9][atOnce] ?? 9 });
    const { best } = await tune(machine, plan, signal, undefined, now);
    expect(best.workers).toBe(1);
  });

  it('finds that more workers do better where they wait for something', async () => {
    const { machine, now } = simulated();
    const { best } = await tune(machine, plan, signal, undefined, now);
    expect(best.workers).toBe(3);
  });

  it('tells how far it is', async () => {
    const { machine, now } = simulated();
    const told: TuneProgress[] = [];
    await tune(machine, plan, signal, (progress) => told.push(progress), now);
    expect(new Set(told.map(({ step }) => step))).toEqual(
      new Set(['warming', 'chunks', 'workers']),
    );
    expect(told.at(-1)).toEqual({ step: 'workers', share: 1 });
  });

  it('gives up where the same file has two results', async () => {
    const { machine, now } = simulated({ size: (n) => (n === 30 ? 999 : 1000) });
    await expect(tune(machine, plan, signal, undefined, now)).rejects.toThrow('two results');
  });

  it('stops when it is told to', async () => {
    const { machine, now } = simulated();
    const controller = new AbortController();
    const running = tune(machine, plan, controller.signal, () => controller.abort(), now);
    await expect(running).rejects.toThrow(/abort/i);
  });
});

it('tries what makes sense on machines small and large', () => {
  expect(workerCountsFor(1)).toEqual([1, 2]);
  expect(workerCountsFor(2)).toEqual([1, 2, 3]);
  expect(workerCountsFor(16)).toEqual([1, 8, 15, 16]);
});

describe('the tuner', () => {
  function preferences(kept = new Map<string, unknown>()): Preferences {
    return new Preferences(
      {
        get: (key) => Promise.resolve(kept.get(key)),
        set: (key, value) => {
          kept.set(key, value);
          return Promise.resolve();
        },
      },
      (error) => {
        throw error;
      },
    );
  }

  it('keeps what it found for other visits, and forgets it on demand', async () => {
    const kept = new Map<string, unknown>();
    const { machine, resized, chunkSizesSet } = simulated({
      check: (bytes) => (bytes < 100_000 ? 5 : 10),
    });
    const tuner = new Tuner(machine, preferences(kept));
    await tuner.measure(aSource('a.xml'));
    expect(tuner.state.phase).toBe('finished');
    expect(tuner.current.chunkBytes).toBe(65_536);
    expect(chunkSizesSet.at(-1)).toBe(65_536);

    const next = simulated();
    const again = preferences(kept);
    await again.load();
    new Tuner(next.machine, again).apply();
    expect(next.chunkSizesSet).toEqual([65_536]);

    tuner.reset();
    expect(tuner.current).toEqual(machine.usual);
    expect(chunkSizesSet.at(-1)).toBeNull();
    expect(resized.at(-1)).toBe(machine.usual.workers);
    expect(kept.get('tuning')).toBeNull();
  });

  it('says why it failed, and leaves all as it was', async () => {
    const before: Tuning = { workers: 1, chunkBytes: 65_536 };
    const { machine, resized } = simulated({ size: (n) => n });
    const tuner = new Tuner(machine, preferences(new Map([['tuning', before]])));
    await tuner.measure(aSource('a.xml'));
    expect(tuner.state).toMatchObject({ phase: 'failed' });
    expect(resized.at(-1)).toBe(tuner.current.workers);
  });

  it('rests again when it is cancelled', async () => {
    const { machine } = simulated();
    const tuner = new Tuner(machine, preferences());
    const measuring = tuner.measure(aSource('a.xml'));
    await vi.waitFor(() => expect(tuner.state.phase).toBe('measuring'));
    tuner.cancel();
    await measuring;
    expect(tuner.state.phase).toBe('resting');
  });

  it('can make a file to measure with', async () => {
    const { machine, asked } = simulated();
    const tuner = new Tuner(machine, preferences());
    await tuner.measure(null);
    expect(tuner.state.phase).toBe('finished');
    expect(asked.length).toBeGreaterThan(20);
  });
});
