import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Inspection, InspectEvents } from '../src/engine/inspection';
import type { Insight } from '../src/rules/insight';
import type { Neighbour } from '../src/rules/neighbours';
import { localSpawn } from './local';
import { Pool, type PoolSetup } from './pool';
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

/* Documents that ask for the files around them, in simulated workers. */

function file(name: string, more: Partial<SimulatedFile> = {}): SimulatedFile {
  return { name, findings: 2, slow: 1, behaviour: 'file', size: 1000, ...more };
}

interface Asking {
  settled: boolean;
  inspection?: Inspection;
  error?: unknown;
}

interface World {
  simulation: Simulation;
  pool: Pool;
  surroundings: SimulatedSurroundings;
  notices: string[];
  check(asking: SimulatedFile, signal?: AbortSignal, events?: InspectEvents): Asking;
}

const { signal: never } = new AbortController();
const pools: Pool[] = [];

function world(files: SimulatedFile[], size: number, trouble: Trouble = {}): World {
  return worldWith(files, { size }, trouble);
}

function worldWith(
  files: SimulatedFile[],
  setup: Partial<PoolSetup>,
  trouble: Trouble = {},
): World {
  const simulation = new Simulation(trouble);
  const surroundings = new SimulatedSurroundings(files);
  const notices: string[] = [];
  const pool = new Pool({
    module: emptyModule,
    spawn: simulation.spawn,
    size: 2,
    surroundings,
    onNotice: (text) => notices.push(text),
    ...setup,
  });
  pools.push(pool);
  const check = (asking: SimulatedFile, signal = never, events: InspectEvents = {}): Asking => {
    const outcome: Asking = { settled: false };
    const options = { level: 'project', tape: false } as const;
    pool.inspect(sourceOf(asking), options, events, signal).then(
      (inspection) => Object.assign(outcome, { inspection, settled: true }),
      (error: unknown) => Object.assign(outcome, { error, settled: true }),
    );
    return outcome;
  };
  return { simulation, pool, surroundings, notices, check };
}

async function settle(outcomes: Asking[], limit = 20_000): Promise<void> {
  for (let ms = 0; ms < limit && !outcomes.every(({ settled }) => settled); ms += 20) {
    await vi.advanceTimersByTimeAsync(20);
  }
}

/** What was found, and what the digests say. */
function told(neighbours: Neighbour[] | null | undefined): unknown {
  return neighbours?.map((neighbour) => {
    if (neighbour.found !== 'file') return neighbour.found;
    return neighbour.digest && new TextDecoder().decode(neighbour.digest.bytes);
  });
}

function crashed({ inspection }: Asking): boolean {
  return inspection?.report?.findings.some(({ code }) => code === 'worker-crashed') ?? false;
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  for (const pool of pools.splice(0)) pool.dispose();
  vi.useRealTimers();
});

const roads = Array.from({ length: 6 }, (_, at) => file(`p/roads/r${at}`));
const looks = roads.map((_, at) => `../roads/r${at}`);
const names = roads.map(({ name }) => name);

describe('a document’s neighbours', () => {
  it.each([1, 2, 4])('are found, and read, by %i workers', async (size) => {
    const { simulation, check } = world(roads, size);
    const outcome = check(file('p/s/a', { looks: [...looks, '../roads/r9', '../../x'] }));
    await settle([outcome]);
    const found = simulation.inspector.looked.get('p/s/a');
    expect(told(found)).toEqual([...names, 'nothing', 'unknown']);
    expect(simulation.inspector.digested.sort()).toEqual(names);
    expect(simulation.started).toBe(1);
  });

  it('are read once, however many documents in however many workers ask', async () => {
    const { simulation, check } = world(roads, 3);
    const asking = Array.from({ length: 200 }, (_, at) => check(file(`p/s/${at}`, { looks })));
    await settle(asking);
    for (const found of simulation.inspector.looked.values()) expect(told(found)).toEqual(names);
    expect(simulation.inspector.looked.size).toBe(200);
    expect(simulation.inspector.digested.sort()).toEqual(names);
    const questions = simulation.posted.flat().filter(({ type }) => type === 'look');
    expect(questions.length).toBeLessThanOrEqual(simulation.started);
  });

  it('are read by workers that have nothing else to do', async () => {
    const large = roads.map((road) => ({ ...road, size: 1e6, slow: 100 }));
    const { simulation, pool, check } = world(large, 3);
    // All three workers are started, and free.
    await settle([0, 1, 2].map((at) => check(file(`warm${at}`, { size: 1e6, slow: 20 }))));
    expect(simulation.started).toBe(3);
    const before = performance.now();
    const outcome = check(file('p/s/a', { looks }));
    await settle([outcome]);
    expect(performance.now() - before).toBeLessThan(450);
    expect(told(simulation.inspector.looked.get('p/s/a'))).toEqual(names);
    await vi.advanceTimersByTimeAsync(100);
    expect(pool.stats().busy).toBe(0);
  });

  it('are asked for anew when there are others', async () => {
    const { simulation, surroundings, check } = world(roads, 1);
    const question = { looks: ['../roads/new'] };
    await settle([check(file('p/s/a', question))]);
    surroundings.addFile(file('p/roads/new'));
    await settle([check(file('p/s/b', question))]);
    const { looked } = simulation.inspector;
    expect(told(looked.get('p/s/a'))).toEqual(['nothing']);
    expect(told(looked.get('p/s/b'))).toEqual(['p/roads/new']);
  });

  it('cannot be asked for by what lies nowhere, or where nothing is known of them', async () => {
    const one = world(roads, 1);
    await settle([one.check(file('-', { looks }))]);
    expect(one.simulation.inspector.looked.get('-')).toBeNull();
    const simulation = new Simulation();
    const other = worldWith(roads, { spawn: simulation.spawn });
    const bare = new Pool({ module: emptyModule, spawn: simulation.spawn, size: 1 });
    pools.push(other.pool, bare);
    const options = { level: 'project', tape: false } as const;
    void bare.inspect(sourceOf(file('p/s/a', { looks })), options, {}, never);
    await vi.advanceTimersByTimeAsync(200);
    expect(simulation.inspector.looked.get('p/s/a')).toBeNull();
  });

  it('are found without any thread', async () => {
    const simulation = new Simulation({ start: () => 'throws' });
    const inspector = new SimulatedInspector();
    const { check } = worldWith(roads, {
      spawn: simulation.spawn,
      spawnLocal: localSpawn({ makeInspector: () => inspector, access: simulatedAccess }),
    });
    const outcomes = [check(file('p/s/a', { looks })), check(file('p/s/b', { looks }))];
    await settle(outcomes);
    expect(told(inspector.looked.get('p/s/b'))).toEqual(names);
    expect(inspector.digested.sort()).toEqual(names);
  });

  it('are unknown where looking for them fails, and that is said', async () => {
    const { simulation, surroundings, notices, check } = world(roads, 1);
    surroundings.sourceAt = () => {
      throw new Error('the disk is on fire');
    };
    const outcome = check(file('p/s/a', { looks: ['../roads/r0'] }));
    await settle([outcome]);
    expect(told(simulation.inspector.looked.get('p/s/a'))).toEqual(['unknown']);
    expect(notices.join()).toContain('on fire');
    expect(crashed(outcome)).toBe(false);
  });
});

describe('a neighbour that cannot be read', () => {
  it('has no digest where the engine breaks on it, and that is said', async () => {
    const { simulation, notices, check } = world([file('p/bad', { behaviour: 'trap' })], 1);
    const outcome = check(file('p/a', { looks: ['bad'] }));
    await settle([outcome]);
    expect(told(simulation.inspector.looked.get('p/a'))).toEqual([null]);
    expect(notices.join()).toContain('p/bad');
    expect(crashed(outcome)).toBe(false);
  });

  it.each([1, 3])('is tried twice where it ends the worker, of %i', async (size) => {
    const files = [file('p/bad', { behaviour: 'fatal' }), file('p/good')];
    const { simulation, check } = world(files, size);
    const outcomes = [
      check(file('p/a', { looks: ['bad', 'good'] })),
      check(file('p/b', { looks: ['good'] })),
      check(file('p/c', { looks: ['bad'] })),
    ];
    await settle(outcomes);
    expect(outcomes.map(crashed)).toEqual([false, false, false]);
    const { looked, digested } = simulation.inspector;
    expect(told(looked.get('p/a'))).toEqual([null, 'p/good']);
    expect(told(looked.get('p/b'))).toEqual(['p/good']);
    expect(told(looked.get('p/c'))).toEqual([null]);
    expect(digested.filter((name) => name === 'p/bad')).toHaveLength(2);
  });

  it('does not hold up one who gives up waiting, nor others', async () => {
    const files = [file('p/endless', { behaviour: 'endless' }), file('p/good')];
    const { pool, check } = world(files, 1);
    const controller = new AbortController();
    const waiting = check(file('p/a', { looks: ['endless'] }), controller.signal);
    await vi.advanceTimersByTimeAsync(100);
    expect(waiting.settled).toBe(false);
    controller.abort();
    await settle([waiting]);
    expect(waiting.error).toMatchObject({ name: 'AbortError' });
    const next = check(file('p/b', { looks: ['good'] }));
    await settle([next]);
    expect(next.inspection?.type).toBe('file');
    // It heard no cancel while it read what has no end.
    expect(pool.stats().killed).toBe(1);
  });

  it('is nobody’s business any more when the pool ends', async () => {
    const { pool, check } = world([file('p/endless', { behaviour: 'endless' })], 2);
    const waiting = check(file('p/a', { looks: ['endless'] }));
    await vi.advanceTimersByTimeAsync(100);
    pool.dispose();
    await settle([waiting]);
    expect(waiting.error).toMatchObject({ name: 'AbortError' });
  });
});

describe('what is kept', () => {
  const limits = { keepFrom: 500 };

  function cached(files: SimulatedFile[], cache: SimulatedCache): World {
    return worldWith(files, { size: 1, cache, limits });
  }

  it('are the digests of large files, by their content', async () => {
    const cache = new SimulatedCache();
    const files = [file('p/large'), file('p/small', { size: 100 })];
    const ask = file('p/a', { looks: ['large', 'small'], size: 100 });
    const first = cached(files, cache);
    await settle([first.check(ask)]);
    expect(first.simulation.inspector.digested.sort()).toEqual(['p/large', 'p/small']);
    const again = cached(files, cache);
    await settle([again.check(ask)]);
    expect(again.simulation.inspector.digested).toEqual(['p/small']);
    expect(told(again.simulation.inspector.looked.get('p/a'))).toEqual(['p/large', 'p/small']);
    // A kept digest that is damaged is made anew.
    for (const key of cache.kept.keys()) cache.kept.set(key, new ArrayBuffer(3));
    const third = cached(files, cache);
    await settle([third.check(ask)]);
    expect(third.simulation.inspector.digested.sort()).toEqual(['p/large', 'p/small']);
    expect(told(third.simulation.inspector.looked.get('p/a'))).toEqual(['p/large', 'p/small']);
  });

  it('are results that depend on nothing else', async () => {
    const cache = new SimulatedCache();
    const { pool, check } = cached([file('p/good', { size: 100 })], cache);
    await settle([check(file('p/a', { looks: ['good'] })), check(file('p/b'))]);
    await settle([check(file('p/a', { looks: ['good'] })), check(file('p/b'))]);
    expect(cache.kept.size).toBe(1);
    expect(pool.stats().cached).toBe(1);
  });

  it('are results with what was learnt besides, where that was wanted', async () => {
    const cache = new SimulatedCache();
    const { pool, check } = cached([], cache);
    const learnt: string[] = [];
    const insight = ({ tables }: Insight) => void learnt.push(tables[0]?.title ?? '');
    await settle([check(file('p/b'))]);
    // What was kept without does not do for one who wants to know.
    await settle([check(file('p/b'), never, { insight })]);
    expect(pool.stats().cached).toBe(0);
    await settle([check(file('p/b'), never, { insight }), check(file('p/b'))]);
    expect(pool.stats().cached).toBe(2);
    expect(learnt).toEqual(['about p/b', 'about p/b']);
    expect(cache.kept.size).toBe(1);
  });
});
