import type { FileEntry } from '../../session/entry.svelte';
import { LineIndex } from './lineIndex';
import { openSourceText, type SourceText } from './sourceText';

/** A file's text, opened, with its lines counted. */
export interface OpenedText {
  readonly text: SourceText;
  /** Comes later: large files take a moment to read through. */
  readonly index: Promise<LineIndex>;
}

interface Shelved {
  entry: FileEntry;
  opened: Promise<OpenedText>;
  controller: AbortController;
}

/**
 * Holds the text that is being looked at, so that source and outline open it once between them. Only
 * the latest file is kept: what is unpacked for another one is given back.
 */
export class SourceShelf {
  #shelved: Shelved | null = null;

  /**
   * The file's text. Rejects with an UnreadableSource when the bytes cannot be had, and with an
   * AbortError when another file is opened meanwhile.
   */
  open(entry: FileEntry): Promise<OpenedText> {
    if (this.#shelved?.entry === entry) return this.#shelved.opened;
    this.close();
    const controller = new AbortController();
    const opened = openText(entry, controller.signal);
    const shelved = { entry, opened, controller };
    this.#shelved = shelved;
    // What failed may succeed next time: a file can come back.
    opened.catch(() => {
      if (this.#shelved === shelved) this.#shelved = null;
    });
    return opened;
  }

  /** Gives the text back. */
  close(): void {
    this.#shelved?.controller.abort();
    this.#shelved = null;
  }
}

async function openText({ source, path }: FileEntry, signal: AbortSignal): Promise<OpenedText> {
  if (source === null) throw new Error(`There is nothing to read at ${path}`);
  const text = await openSourceText(source, signal);
  const index = LineIndex.of(text, signal);
  // Whoever awaits the index hears of a failure; one that nobody awaits is none.
  index.catch(() => undefined);
  return { text, index };
}

const shelves = new WeakMap<object, SourceShelf>();

/** The shelf that belongs to a session. */
export function shelfOf(session: object): SourceShelf {
  let shelf = shelves.get(session);
  if (!shelf) {
    shelf = new SourceShelf();
    shelves.set(session, shelf);
  }
  return shelf;
}
