/** A folder that was opened before. */
export interface RecentFolder {
  id: string;
  handle: FileSystemDirectoryHandle;
  /** When, in milliseconds since 1970. */
  opened: number;
}

/** Where they are kept; nothing is promised beyond the life of the page. */
export interface FolderKeeper {
  list(): Promise<RecentFolder[]>;
  remember(handle: FileSystemDirectoryHandle): Promise<void>;
  forget(id: string): Promise<void>;
}

export const noFolders: FolderKeeper = {
  list: () => Promise.resolve([]),
  remember: () => Promise.resolve(),
  forget: () => Promise.resolve(),
};

/** The folders that were opened last, for those browsers that let a page open them again. */
export class RecentFolders {
  list: readonly RecentFolder[] = $state.raw([]);
  readonly #keeper: FolderKeeper;

  constructor(keeper: FolderKeeper) {
    this.#keeper = keeper;
  }

  async load(): Promise<void> {
    this.list = await this.#keeper.list();
  }

  async remember(handle: FileSystemDirectoryHandle): Promise<void> {
    await this.#keeper.remember(handle);
    await this.load();
  }

  async forget(folder: RecentFolder): Promise<void> {
    this.list = this.list.filter((other) => other !== folder);
    await this.#keeper.forget(folder.id);
  }
}

/**
 * Asks whether a folder may be read; to be called within the handler of a click, as the browser may
 * show a dialog. Browsers that have no permissions for this let whoever has the handle read.
 */
export async function mayRead(handle: FileSystemDirectoryHandle): Promise<boolean> {
  const access = { mode: 'read' } as const;
  if ((await handle.queryPermission?.(access)) === 'granted') return true;
  const answer = await handle.requestPermission?.(access);
  return answer === undefined || answer === 'granted';
}
