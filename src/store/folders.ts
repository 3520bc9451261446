import { indexedDbStore, type KeyValue } from './keyval';
import { isQuotaError, LastingStore } from './lasting';

/** A folder that was opened, and when, in milliseconds since 1970. */
export interface KeptFolder {
  id: string;
  handle: FileSystemDirectoryHandle;
  opened: number;
}

/** More than these are not offered. */
const foldersAtMost = 6;

/**
 * The folders that were opened last, as handles: what the browser gives instead of a path, and asks
 * the person about before anything is read again. Where nothing can be kept, they are forgotten with
 * the page; no call rejects on that account.
 */
export class FolderStore {
  readonly #store: KeyValue;
  readonly #now: () => number;

  constructor(
    store: KeyValue = new LastingStore(indexedDbStore('folders'), () => undefined),
    now: () => number = Date.now,
  ) {
    this.#store = store;
    this.#now = now;
  }

  /** The one opened last comes first. What is of another shape than today's counts as not kept. */
  async list(): Promise<KeptFolder[]> {
    const kept = (await this.#store.entries()).flatMap(([id, value]) => asKept(id, value) ?? []);
    return kept.sort((a, b) => b.opened - a.opened);
  }

  /** Puts a folder first; the one that was opened longest ago gives way where there are too many. */
  async remember(handle: FileSystemDirectoryHandle): Promise<void> {
    const kept = await this.list();
    const same = await Promise.all(kept.map((folder) => isSame(folder.handle, handle)));
    const others = kept.filter((_, at) => !same[at]);
    const gone = [...kept.filter((_, at) => same[at]), ...others.slice(foldersAtMost - 1)];
    await this.#store.deleteMany(gone.map(({ id }) => id));
    try {
      await this.#store.setMany([[crypto.randomUUID(), { handle, opened: this.#now() }]]);
    } catch (error) {
      // Where there is no room for a name, the folder is opened as it was the first time.
      if (!isQuotaError(error)) throw error;
    }
  }

  async forget(id: string): Promise<void> {
    await this.#store.deleteMany([id]);
  }
}

/** A handle to a folder that is no more may refuse to be compared. */
function isSame(a: FileSystemDirectoryHandle, b: FileSystemDirectoryHandle): Promise<boolean> {
  return a.isSameEntry(b).catch(() => false);
}

function asKept(id: string, value: unknown): KeptFolder | null {
  if (typeof value !== 'object' || value === null) return null;
  const { handle, opened } = value as Partial<Record<keyof KeptFolder, unknown>>;
  if (typeof opened !== 'number' || typeof handle !== 'object' || handle === null) return null;
  return (handle as Partial<FileSystemHandle>).kind === 'directory'
    ? { id, handle: handle as FileSystemDirectoryHandle, opened }
    : null;
}
