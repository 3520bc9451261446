import { expect, it } from 'vitest';
import { memoryStore } from './keyval';
import { SharedStore } from './shared';
import { FakeStore } from './testing';

it('gives what was left to the first who asks', async () => {
  const store = memoryStore();
  await new SharedStore(store).leave([new File(['<a/>'], 'a.xml')]);
  await new SharedStore(store).leave(['<b/>']);
  const taken = await new SharedStore(store).take();
  expect(taken.map((item) => (typeof item === 'string' ? item : item.name)).sort()).toEqual([
    '<b/>',
    'a.xml',
  ]);
  expect(await new SharedStore(store).take()).toEqual([]);
});

it('leaves nothing where nothing was shared, and drops what is of another shape', async () => {
  const store = new FakeStore();
  await new SharedStore(store).leave([]);
  expect(store.map.size).toBe(0);
  await store.setMany([
    ['a', 'nonsense'],
    ['b', [{}, 'text']],
  ]);
  expect(await new SharedStore(store).take()).toEqual(['text']);
  expect(store.map.size).toBe(0);
});

it('says so where the browser keeps nothing', async () => {
  const store = new FakeStore();
  store.failure = new Error('denied');
  await expect(new SharedStore(store).leave(['text'])).rejects.toThrow('denied');
});
