import { indexedDbStore, type KeyValue } from './keyval';

/** A file, or a text, that another program has handed over. */
export type SharedItem = File | string;

/**
 * What the system's share menu has handed to the service worker, until the page takes it. There is no
 * doing without storage here, since the two have no other place in common: calls reject where the
 * browser keeps nothing.
 */
export class SharedStore {
  readonly #store: KeyValue;

  constructor(store: KeyValue = indexedDbStore('shared')) {
    this.#store = store;
  }

  /** Leaves something for the next page that asks. */
  async leave(items: readonly SharedItem[]): Promise<void> {
    if (items.length > 0) await this.#store.setMany([[crypto.randomUUID(), [...items]]]);
  }

  /** Takes all that was left; whoever asks next finds nothing. */
  async take(): Promise<SharedItem[]> {
    const left = await this.#store.entries();
    await this.#store.deleteMany(left.map(([key]) => key));
    return left.flatMap(([, items]) => (Array.isArray(items) ? items.filter(isItem) : []));
  }
}

function isItem(value: unknown): value is SharedItem {
  return typeof value === 'string' || value instanceof File;
}
