import { clear, createStore, delMany, entries, getMany, keys, setMany } from 'idb-keyval';

/** A store of values by text keys: IndexedDB's, or one in memory that behaves alike. */
export interface KeyValue {
  getMany(keys: readonly string[]): Promise<unknown[]>;
  setMany(entries: readonly (readonly [string, unknown])[]): Promise<void>;
  deleteMany(keys: readonly string[]): Promise<void>;
  keys(): Promise<string[]>;
  entries(): Promise<[string, unknown][]>;
  clear(): Promise<void>;
}

/**
 * A database of its own with one object store. Nothing is opened before the first call; where
 * IndexedDB is absent or denied, that call rejects (or throws, which is made the same here).
 */
export function indexedDbStore(name: string): KeyValue {
  let opened: ReturnType<typeof createStore> | undefined;
  const store = () => (opened ??= createStore(`scrutineer-${name}`, name));
  return {
    getMany: async (wanted) => getMany<unknown>([...wanted], store()),
    setMany: async (pairs) =>
      setMany(
        pairs.map(([key, value]) => [key, value]),
        store(),
      ),
    deleteMany: async (gone) => delMany([...gone], store()),
    keys: async () => keys<string>(store()),
    entries: async () => entries<string, unknown>(store()),
    clear: async () => clear(store()),
  };
}

/** A store that lasts as long as the page. */
export function memoryStore(): KeyValue {
  const map = new Map<string, unknown>();
  return {
    getMany: (wanted) => Promise.resolve(wanted.map((key) => map.get(key))),
    setMany: (pairs) => {
      for (const [key, value] of pairs) map.set(key, value);
      return Promise.resolve();
    },
    deleteMany: (gone) => {
      for (const key of gone) map.delete(key);
      return Promise.resolve();
    },
    keys: () => Promise.resolve([...map.keys()]),
    entries: () => Promise.resolve([...map]),
    clear: () => {
      map.clear();
      return Promise.resolve();
    },
  };
}
