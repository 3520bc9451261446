import { memoryStore, type KeyValue } from './keyval';

/* Doubles of storage for tests. */

export class QuotaError extends Error {
  override name = 'QuotaExceededError';
}

/** A store that another page finds again, can hold only so much, and fails when told to. */
export class FakeStore implements KeyValue {
  readonly map = new Map<string, unknown>();
  /** Bytes that fit; a write beyond them is refused whole. */
  room = Infinity;
  /** While set, every call rejects with it. */
  failure: Error | null = null;
  /** While set, no call ever settles. */
  mute = false;
  calls: string[] = [];
  readonly #inner = memoryStore();

  getMany(keys: readonly string[]): Promise<unknown[]> {
    return this.#call('getMany', () => keys.map((key) => this.map.get(key)));
  }

  setMany(entries: readonly (readonly [string, unknown])[]): Promise<void> {
    return this.#call('setMany', () => {
      const next = new Map([...this.map, ...entries]);
      let bytes = 0;
      for (const value of next.values())
        if (value instanceof ArrayBuffer) bytes += value.byteLength;
      if (bytes > this.room) throw new QuotaError('full');
      for (const [key, value] of entries) this.map.set(key, structuredClone(value));
    });
  }

  deleteMany(keys: readonly string[]): Promise<void> {
    return this.#call('deleteMany', () => {
      for (const key of keys) this.map.delete(key);
    });
  }

  keys(): Promise<string[]> {
    return this.#call('keys', () => [...this.map.keys()]);
  }

  entries(): Promise<[string, unknown][]> {
    return this.#call('entries', () => [...this.map]);
  }

  clear(): Promise<void> {
    return this.#call('clear', () => {
      this.map.clear();
    });
  }

  async #call<T>(name: string, act: () => T): Promise<T> {
    this.calls.push(name);
    // As much later as a database answers.
    await this.#inner.keys();
    if (this.mute) await new Promise(() => undefined);
    if (this.failure) throw this.failure;
    return act();
  }
}

type Handler = (() => void) | null;

class FakeRequest<T> {
  onsuccess: Handler = null;
  onerror: Handler = null;
  onupgradeneeded: Handler = null;
  error: Error | null = null;
  constructor(readonly result: T) {}
}

/** As much of IndexedDB as the library uses: databases of one object store, each call a turn later. */
export class FakeIndexedDb {
  readonly databases = new Map<string, Map<IDBValidKey, unknown>>();
  /** While set, opening fails with it. */
  denial: Error | null = null;

  open(name: string): FakeRequest<unknown> {
    const known = this.databases.get(name);
    const map = known ?? new Map<IDBValidKey, unknown>();
    this.databases.set(name, map);
    const request = new FakeRequest({
      createObjectStore: () => undefined,
      transaction: () => fakeTransaction(map),
    });
    setTimeout(() => {
      request.error = this.denial;
      if (this.denial) request.onerror?.();
      else {
        if (!known) request.onupgradeneeded?.();
        request.onsuccess?.();
      }
    });
    return request;
  }
}

function fakeTransaction(map: Map<IDBValidKey, unknown>): unknown {
  const transaction: { oncomplete: Handler; objectStore: () => unknown } = {
    oncomplete: null,
    objectStore: () => ({
      transaction,
      get: (key: IDBValidKey) => answered(map.get(key)),
      getAllKeys: () => answered([...map.keys()]),
      getAll: () => answered([...map.values()]),
      put: (value: unknown, key: IDBValidKey) => answered(map.set(key, structuredClone(value))),
      delete: (key: IDBValidKey) => answered(map.delete(key)),
      clear: () => answered(map.clear()),
    }),
  };
  setTimeout(() => transaction.oncomplete?.());
  return transaction;
}

function answered<T>(result: T): FakeRequest<T> {
  const request = new FakeRequest(result);
  setTimeout(() => request.onsuccess?.());
  return request;
}
