import { expect, it } from 'vitest';
import { OverReload, type WindowStorage } from './overReload';
import { FakeStore, QuotaError } from './testing';

function aWindow(): WindowStorage {
  const map = new Map<string, string>();
  return {
    getItem: (name) => map.get(name) ?? null,
    setItem: (name, value) => void map.set(name, value),
    removeItem: (name) => void map.delete(name),
  };
}

it('gives a window what it kept, once', async () => {
  const store = new FakeStore();
  const own = aWindow();
  await new OverReload({ store, window: () => own }).keep({ files: [new Blob(['<a/>'])] });
  const other = new OverReload({ store, window: aWindow });
  expect(await other.take()).toBeUndefined();
  const again = new OverReload({ store, window: () => own });
  expect(await again.take()).toMatchObject({ files: [expect.any(Blob)] });
  expect(await again.take()).toBeUndefined();
  expect(store.map.size).toBe(0);
});

it('asks the database for nothing where nothing was kept', async () => {
  const store = new FakeStore();
  await new OverReload({ store, window: aWindow }).take();
  expect(store.calls).toEqual([]);
});

it('throws away what no window came back for', async () => {
  const store = new FakeStore();
  let time = 1_000;
  const now = (): number => time;
  await new OverReload({ store, now, window: aWindow }).keep('lost');
  time += 23 * 3_600_000;
  await new OverReload({ store, now, window: aWindow }).keep('waiting');
  time += 2 * 3_600_000;
  await new OverReload({ store, now, window: aWindow }).keep('new');
  expect([...store.map.values()]).toEqual(['waiting', 'new']);
});

it('says so where there is no room, and notes nothing', async () => {
  const store = new FakeStore();
  const own = aWindow();
  store.failure = new QuotaError('full');
  const kept = new OverReload({ store, window: () => own });
  await expect(kept.keep('a')).rejects.toThrow('the browser’s storage is full');
  store.failure = null;
  expect(await kept.take()).toBeUndefined();
});

it('has nothing where the browser refuses', async () => {
  const refusing = (): never => {
    throw new DOMException('Denied', 'SecurityError');
  };
  const kept = new OverReload({ store: new FakeStore(), window: refusing });
  expect(await kept.take()).toBeUndefined();
  await expect(kept.keep('a')).rejects.toThrow(
    'the browser does not let this page use its storage',
  );
});
