import { indexedDbStore, type KeyValue } from './keyval';
import { isQuotaError, LastingStore } from './lasting';
import { noticeText } from './notice';

export interface SettingsOptions {
  store?: KeyValue;
  /** Told once when settings will not outlast the page. */
  onNotice?: (text: string) => void;
}

/** What a person has set: theme, sizes of panes. Values are small and can be cloned. */
export class SettingsStore {
  readonly #store: LastingStore;
  readonly #onNotice: (text: string) => void;

  constructor(options: SettingsOptions = {}) {
    this.#onNotice = options.onNotice ?? (() => undefined);
    this.#store = new LastingStore(options.store ?? indexedDbStore('settings'), (error) =>
      this.#onNotice(noticeText('settings', error)),
    );
  }

  /** What is set under a name, or undefined. The caller judges its shape: it may be of another age. */
  async get(name: string): Promise<unknown> {
    const [value] = await this.#store.getMany([name]);
    return value;
  }

  async set(name: string, value: unknown): Promise<void> {
    try {
      await this.#store.setMany([[name, value]]);
    } catch (error) {
      if (!isQuotaError(error)) throw error;
      this.#store.goOnInMemory();
      this.#onNotice(noticeText('settings', error));
      await this.#store.setMany([[name, value]]);
    }
  }
}
