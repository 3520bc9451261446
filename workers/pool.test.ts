import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Inspection } from '../src/engine/inspection';
import type { Finding } from '../src/findings/finding';
import { localSpawn } from './local';
import { Pool, type PoolSetup } from './pool';
import type { PoolOptions } from './request';
import {
  emptyModule,
  simulatedAccess,
  SimulatedCache,
  SimulatedInspector,
  SimulatedSurroundings,
  Simulation,
  sourceOf,
  type SimulatedFile,
  type Trouble,
} from './testing/simulation';

const never = new AbortController().signal;
const options: PoolOptions = { level: 'structure', tape: false };
const crashRule = 'scrutineer:engine:1.0.0:worker.crashed';

function file(name: string, more: Partial<SimulatedFile> = {}): SimulatedFile {
  return { name, findings: 4, slow: 1, behaviour: 'file', size: 1000, ...more };
}

interface Outcome {
  settled: number;
  inspection?: Inspection;
  error?: unknown;
  told: Finding[];
  tape: number;
  order: number;
  /** When it settled, on the simulated clock. */
  at: number;
}

let finishedCount = 0;

function ask(
  pool: Pool,
  asked: SimulatedFile,
  signal: AbortSignal = never,
  more: Partial<PoolOptions> = {},
): Outcome {
  const outcome: Outcome = { settled: 0, told: [], tape: 0, order: -1, at: 0 };
  const events = {
    findings: (batch: Finding[]) => void outcome.told.push(...batch),
    tape: () => void (outcome.tape += 1),
  };
  const end = () => {
    outcome.settled += 1;
    outcome.order = finishedCount++;
    outcome.at = performance.now();
  };
  pool.inspect(sourceOf(asked), { ...options, ...more }, events, signal).then(
    (inspection) => {
      outcome.inspection = inspection;
      end();
    },
    (error: unknown) => {
      outcome.error = error;
      end();
    },
  );
  return outcome;
}

/** Lets simulated time pass until all have settled or `limit` milliseconds are over. */
async function settle(outcomes: Outcome[], limit = 10_000): Promise<void> {
  for (let ms = 0; ms < limit; ms += 50) {
    if (outcomes.every(({ settled }) => settled > 0)) break;
    await vi.advanceTimersByTimeAsync(50);
  }
}

function poolOf(simulation: Simulation, more: Partial<PoolSetup> = {}): Pool {
  const limits = { keepFrom: 0, ...more.limits };
  return new Pool({ module: emptyModule, spawn: simulation.spawn, size: 3, ...more, limits });
}

async function serial(asked: SimulatedFile): Promise<Inspection> {
  const inspecting = new SimulatedInspector().inspect(sourceOf(asked), options, {}, never);
  await vi.advanceTimersByTimeAsync(3 * asked.slow + 10);
  return inspecting;
}

/** Without what may differ from run to run: the time, the hash, and whether it was cached. */
function lasting(inspection: Inspection | undefined): unknown {
  if (!inspection?.report) return inspection;
  const report = { ...inspection.report, ms: 0 };
  delete report.hash;
  delete report.cached;
  return { ...inspection, report, epoch: undefined };
}

function isCrash(inspection: Inspection | undefined): boolean {
  return inspection?.report?.findings.some(({ rule }) => rule === crashRule) ?? false;
}

function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a pool', () => {
  it('gives what the engine gives, reports, archives and all', async () => {
    const files = [
      file('a'),
      file('b', { findings: 7 }),
      file('c', { findings: 450 }),
      file('d', { behaviour: 'archive' }),
      file('e', { behaviour: 'unclaimed', findings: 0 }),
    ];
    const pool = poolOf(new Simulation());
    const outcomes = files.map((asked) => ask(pool, asked));
    await settle(outcomes);
    for (const [at, asked] of files.entries()) {
      expect(lasting(outcomes[at]?.inspection)).toEqual(lasting(await serial(asked)));
      expect(outcomes[at]?.told).toHaveLength(asked.findings);
    }
    pool.dispose();
  });

  it('tells findings in batches that are quickly read', async () => {
    const simulation = new Simulation();
    const pool = poolOf(simulation);
    await settle([ask(pool, file('many', { findings: 1_001 }))]);
    const batches = simulation.posted.flat().filter(({ type }) => type === 'findings');
    expect(batches.length).toBeGreaterThanOrEqual(6);
    pool.dispose();
  });

  it('sends small files together and large ones first', async () => {
    const simulation = new Simulation();
    const pool = poolOf(simulation, { size: 1 });
    const small = Array.from({ length: 100 }, (_, at) => ask(pool, file(`s${at}`)));
    const large = ask(pool, file('large', { size: 1e6 }));
    await settle([...small, large]);
    expect(large.order).toBeLessThan(Math.min(...small.map(({ order }) => order)));
    const finished = simulation.posted.flat().filter(({ type }) => type === 'finished');
    expect(finished).toHaveLength(3);
    pool.dispose();
  });

  it('lets the urgent go first, with a worker of its own if need be', async () => {
    const simulation = new Simulation();
    const pool = poolOf(simulation, { size: 1 });
    const busy = ask(pool, file('busy', { slow: 1_000 }));
    await vi.advanceTimersByTimeAsync(100);
    const waiting = ask(pool, file('waiting', { size: 1e6 }));
    const urgent = ask(pool, file('urgent', { slow: 10 }), never, { tape: true, priority: 1 });
    await vi.advanceTimersByTimeAsync(200);
    expect(urgent.settled).toBe(1);
    expect(urgent.tape).toBe(3);
    expect(busy.settled).toBe(0);
    await settle([waiting, busy]);
    expect(waiting.settled + busy.settled).toBe(2);
    pool.dispose();
  });

  it('starts no more workers than it may, and keeps one warm', async () => {
    const simulation = new Simulation();
    const pool = poolOf(simulation);
    const outcomes = Array.from({ length: 20 }, (_, at) => ask(pool, file(`${at}`, { size: 1e6 })));
    await settle(outcomes);
    expect(simulation.started).toBe(3);
    expect(simulation.alive).toBe(3);
    await vi.advanceTimersByTimeAsync(6_000);
    expect(simulation.alive).toBe(1);
    pool.dispose();
    expect(simulation.alive).toBe(0);
  });

  it('starts one worker for what fits in one bundle', async () => {
    const simulation = new Simulation();
    const pool = poolOf(simulation);
    await settle(Array.from({ length: 20 }, (_, at) => ask(pool, file(`${at}`))));
    expect(simulation.started).toBe(1);
    pool.dispose();
  });
});

describe('a batch', () => {
  it('keeps every worker busy to its last file', async () => {
    // The first worker takes all there is while the others still start, and its files are slow.
    const simulation = new Simulation();
    const pool = poolOf(simulation, { limits: { bundleFiles: 1000, bundleBytes: 1e6 } });
    pool.warm();
    await vi.advanceTimersByTimeAsync(50);
    const before = performance.now();
    const slow = Array.from({ length: 30 }, (_, at) => ask(pool, file(`${at}`, { slow: 20 })));
    await vi.advanceTimersByTimeAsync(20);
    const more = Array.from({ length: 3 }, (_, at) => ask(pool, file(`m${at}`, { size: 1e7 })));
    await settle([...slow, ...more]);
    expect(simulation.started).toBe(3);
    expect(simulation.inspector.inspections).toBe(33);
    // 30 files of 60 ms each by three workers, and some time for the way.
    expect(Math.max(...[...slow, ...more].map(({ at }) => at)) - before).toBeLessThan(
      30 * 20 + 300,
    );
    pool.dispose();
  });

  it('gives the last files out in smaller bundles', async () => {
    const simulation = new Simulation();
    const pool = poolOf(simulation);
    await settle(Array.from({ length: 3 }, (_, at) => ask(pool, file(`${at}`, { size: 6e5 }))));
    const posted = simulation.posted.length;
    await settle(Array.from({ length: 90 }, (_, at) => ask(pool, file(`s${at}`))));
    const bundles = simulation.posted.slice(posted).flat();
    expect(bundles.filter(({ type }) => type === 'finished').length).toBeGreaterThan(3);
    pool.dispose();
  });
});

describe('the size of a pool', () => {
  it('can be raised while it works', async () => {
    const simulation = new Simulation();
    const pool = poolOf(simulation, { size: 1 });
    const files = [1, 2, 3, 4].map((n) => ask(pool, file(`${n}`, { slow: 50, size: 1e6 })));
    await vi.advanceTimersByTimeAsync(10);
    expect(pool.stats().workers).toBe(1);
    pool.resize(3);
    await vi.advanceTimersByTimeAsync(10);
    expect(pool.stats().workers).toBe(3);
    await settle(files);
    expect(files.every(({ inspection }) => inspection)).toBe(true);
  });

  it('can be lowered: what goes on is finished, and no more begun at once', async () => {
    const simulation = new Simulation();
    const pool = poolOf(simulation, { size: 3 });
    const files = Array.from({ length: 9 }, (_, n) =>
      ask(pool, file(`${n}`, { slow: 20, size: 1e6 })),
    );
    await vi.advanceTimersByTimeAsync(30);
    expect(pool.stats().busy).toBe(3);
    pool.resize(1);
    expect(pool.stats().busy).toBe(3);
    await vi.advanceTimersByTimeAsync(100);
    expect(pool.stats()).toMatchObject({ workers: 1, busy: 1 });
    await settle(files);
    expect(files.every(({ inspection }) => inspection)).toBe(true);
  });

  it('lets idle workers go at once', async () => {
    const pool = poolOf(new Simulation(), { size: 3 });
    const files = [1, 2, 3].map((n) => ask(pool, file(`${n}`, { size: 1e6 })));
    await settle(files);
    expect(pool.stats().workers).toBe(3);
    pool.resize(2);
    expect(pool.stats().workers).toBe(2);
  });
});

describe('cancelling', () => {
  it('rejects at once, whatever the worker does', async () => {
    const simulation = new Simulation({ deaf: () => true });
    const pool = poolOf(simulation);
    const controller = new AbortController();
    const outcome = ask(pool, file('a', { behaviour: 'endless' }), controller.signal);
    await vi.advanceTimersByTimeAsync(50);
    controller.abort('a reason of its own');
    await vi.advanceTimersByTimeAsync(0);
    expect(isAbort(outcome.error)).toBe(true);
    pool.dispose();
  });

  it('kills a worker that is deaf for 100 ms, and spares one that is not', async () => {
    for (const deaf of [true, false]) {
      const simulation = new Simulation({ deaf: (n) => deaf && n === 0 });
      const pool = poolOf(simulation, { size: 1 });
      const controller = new AbortController();
      ask(pool, file('a', { slow: 40, behaviour: deaf ? 'endless' : 'file' }), controller.signal);
      const next = ask(pool, file('b'));
      await vi.advanceTimersByTimeAsync(50);
      controller.abort();
      await vi.advanceTimersByTimeAsync(99);
      expect(simulation.killed).toBe(0);
      await settle([next]);
      expect(next.inspection?.report?.path).toBe('b');
      expect(pool.stats().killed).toBe(deaf ? 1 : 0);
      expect(simulation.started).toBe(deaf ? 2 : 1);
      pool.dispose();
    }
  });

  it('takes one file out of a bundle and leaves the others', async () => {
    const simulation = new Simulation();
    const pool = poolOf(simulation, { size: 1 });
    const controller = new AbortController();
    const first = ask(pool, file('first', { slow: 50, size: 1001 }));
    const second = ask(pool, file('second'), controller.signal);
    const third = ask(pool, file('third'));
    await vi.advanceTimersByTimeAsync(60);
    controller.abort();
    await settle([first, second, third]);
    expect(isAbort(second.error)).toBe(true);
    expect(first.inspection && third.inspection).toBeTruthy();
    expect(simulation.inspector.inspections).toBe(2);
    expect(simulation.killed).toBe(0);
    pool.dispose();
  });

  it('of everything leaves a pool that can be used', async () => {
    const pool = poolOf(new Simulation());
    const outcomes = Array.from({ length: 200 }, (_, at) => ask(pool, file(`${at}`)));
    await vi.advanceTimersByTimeAsync(20);
    pool.cancelAll();
    await vi.advanceTimersByTimeAsync(0);
    expect(outcomes.every(({ error }) => isAbort(error))).toBe(true);
    const after = ask(pool, file('after'));
    await settle([after]);
    expect(after.inspection?.report?.path).toBe('after');
    expect(pool.stats()).toMatchObject({ waiting: 0, running: 0 });
    pool.dispose();
  });

  it('rejects a call that comes with a fired signal, or after the end', async () => {
    const pool = poolOf(new Simulation());
    const early = ask(pool, file('a'), AbortSignal.abort());
    pool.dispose();
    const late = ask(pool, file('b'));
    await settle([early, late]);
    expect(isAbort(early.error) && isAbort(late.error)).toBe(true);
  });
});

describe('a crash', () => {
  it.each(['trap', 'fatal'] as const)('(%s) is a finding on the file that did it', async (kind) => {
    const simulation = new Simulation();
    const pool = poolOf(simulation, { size: 1 });
    const files = [file('a'), file('bad', { behaviour: kind, findings: 6 }), file('c'), file('d')];
    const outcomes = files.map((asked) => ask(pool, asked));
    await settle(outcomes);
    for (const [at, asked] of files.entries()) {
      const { inspection, told } = outcomes[at] ?? { told: [] };
      expect(isCrash(inspection)).toBe(asked.name === 'bad');
      expect(inspection?.report?.path).toBe(asked.name);
      if (asked.name !== 'bad') {
        expect(lasting(inspection)).toEqual(lasting(await serial(asked)));
      }
      expect(new Set(told)).toEqual(new Set(inspection?.report?.findings));
      expect(told).toHaveLength(inspection?.report?.findings.length ?? -1);
    }
    expect(pool.stats().crashed).toBe(1);
    pool.dispose();
  });

  it('counts in the report, as critical', async () => {
    const pool = poolOf(new Simulation());
    const bad = ask(pool, file('bad', { behaviour: 'trap', findings: 0 }));
    await settle([bad]);
    expect(bad.inspection?.report).toMatchObject({
      verdict: 'malformed',
      counts: { critical: 1 },
      findings: [{ rule: crashRule, severity: 'critical', level: 'syntax', path: 'bad' }],
    });
    pool.dispose();
  });
});

describe('workers that do not start', () => {
  const troubles: [string, Trouble][] = [
    ['throw', { start: () => 'throws' }],
    ['die', { start: () => 'dies' }],
    ['hang', { start: () => 'hangs' }],
  ];

  it.each(troubles)('and all %s: their work is done in this thread', async (_, trouble) => {
    const onNotice = vi.fn();
    const spawnLocal = localSpawn({
      makeInspector: () => new SimulatedInspector(),
      access: simulatedAccess,
    });
    const pool = poolOf(new Simulation(trouble), { spawnLocal, onNotice });
    const outcomes = [file('a'), file('b', { size: 1e6 })].map((asked) => ask(pool, asked));
    await settle(outcomes, 200_000);
    expect(outcomes.map(({ inspection }) => inspection?.report?.verdict)).toEqual([
      'invalid',
      'invalid',
    ]);
    const texts = onNotice.mock.calls.map(([text]) => text as string);
    expect(texts.filter((text) => text.startsWith('A worker could not'))).toHaveLength(1);
    expect(texts.filter((text) => text.startsWith('No worker could'))).toHaveLength(1);
    pool.dispose();
  });

  it('but some do: these go on, and it is said once', async () => {
    const onNotice = vi.fn();
    const simulation = new Simulation({ start: (n) => (n === 0 ? 'well' : 'dies') });
    const pool = poolOf(simulation, { onNotice });
    const outcomes = Array.from({ length: 9 }, (_, at) => ask(pool, file(`${at}`, { size: 1e6 })));
    await settle(outcomes);
    expect(outcomes.every(({ inspection }) => inspection)).toBe(true);
    expect(onNotice).toHaveBeenCalledTimes(1);
    expect(simulation.started).toBe(3);
    pool.dispose();
  });

  it('nor can this thread: each file says so', async () => {
    const pool = poolOf(new Simulation({ start: () => 'throws' }));
    const before = ask(pool, file('a'));
    await settle([before]);
    const after = ask(pool, file('b'));
    await settle([after]);
    for (const { inspection } of [before, after]) {
      expect(inspection?.report?.findings[0]?.rule).toBe(
        'scrutineer:engine:1.0.0:engine.unavailable',
      );
    }
    pool.dispose();
  });

  it('for want of a module: each file says why', async () => {
    const pool = poolOf(new Simulation(), { module: Promise.reject(new Error('404')) });
    const outcome = ask(pool, file('a'));
    await settle([outcome]);
    expect(outcome.inspection?.report?.findings[0]?.message).toContain('404');
    pool.dispose();
  });
});

describe('a large document', () => {
  const large = { size: 100e6, slow: 20, findings: 3 };
  const limits = { startFor: 4e6 };

  it('is read by all that have nothing else to do', async () => {
    const simulation = new Simulation();
    const pool = poolOf(simulation, { limits });
    const outcome = ask(pool, file('large', large));
    await settle([outcome]);
    expect(lasting(outcome.inspection)).toEqual(lasting(await serial(file('large', large))));
    expect(simulation.started).toBe(3);
    expect(simulation.inspector.helped).toBeGreaterThan(8);
    expect(pool.stats()).toMatchObject({ busy: 0, waiting: 0, running: 0, killed: 0 });
    pool.dispose();
  });

  it('is read by one where there is only one, or where the elements are wanted', async () => {
    for (const [size, tape] of [
      [1, false],
      [3, true],
    ] as const) {
      const simulation = new Simulation();
      const pool = poolOf(simulation, { size, limits });
      await settle([ask(pool, file('large', large), never, { tape })]);
      expect(simulation.inspector.helped).toBe(0);
      pool.dispose();
    }
  });

  it('is worth starting another worker only while much of it is left', async () => {
    for (const [size, workers] of [
      [100e6, 1],
      [200e6, 2],
      [600e6, 3],
      [2e9, 4],
    ] as const) {
      const simulation = new Simulation();
      const pool = poolOf(simulation, { size: size > 1e9 ? 16 : 3 });
      const outcome = ask(pool, file('large', { size, slow: 5 }));
      await vi.advanceTimersByTimeAsync(80);
      expect(outcome.settled).toBe(0);
      expect(simulation.started).toBe(workers);
      await settle([outcome]);
      pool.dispose();
    }
  });

  it('does not keep other files waiting', async () => {
    const simulation = new Simulation();
    const pool = poolOf(simulation, { limits });
    const first = ask(pool, file('large', large));
    await vi.advanceTimersByTimeAsync(40);
    const others = Array.from({ length: 6 }, (_, at) => ask(pool, file(`${at}`, { size: 6e5 })));
    await settle([first, ...others]);
    expect(first.order).toBeGreaterThan(Math.max(...others.map(({ order }) => order)));
    expect(simulation.inspector.helped).toBeGreaterThan(0);
    pool.dispose();
  });

  it('frees its helpers when it is cancelled', async () => {
    const simulation = new Simulation();
    const pool = poolOf(simulation, { limits });
    const controller = new AbortController();
    const outcome = ask(pool, file('large', { ...large, behaviour: 'endless' }), controller.signal);
    await vi.advanceTimersByTimeAsync(200);
    expect(pool.stats().busy).toBe(3);
    controller.abort();
    const next = ask(pool, file('next'));
    await settle([outcome, next]);
    expect(isAbort(outcome.error)).toBe(true);
    expect(next.inspection).toBeDefined();
    await vi.advanceTimersByTimeAsync(200);
    expect(pool.stats()).toMatchObject({ busy: 0, running: 0 });
    pool.dispose();
  });

  it('is read to its end although helpers die', async () => {
    for (const death of [45, 60, 75, 90, 200]) {
      const simulation = new Simulation({ deathAfter: (n) => (n === 0 ? null : death + n) });
      const pool = poolOf(simulation, { limits });
      const outcome = ask(pool, file('large', large));
      await settle([outcome]);
      expect(lasting(outcome.inspection)).toEqual(lasting(await serial(file('large', large))));
      expect(pool.stats().crashed).toBe(0);
      pool.dispose();
    }
  });
});

describe('with a store', () => {
  it('what is known is not inspected again, and says so', async () => {
    const simulation = new Simulation();
    const cache = new SimulatedCache();
    const pool = poolOf(simulation, { cache });
    const files = Array.from({ length: 150 }, (_, at) => file(`${at}`, { findings: at * 3 }));
    const first = files.map((asked) => ask(pool, asked));
    await settle(first);
    const inspected = simulation.inspector.inspections;
    const again = files.map((asked) => ask(pool, { ...asked, name: `copy of ${asked.name}` }));
    await settle(again);
    expect(simulation.inspector.inspections).toBe(inspected);
    expect(cache.lookups).toBeLessThanOrEqual(20);
    for (const [at, asked] of files.entries()) {
      const report = again[at]?.inspection?.report;
      expect(report?.cached).toBe(true);
      expect(report?.path).toBe(`copy of ${asked.name}`);
      expect(report?.hash).toMatch(/^[0-9a-f]{64}$/);
      expect(lasting(again[at]?.inspection)).toEqual(
        lasting(await serial({ ...asked, name: `copy of ${asked.name}` })),
      );
      expect(new Set(again[at]?.told)).toEqual(new Set(report?.findings));
    }
    expect(pool.stats().cached).toBe(150);
    pool.dispose();
  });

  it('keeps apart what is said at each level, and with each of the settings', async () => {
    const simulation = new Simulation();
    const cache = new SimulatedCache();
    const pool = poolOf(simulation, { cache });
    const ways: Partial<PoolOptions>[] = [
      { level: 'syntax' },
      { level: 'structure' },
      { level: 'project' },
      { level: 'project', settings: { preset: 'strict' } },
      { level: 'project', settings: { preset: 'strict', rules: { 'a.rule': 'off' } } },
    ];
    for (const way of ways) {
      const outcome = ask(pool, file('a'), never, way);
      await settle([outcome]);
      expect(outcome.inspection?.report?.cached).toBeUndefined();
    }
    expect(cache.kept.size).toBe(ways.length);
    pool.dispose();
  });

  it('does not keep what depends on more than the content', async () => {
    const cache = new SimulatedCache();
    const pool = poolOf(new Simulation(), { cache });
    const outcomes = [
      ask(pool, file('a', { behaviour: 'unclaimed' })),
      ask(pool, file('b', { behaviour: 'archive' })),
      ask(pool, file('c', { behaviour: 'trap' })),
    ];
    await settle(outcomes);
    expect(cache.kept.size).toBe(0);
    pool.dispose();
  });

  it('only reads what is known where the elements are wanted', async () => {
    const simulation = new Simulation();
    const pool = poolOf(simulation, { cache: new SimulatedCache() });
    const first = ask(pool, file('a', { findings: 450 }), never, { tape: true });
    await settle([first]);
    expect(first.tape).toBe(3);
    const again = ask(pool, file('a', { findings: 450 }), never, { tape: true });
    await settle([again]);
    expect(again.tape).toBe(3);
    expect(again.told).toHaveLength(450);
    expect(again.inspection?.report?.cached).toBe(true);
    expect(lasting(again.inspection)).toEqual(lasting(first.inspection));
    expect(simulation.inspector.asked.map(({ level }) => level)).toEqual(['structure', 'syntax']);
    pool.dispose();
  });

  it('parses a large file anyway where the elements are wanted', async () => {
    const simulation = new Simulation();
    const pool = poolOf(simulation, { cache: new SimulatedCache() });
    const large = file('large', { size: 9 * 1024 * 1024 });
    for (let n = 0; n < 2; n++) {
      const outcome = ask(pool, large, never, { tape: true });
      await settle([outcome]);
      expect(outcome.tape).toBe(3);
      expect(outcome.inspection?.report?.cached).toBeUndefined();
    }
    pool.dispose();
  });

  it('hashes a large file while it is parsed, and stops parsing on a hit', async () => {
    const simulation = new Simulation();
    const pool = poolOf(simulation, { cache: new SimulatedCache() });
    const large = file('large', { size: 9 * 1024 * 1024, slow: 1_000, findings: 300 });
    const first = ask(pool, large);
    await vi.advanceTimersByTimeAsync(1_100);
    expect(first.told.length).toBeGreaterThan(0);
    await settle([first]);
    await vi.advanceTimersByTimeAsync(100);
    const second = ask(pool, large);
    await vi.advanceTimersByTimeAsync(100);
    expect(second.inspection?.report?.cached).toBe(true);
    expect(lasting(second.inspection)).toEqual(lasting(first.inspection));
    expect(second.told).toHaveLength(300);
    pool.dispose();
  });

  it('checks anew where a kept result is damaged, and replaces it', async () => {
    const simulation = new Simulation();
    const cache = new SimulatedCache();
    const pool = poolOf(simulation, { cache });
    await settle([ask(pool, file('a', { findings: 300 }))]);
    const [key, good] = [...cache.kept][0] ?? ['', new ArrayBuffer(0)];
    const last = good.byteLength - 1;
    for (const damage of [
      (b: Uint8Array) => b.fill(0, 0, 4),
      (b: Uint8Array) => b.fill(1, last - 40),
    ]) {
      const bad = good.slice(0);
      damage(new Uint8Array(bad));
      cache.kept.set(key, bad);
      const outcome = ask(pool, file('a', { findings: 300 }));
      await settle([outcome]);
      expect(outcome.inspection?.report?.cached).toBeUndefined();
      expect(outcome.told).toHaveLength(300);
      expect(outcome.inspection?.report?.findings).toHaveLength(300);
    }
    pool.dispose();
  });

  it('leaves it aside where that is asked for', async () => {
    const simulation = new Simulation();
    const cache = new SimulatedCache();
    const pool = poolOf(simulation, { cache });
    const first = ask(pool, file('a'), never, { fresh: true });
    await settle([first]);
    expect(cache.kept.size).toBe(0);
    const kept = ask(pool, file('a'));
    await settle([kept]);
    const again = ask(pool, file('a'), never, { fresh: true });
    await settle([again]);
    expect(again.inspection?.report?.cached).toBeUndefined();
  });

  it('but without hashes goes on without, and says so once', async () => {
    const onNotice = vi.fn();
    const simulation = new Simulation({}, null);
    const cache = new SimulatedCache();
    const pool = poolOf(simulation, { cache, onNotice });
    await settle(Array.from({ length: 9 }, (_, at) => ask(pool, file(`${at}`, { size: 1e6 }))));
    expect(cache.kept.size).toBe(0);
    expect(onNotice).toHaveBeenCalledTimes(1);
    pool.dispose();
  });
});

/** What files are that others ask for. */
const neighbours = ['file', 'unclaimed', 'trap', 'fatal'] as const;

const simulatedFile = fc.record({
  findings: fc.nat(12),
  slow: fc.nat(30),
  size: fc.oneof(
    fc.nat(5_000),
    fc.integer({ min: 100_000, max: 20_000_000 }),
    fc.integer({ min: 17_000_000, max: 60_000_000 }),
  ),
  behaviour: fc.constantFrom(
    ...(['file', 'file', 'file', 'unclaimed', 'archive', 'trap', 'fatal', 'endless'] as const),
  ),
  abortAfter: fc.option(fc.nat(300)),
  askAfter: fc.constantFrom(0, 0, 0, 1, 20),
  priority: fc.constantFrom(0, 0, 0, 1),
  tape: fc.constantFrom(false, false, true),
  looks: fc.oneof(
    fc.constant([]),
    fc.array(fc.constantFrom(...neighbours.map((name) => `p/${name}`), 'p/none', '../none')),
  ),
});

const trouble = fc.record({
  starts: fc.array(fc.constantFrom('well', 'well', 'well', 'throws', 'dies', 'hangs'), {
    maxLength: 5,
  }),
  deaths: fc.array(fc.option(fc.integer({ min: 1, max: 400 })), { maxLength: 6 }),
  deaf: fc.array(fc.boolean(), { maxLength: 6 }),
});

describe('whatever happens to the workers', () => {
  it('every request settles exactly once, as it would one at a time', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(simulatedFile, { minLength: 1, maxLength: 25 }),
        trouble,
        fc.boolean(),
        fc.integer({ min: 1, max: 4 }),
        async (specs, { starts, deaths, deaf }, cached, size) => {
          const simulation = new Simulation({
            start: (n) => starts[n] ?? 'well',
            deathAfter: (n) => deaths[n] ?? null,
            deaf: (n) => deaf[n] ?? false,
          });
          const pool = poolOf(simulation, {
            size,
            surroundings: new SimulatedSurroundings(
              neighbours.map((behaviour) => file(`p/${behaviour}`, { behaviour })),
            ),
            // Always able to fall back, so that no file is left because nothing started.
            spawnLocal: new Simulation().spawn,
            limits: { startWithin: 200, divide: { from: 16e6, segment: 4e6 }, startFor: 8e6 },
            ...(cached ? { cache: new SimulatedCache() } : {}),
          });
          const asked: { wanted: SimulatedFile; outcome: Outcome; abortable: boolean }[] = [];
          for (const [at, spec] of specs.entries()) {
            if (spec.askAfter > 0) await vi.advanceTimersByTimeAsync(spec.askAfter);
            const controller = new AbortController();
            const wanted = file(`${at}`, spec);
            const { tape, priority } = spec;
            const outcome = ask(pool, wanted, controller.signal, { tape, priority });
            // What never ends is cancelled some time, or there would be nothing to expect.
            const abortAfter = spec.behaviour === 'endless' ? 500 : spec.abortAfter;
            if (abortAfter !== null) setTimeout(() => controller.abort(), abortAfter);
            asked.push({ wanted, outcome, abortable: abortAfter !== null });
          }

          await settle(asked.map(({ outcome }) => outcome));
          await vi.advanceTimersByTimeAsync(2_000);
          const blameless = deaths.every((death) => death === null);
          for (const { wanted, outcome, abortable } of asked) {
            expect(outcome.settled).toBe(1);
            if (outcome.error !== undefined) {
              expect(isAbort(outcome.error) && abortable).toBe(true);
              continue;
            }
            const report = outcome.inspection?.report;
            if (report) expect(new Set(outcome.told)).toEqual(new Set(report.findings));
            const faulty = ['trap', 'fatal', 'endless'].includes(wanted.behaviour);
            if (faulty) expect(isCrash(outcome.inspection)).toBe(true);
            else if (blameless || !isCrash(outcome.inspection)) {
              expect(lasting(outcome.inspection)).toEqual(lasting(await serial(wanted)));
              if (report) expect(outcome.told).toHaveLength(wanted.findings);
            }
          }
          expect(pool.stats()).toMatchObject({ waiting: 0, running: 0 });
          pool.dispose();
          expect(simulation.alive).toBe(0);
        },
      ),
      { numRuns: 60 },
    );
  }, 60_000);
});
