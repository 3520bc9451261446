import { indexedDbStore, type KeyValue } from './keyval';
import { storageProblem } from './notice';

/** As much of the browser's `sessionStorage` as is used: it lasts as long as a window, over reloads. */
export type WindowStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** The window's note of what is kept for it. */
const note = 'scrutineer-over-reload';

/** What a window never came back for is thrown away after so long, in milliseconds. */
const keepFor = 24 * 60 * 60 * 1000;

export interface OverReloadOptions {
  store?: KeyValue;
  /** Asked for when it is used, since the browser may refuse it. */
  window?: () => WindowStorage;
  /** The present time in milliseconds since 1970. */
  now?: () => number;
}

/**
 * Keeps one value over one reload of this window: not for other windows, and not for later visits.
 * Values can be anything that IndexedDB can hold, files included.
 */
export class OverReload {
  readonly #store: KeyValue;
  readonly #window: () => WindowStorage;
  readonly #now: () => number;

  constructor({ store, window, now = Date.now }: OverReloadOptions = {}) {
    this.#store = store ?? indexedDbStore('reload');
    this.#window = window ?? (() => sessionStorage);
    this.#now = now;
  }

  /** Rejects where the browser keeps nothing, or has no room, with why as the end of a sentence. */
  async keep(value: unknown): Promise<void> {
    try {
      await this.#keep(value);
    } catch (error) {
      throw new Error(storageProblem(error), { cause: error });
    }
  }

  async #keep(value: unknown): Promise<void> {
    const window = this.#window();
    const key = `${this.#now()} ${crypto.randomUUID()}`;
    const old = (await this.#store.keys()).filter((other) => this.#isOld(other));
    await this.#store.deleteMany(old);
    await this.#store.setMany([[key, value]]);
    window.setItem(note, key);
  }

  /** What was kept, once; undefined where nothing was. The caller judges its shape. */
  async take(): Promise<unknown> {
    const key = this.#noted();
    if (key === null) return undefined;
    const [value] = await this.#store.getMany([key]);
    await this.#store.deleteMany([key]);
    return value;
  }

  #noted(): string | null {
    try {
      const window = this.#window();
      const key = window.getItem(note);
      window.removeItem(note);
      return key;
    } catch {
      // A window that may note nothing has noted nothing.
      return null;
    }
  }

  #isOld(key: string): boolean {
    return !(this.#now() - Number.parseInt(key, 10) < keepFor);
  }
}
