import { indexedDbStore, type KeyValue } from './keyval';
import { isQuotaError, LastingStore } from './lasting';

/** How fast one file was checked, as it is kept from visit to visit. */
export interface PastSample {
  /** In milliseconds since 1970. */
  at: number;
  /** Bytes a second. */
  rate: number;
  /** The version of the engine. */
  engine: string;
}

/**
 * How fast this machine was before, by series of comparable files. Where the browser keeps nothing it
 * lasts as long as the page, and `lasting` says so; no call ever rejects.
 */
export class PastStore {
  readonly #store: LastingStore;

  constructor(store: KeyValue = indexedDbStore('performance')) {
    this.#store = new LastingStore(store, () => undefined);
  }

  /** False where what is kept goes with the page. */
  get lasting(): boolean {
    return this.#store.lasting;
  }

  /** All series, oldest sample first. What is of another shape than today's counts as not kept. */
  async load(): Promise<Map<string, PastSample[]>> {
    const series = new Map<string, PastSample[]>();
    for (const [key, samples] of await this.#store.entries()) {
      if (Array.isArray(samples)) series.set(key, samples.filter(isSample));
    }
    return series;
  }

  /** Replaces what is kept of some series. */
  async save(series: Iterable<readonly [string, readonly PastSample[]]>): Promise<void> {
    const entries = [...series];
    try {
      await this.#store.setMany(entries);
    } catch (error) {
      if (!isQuotaError(error)) throw error;
      this.#store.goOnInMemory();
      await this.#store.setMany(entries);
    }
  }

  async clear(): Promise<void> {
    await this.#store.clear();
  }
}

function isSample(value: unknown): value is PastSample {
  if (typeof value !== 'object' || value === null) return false;
  const { at, rate, engine } = value as Partial<Record<keyof PastSample, unknown>>;
  return (
    typeof at === 'number' && typeof rate === 'number' && rate > 0 && typeof engine === 'string'
  );
}
