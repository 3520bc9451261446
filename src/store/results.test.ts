import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ResultStore, type ResultStoreOptions } from './results';
import { FakeStore } from './testing';

let results: FakeStore;
let meta: FakeStore;
let time: number;
let onNotice: ReturnType<typeof vi.fn<(text: string) => void>>;

beforeEach(() => {
  vi.useFakeTimers();
  results = new FakeStore();
  meta = new FakeStore();
  time = 1_000;
  onNotice = vi.fn<(text: string) => void>();
});
afterEach(() => {
  vi.useRealTimers();
});

function open(options: ResultStoreOptions = {}): ResultStore {
  return new ResultStore({
    engineVersion: 'v1',
    budget: 10_000,
    results,
    meta,
    onNotice,
    now: () => time++,
    ...options,
  });
}

function bytes(size: number, fill = 1): ArrayBuffer {
  return new Uint8Array(size).fill(fill).buffer;
}

async function sizes(store: ResultStore, keys: string[]): Promise<(number | undefined)[]> {
  return (await store.lookup(keys)).map((found) => found?.byteLength);
}

describe('kept results', () => {
  it('are there at once, and for the next page', async () => {
    const store = open();
    store.keep('a', bytes(10));
    store.keep('b', bytes(20));
    expect(await sizes(store, ['b', 'none', 'a', 'b'])).toEqual([20, undefined, 10, 20]);
    await store.flush();
    expect(await sizes(store, ['b', 'none', 'a'])).toEqual([20, undefined, 10]);
    expect(await sizes(open(), ['b', 'none', 'a'])).toEqual([20, undefined, 10]);
    expect(onNotice).not.toHaveBeenCalled();
  });

  it('are written by themselves, many at a time', async () => {
    const store = open();
    for (let n = 0; n < 500; n++) store.keep(`key ${n}`, bytes(1));
    expect(results.calls).not.toContain('setMany');
    await vi.runAllTimersAsync();
    expect(results.calls.filter((call) => call === 'setMany')).toHaveLength(1);
    expect(results.map.size).toBe(500);
  });

  it('cost nothing to ask for where there are none', async () => {
    const store = open();
    await store.lookup(['a', 'b']);
    expect(results.calls).not.toContain('getMany');
  });

  it('are replaced by later ones of the same key', async () => {
    const store = open();
    store.keep('a', bytes(10));
    await store.flush();
    store.keep('a', bytes(30));
    await store.flush();
    expect(await sizes(store, ['a'])).toEqual([30]);
    expect(await store.stats()).toMatchObject({ bytes: 30, entries: 1 });
  });

  it('are not those of another engine, which leave', async () => {
    const older = open({ engineVersion: 'v0' });
    older.keep('a', bytes(10));
    await older.flush();
    const store = open();
    expect(await sizes(store, ['a'])).toEqual([undefined]);
    expect(results.map.size + meta.map.size).toBe(0);
  });

  it('survive a page that ended between its two writes', async () => {
    const store = open();
    store.keep('a', bytes(10));
    store.keep('b', bytes(10));
    await store.flush();
    results.map.delete('v1/a');
    meta.map.delete('v1/b');
    const next = open();
    expect(await sizes(next, ['a', 'b'])).toEqual([undefined, undefined]);
    expect(await next.stats()).toMatchObject({ bytes: 0, entries: 0 });
    expect(results.map.size + meta.map.size).toBe(0);
  });

  it('that another page has dropped are misses', async () => {
    const store = open();
    store.keep('a', bytes(10));
    await store.flush();
    results.map.clear();
    expect(await sizes(store, ['a'])).toEqual([undefined]);
    expect(await store.stats()).toMatchObject({ entries: 0, hits: 0, misses: 1 });
  });
});

describe('room', () => {
  it('is made by those least recently used', async () => {
    const store = open({ budget: 1_000 });
    for (const key of ['a', 'b', 'c', 'd']) store.keep(key, bytes(240));
    await store.flush();
    await store.lookup(['a']);
    store.keep('e', bytes(240));
    await store.flush();
    expect(await sizes(open({ budget: 1_000 }), ['a', 'b', 'c', 'd', 'e'])).toEqual([
      240,
      undefined,
      undefined,
      240,
      240,
    ]);
  });

  it('is remembered across pages', async () => {
    const first = open({ budget: 1_000 });
    for (const key of ['a', 'b', 'c', 'd']) first.keep(key, bytes(240));
    await first.flush();
    const second = open({ budget: 1_000 });
    await second.lookup(['a']);
    await second.flush();
    const third = open({ budget: 1_000 });
    third.keep('e', bytes(240));
    await third.flush();
    expect(await sizes(third, ['a', 'b', 'e'])).toEqual([240, undefined, 240]);
  });

  it('never exceeds the budget, and what is counted is what is there', async () => {
    const step = fc.record({
      key: fc.integer({ min: 0, max: 30 }).map(String),
      size: fc.integer({ min: 0, max: 400 }),
      act: fc.constantFrom('keep', 'keep', 'look', 'flush', 'reopen'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
        results = new FakeStore();
        meta = new FakeStore();
        const budget = 1_200;
        let store = open({ budget });
        const latest = new Map<string, number>();
        for (const { key, size, act } of steps) {
          if (act === 'keep') {
            store.keep(key, bytes(size));
            if (size <= budget / 4) latest.set(key, size);
          } else if (act === 'look') {
            const [found] = await sizes(store, [key]);
            if (found !== undefined) expect(found).toBe(latest.get(key));
          } else {
            await store.flush();
            if (act === 'reopen') store = open({ budget });
          }
        }
        await store.flush();
        const stored = [...results.map.values()].map((value) => (value as ArrayBuffer).byteLength);
        const total = stored.reduce((sum, size) => sum + size, 0);
        expect(total).toBeLessThanOrEqual(budget);
        expect(await store.stats()).toMatchObject({ bytes: total, entries: stored.length });
        expect([...meta.map.keys()].sort()).toEqual([...results.map.keys()].sort());
      }),
    );
  });

  it('shrinks with the budget', async () => {
    const store = open();
    for (let n = 0; n < 10; n++) store.keep(`${n}`, bytes(900));
    await store.flush();
    await store.setBudget(2_000);
    expect((await store.stats()).bytes).toBeLessThanOrEqual(2_000);
    expect(await sizes(store, ['9'])).toEqual([900]);
  });

  it('is not taken by one that is too large by itself', async () => {
    const store = open({ budget: 1_000 });
    store.keep('large', bytes(500));
    expect(await sizes(store, ['large'])).toEqual([undefined]);
  });
});

describe('statistics', () => {
  it('count hits and misses since the page was opened', async () => {
    const store = open();
    expect(await store.stats()).toMatchObject({ hitRatio: null, lasting: true, budget: 10_000 });
    store.keep('a', bytes(10));
    await store.lookup(['a', 'b', 'a', 'c']);
    expect(await store.stats()).toMatchObject({ hits: 2, misses: 2, hitRatio: 0.5 });
  });

  it('begin anew with an empty store', async () => {
    const store = open();
    store.keep('a', bytes(10));
    await store.flush();
    store.keep('b', bytes(10));
    await store.clear();
    await vi.runAllTimersAsync();
    expect(await store.stats()).toMatchObject({ bytes: 0, entries: 0, hitRatio: null });
    expect(results.map.size + meta.map.size).toBe(0);
    expect(await sizes(store, ['a', 'b'])).toEqual([undefined, undefined]);
  });
});

describe('storage that fails', () => {
  const failure = new DOMException('denied', 'SecurityError');

  it('from the beginning: results last as long as the page, with one notice', async () => {
    results.failure = failure;
    meta.failure = failure;
    const store = open();
    expect(await sizes(store, ['a'])).toEqual([undefined]);
    store.keep('a', bytes(10));
    await store.flush();
    expect(await sizes(store, ['a'])).toEqual([10]);
    expect(onNotice).toHaveBeenCalledTimes(1);
    expect(await store.stats()).toMatchObject({ lasting: false, entries: 1, bytes: 10 });
    await store.clear();
    expect(await sizes(store, ['a'])).toEqual([undefined]);
  });

  it.each(['results', 'meta'] as const)('later, in %s: what came since is kept', async (which) => {
    const store = open();
    store.keep('a', bytes(10));
    await store.flush();
    (which === 'results' ? results : meta).failure = failure;
    store.keep('b', bytes(20));
    await store.flush();
    expect(await sizes(store, ['a', 'b'])).toEqual([undefined, 20]);
    store.keep('c', bytes(30));
    await store.flush();
    expect(await sizes(store, ['b', 'c'])).toEqual([20, 30]);
    expect(onNotice).toHaveBeenCalledTimes(1);
  });

  it('by never answering: the first look-up does not wait for ever', async () => {
    results.mute = true;
    meta.mute = true;
    const store = open();
    const looking = sizes(store, ['a']);
    await vi.runAllTimersAsync();
    expect(await looking).toEqual([undefined]);
    expect(onNotice).toHaveBeenCalledTimes(1);
  });

  it('by being full before the budget is: half leaves, and it goes on without a word', async () => {
    const store = open();
    results.room = 2_500;
    for (let n = 0; n < 10; n++) {
      store.keep(`${n}`, bytes(500));
      await store.flush();
    }
    expect(await sizes(store, ['9'])).toEqual([500]);
    expect(onNotice).not.toHaveBeenCalled();
    expect(results.map.size).toBeGreaterThan(0);
    expect((await store.stats()).entries).toBe(results.map.size);
  });

  it('by being full with nothing in it: memory takes over', async () => {
    results.room = 0;
    const store = open();
    store.keep('a', bytes(100));
    store.keep('b', bytes(100));
    await store.flush();
    store.keep('c', bytes(100));
    await store.flush();
    expect((await sizes(store, ['b', 'c'])).at(-1)).toBe(100);
    expect(onNotice).toHaveBeenCalledTimes(1);
    expect(onNotice).toHaveBeenCalledWith(expect.stringContaining('full'));
  });
});
