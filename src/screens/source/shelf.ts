import type { FileEntry } from '../../session/entry.svelte';
import { defaultTapeLimit, type InspectEvents, type Region } from '../../engine/inspection';
import type { Source } from '../../intake/source';
import type { OutlineFeed } from '../../session/outlineFeed.svelte';
import { LineIndex } from './lineIndex';
import type { Lines } from './lines';
import { openSourceText, type SourceText } from './sourceText';
import { SparseLines, type GrowingIndex } from './sparseLines';

/** A file's text, opened, with its lines counted. */
export interface OpenedText {
  readonly text: SourceText;
  /** Comes later: files take a moment to read through. */
  readonly index: Promise<Lines>;
}

/** How often it is asked whether a file has turned out large, in milliseconds. */
const askEveryMs = 30;

/** What the shelf needs of a session. */
export interface ShelfSession {
  /** The elements of the file that is shown; of a large one, its index. */
  readonly outline: OutlineFeed | null;
  readRegion(
    source: Source,
    region: Region,
    events: InspectEvents,
    signal: AbortSignal,
  ): Promise<void>;
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
  readonly #session: ShelfSession;
  #shelved: Shelved | null = null;

  constructor(session: ShelfSession) {
    this.#session = session;
  }

  /**
   * The file's text. Rejects with an UnreadableSource when the bytes cannot be had, and with an
   * AbortError when another file is opened meanwhile.
   */
  open(entry: FileEntry): Promise<OpenedText> {
    if (this.#shelved?.entry === entry) return this.#shelved.opened;
    this.close();
    const controller = new AbortController();
    const opened = openText(entry, this.#session, controller.signal);
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

/** The pieces of a region, of its tape or of its bytes. Rejects as `readRegion` does. */
export async function readPieces(
  session: ShelfSession,
  source: Source,
  region: Region,
  signal: AbortSignal,
): Promise<ArrayBuffer[]> {
  const pieces: ArrayBuffer[] = [];
  const take = (piece: ArrayBuffer): void => void pieces.push(piece);
  await session.readRegion(source, region, { tape: take, bytes: take }, signal);
  return pieces;
}

async function openText(
  entry: FileEntry,
  session: ShelfSession,
  signal: AbortSignal,
): Promise<OpenedText> {
  const { source, path } = entry;
  if (source === null) throw new Error(`There is nothing to read at ${path}`);
  const growing = (): GrowingIndex => {
    const feed = session.outline?.entry === entry ? session.outline : null;
    return { index: feed?.index ?? null, ended: feed !== null && feed.state !== 'loading' };
  };
  const { text, large } = await openSourceText(source, signal, {
    from: defaultTapeLimit,
    decided: async () => {
      for (;;) {
        signal.throwIfAborted();
        const { index, ended } = growing();
        if (index || ended) return index !== null;
        await new Promise((resolve) => setTimeout(resolve, askEveryMs));
      }
    },
    growing,
    readRegion: (region) => readPieces(session, source, region, signal),
  });
  if (large) return { text, index: Promise.resolve(new SparseLines(text, growing, signal)) };
  const index = LineIndex.of(text, signal);
  // Whoever awaits the index hears of a failure; one that nobody awaits is none.
  index.catch(() => undefined);
  return { text, index };
}

const shelves = new WeakMap<ShelfSession, SourceShelf>();

/** The shelf that belongs to a session. */
export function shelfOf(session: ShelfSession): SourceShelf {
  let shelf = shelves.get(session);
  if (!shelf) {
    shelf = new SourceShelf(session);
    shelves.set(session, shelf);
  }
  return shelf;
}
