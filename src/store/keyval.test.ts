import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { indexedDbStore, memoryStore, type KeyValue } from './keyval';
import { FakeIndexedDb } from './testing';

const kinds: [string, () => KeyValue][] = [
  ['in IndexedDB', () => indexedDbStore('things')],
  ['in memory', memoryStore],
];

describe.each(kinds)('a store %s', (_, make) => {
  beforeEach(() => {
    vi.stubGlobal('indexedDB', new FakeIndexedDb());
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('gives back what it was given, in the order asked for', async () => {
    const store = make();
    await store.setMany([
      ['a', 1],
      ['b', new ArrayBuffer(3)],
    ]);
    const [b, none, a] = await store.getMany(['b', 'none', 'a']);
    expect(b).toBeInstanceOf(ArrayBuffer);
    expect(none).toBeUndefined();
    expect(a).toBe(1);
  });

  it('tells what is in it, and forgets what it is told to', async () => {
    const store = make();
    await store.setMany([
      ['a', 1],
      ['b', 2],
      ['c', 3],
    ]);
    await store.deleteMany(['b', 'none']);
    expect(await store.keys()).toEqual(['a', 'c']);
    expect(await store.entries()).toEqual([
      ['a', 1],
      ['c', 3],
    ]);
    await store.clear();
    expect(await store.keys()).toEqual([]);
  });
});

describe('a store in IndexedDB', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('has a database of its own, and outlasts the page', async () => {
    const database = new FakeIndexedDb();
    vi.stubGlobal('indexedDB', database);
    await indexedDbStore('things').setMany([['a', 1]]);
    await indexedDbStore('others').setMany([['a', 2]]);
    expect([...database.databases.keys()]).toEqual(['scrutineer-things', 'scrutineer-others']);
    expect(await indexedDbStore('things').getMany(['a'])).toEqual([1]);
  });

  it('rejects where there is none, or none is granted', async () => {
    vi.stubGlobal('indexedDB', undefined);
    await expect(indexedDbStore('things').keys()).rejects.toThrow(TypeError);
    const database = new FakeIndexedDb();
    database.denial = new Error('denied');
    vi.stubGlobal('indexedDB', database);
    await expect(indexedDbStore('things').keys()).rejects.toThrow('denied');
  });

  it('tries again after a denial', async () => {
    const database = new FakeIndexedDb();
    database.denial = new Error('denied');
    vi.stubGlobal('indexedDB', database);
    const store = indexedDbStore('things');
    await expect(store.keys()).rejects.toThrow('denied');
    database.denial = null;
    expect(await store.keys()).toEqual([]);
  });
});
