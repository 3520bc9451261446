import { uniquePath } from '../intake/paths';
import type { Source } from '../intake/source';
import type { FileEntry } from './entry.svelte';
import { entryFor } from './intakeEntries';

/** The files at hand, in the order they came, each under a path of its own. */
export class EntryList {
  #all: FileEntry[] = [];
  readonly #byPath = new Map<string, FileEntry>();

  /** All of them; what is asked for later may be another array. */
  get all(): readonly FileEntry[] {
    return this.#all;
  }

  at(path: string): FileEntry | null {
    return this.#byPath.get(path) ?? null;
  }

  /** Whether an entry is still here, under its path. */
  holds(entry: FileEntry): boolean {
    return this.#byPath.get(entry.path) === entry;
  }

  /** The path itself where it is free, else one like it. */
  freePath(path: string): string {
    return uniquePath(path, (other) => this.#byPath.has(other));
  }

  *sources(): Iterable<Source> {
    for (const { source } of this.#all) if (source) yield source;
  }

  /** Puts an entry at the end. */
  add(entry: FileEntry): FileEntry {
    this.#all.push(entry);
    this.#byPath.set(entry.path, entry);
    return entry;
  }

  /** Puts entries for sources behind another one, or at the end where that has gone. */
  addBehind(before: FileEntry, sources: readonly Source[]): FileEntry[] {
    const entries = sources.map((source) => {
      const entry = entryFor(source, this.freePath(source.path));
      this.#byPath.set(entry.path, entry);
      return entry;
    });
    const at = this.#all.indexOf(before);
    this.#all.splice(at < 0 ? this.#all.length : at + 1, 0, ...entries);
    return entries;
  }

  /** Puts an entry where another one is; the path may be another, too. */
  replace(older: FileEntry, entry: FileEntry): void {
    this.#all[this.#all.indexOf(older)] = entry;
    if (this.holds(older)) this.#byPath.delete(older.path);
    this.#byPath.set(entry.path, entry);
  }

  remove(entry: FileEntry): void {
    this.#all = this.#all.filter((other) => other !== entry);
    if (this.holds(entry)) this.#byPath.delete(entry.path);
  }

  /** Takes all entries away and gives them back. */
  clear(): readonly FileEntry[] {
    const gone = this.#all;
    this.#all = [];
    this.#byPath.clear();
    return gone;
  }
}
