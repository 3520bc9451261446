import { memoryStore, type KeyValue } from './keyval';

/** Some browsers neither open a database nor refuse to; then this is how long is waited, in ms. */
const patience = 4_000;

/** Thrown by a write for which there is no room. */
export function isQuotaError(error: unknown): boolean {
  return error instanceof Error && error.name === 'QuotaExceededError';
}

/**
 * A store that goes on in memory when the browser's fails: absent, denied (private windows, frames
 * of another site), broken, or not answering. What was written before stays where it is; what is
 * written afterwards lasts as long as the page. Failures are told once; full storage is the caller's
 * to deal with, and passed on.
 */
export class LastingStore implements KeyValue {
  #store: KeyValue;
  #lasting = true;
  #answered = false;
  readonly #onFailure: (error: unknown) => void;

  /** `onFailure` is called once, at the first failure of `store`. */
  constructor(store: KeyValue, onFailure: (error: unknown) => void) {
    this.#store = store;
    this.#onFailure = onFailure;
  }

  /** False once memory has taken over. */
  get lasting(): boolean {
    return this.#lasting;
  }

  getMany(keys: readonly string[]): Promise<unknown[]> {
    return this.#try((store) => store.getMany(keys));
  }

  setMany(entries: readonly (readonly [string, unknown])[]): Promise<void> {
    return this.#try((store) => store.setMany(entries));
  }

  deleteMany(keys: readonly string[]): Promise<void> {
    return this.#try((store) => store.deleteMany(keys));
  }

  keys(): Promise<string[]> {
    return this.#try((store) => store.keys());
  }

  entries(): Promise<[string, unknown][]> {
    return this.#try((store) => store.entries());
  }

  clear(): Promise<void> {
    return this.#try((store) => store.clear());
  }

  /** Leaves the browser's store for good, for a reason that was told already. */
  goOnInMemory(): void {
    if (!this.#lasting) return;
    this.#lasting = false;
    this.#store = memoryStore();
  }

  async #try<T>(call: (store: KeyValue) => Promise<T>): Promise<T> {
    if (!this.#lasting) return call(this.#store);
    try {
      // Only the first call opens the database; later ones may take their time.
      const result = await (this.#answered ? call(this.#store) : inTime(call(this.#store)));
      this.#answered = true;
      return result;
    } catch (error) {
      if (isQuotaError(error)) throw error;
      if (this.#lasting) {
        this.goOnInMemory();
        this.#onFailure(error);
      }
      return call(this.#store);
    }
  }
}

function inTime<T>(work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the browser does not answer')), patience);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
