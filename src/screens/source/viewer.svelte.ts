import type { Span } from '../../findings/finding';
import { hasOffsets } from '../../findings/finding';
import { UnreadableSource } from '../../intake/unreadable';
import type { FileEntry } from '../../session/entry.svelte';
import { LineIndex } from './lineIndex';
import type { LineColumn, Lines } from './lines';
import type { SourceShelf } from './shelf';
import type { SourceText } from './sourceText';
import { isUnavailable } from './unavailable';
import { usualLimits, windowAround, type TextWindow } from './window';

/** What stands where the text would: why there is none. */
export interface Obstacle {
  message: string;
  help: string | null;
}

/** Bytes looked at to tell a text from other data. */
const probeBytes = 8192;
/** Bytes of a window that are shown again in the next one, so that the eye finds its place. */
const overlapBytes = 2048;

/**
 * Reads what the source pane shows: the file's text or a window of it. Every request replaces the
 * one before; what comes too late is dropped. Its methods reject only with what should never happen.
 */
export class SourceViewer {
  /** The part that is shown; null as long as nothing is. */
  window: TextWindow | null = $state.raw(null);
  obstacle: Obstacle | null = $state.raw(null);
  loading = $state.raw(false);
  text: SourceText | null = $state.raw(null);

  #shelf: SourceShelf;
  #index: Promise<Lines> | null = null;
  #request = 0;
  #signal = new AbortController();

  constructor(shelf: SourceShelf) {
    this.#shelf = shelf;
  }

  /** True when the window is not the whole text. */
  get partial(): boolean {
    const { window, text } = this;
    return window !== null && text !== null && (window.from > text.mark || window.to < text.size);
  }

  /** Opens a file, at a place or at its beginning. */
  async open(entry: FileEntry, at: Span | null): Promise<void> {
    this.close();
    await this.#attempt(async (isLatest) => {
      const { text, index } = await this.#shelf.open(entry);
      const probe = await text.read(text.mark, probeBytes);
      if (!isLatest()) return;
      if (probe.includes(0)) {
        this.#fail({ message: 'This file is not text; its bytes are not shown.', help: null });
        return;
      }
      this.#index = index;
      if (at === null && text.size > usualLimits.whole) {
        const start = await startOf(text, this.#signal.signal);
        if (isLatest()) this.#show(text, start);
        await index;
        return;
      }
      const lines = await index;
      const offset = at === null ? text.mark : await offsetOf(at, text, lines);
      const window = await windowAround(text, lines, offset);
      if (isLatest()) this.#show(text, window);
    });
  }

  /** Loads the window around a place of the file that is open. */
  async goTo(place: Span): Promise<void> {
    await this.#move((index, text) => offsetOf(place, text, index));
  }

  /** Loads the part before (-1) or after (1) the window. Returns the place where the two meet. */
  async turn(direction: 1 | -1): Promise<LineColumn | null> {
    const { window } = this;
    if (!window) return null;
    const half = (window.to - window.from) / 2;
    const seam = direction > 0 ? window.to : window.from;
    let place: LineColumn | null = null;
    await this.#move(async (index) => {
      place = await index.positionOf(seam);
      return Math.round(seam + direction * (half - overlapBytes));
    });
    return place;
  }

  /**
   * The byte offset of a place in the text that is open, once its lines are counted; `null` where
   * the text cannot be read, or another one is opened meanwhile.
   */
  async offsetOf(place: LineColumn): Promise<number | null> {
    try {
      const index = await this.#index;
      return index ? await index.offsetOf(place) : null;
    } catch (error) {
      if (isUnavailable(error)) return null;
      throw error;
    }
  }

  /** Shows nothing any more. */
  close(): void {
    this.#request++;
    this.#signal.abort();
    this.#signal = new AbortController();
    this.#index = null;
    this.text = null;
    this.window = null;
    this.obstacle = null;
    this.loading = false;
  }

  async #move(target: (index: Lines, text: SourceText) => Promise<number>): Promise<void> {
    const { text } = this;
    const opening = this.#index;
    if (!text || !opening) return;
    await this.#attempt(async (isLatest) => {
      const index = await opening;
      const window = await windowAround(text, index, await target(index, text));
      if (isLatest()) this.#show(text, window);
    });
  }

  async #attempt(run: (isLatest: () => boolean) => Promise<void>): Promise<void> {
    const request = ++this.#request;
    const isLatest = (): boolean => request === this.#request;
    this.loading = true;
    this.obstacle = null;
    try {
      await run(isLatest);
    } catch (error) {
      if (isLatest()) this.#failWith(error);
    } finally {
      if (isLatest()) this.loading = false;
    }
  }

  #show(text: SourceText, window: TextWindow): void {
    this.text = text;
    this.window = window;
  }

  #fail(obstacle: Obstacle): void {
    this.window = null;
    this.obstacle = obstacle;
  }

  #failWith(error: unknown): void {
    if (!(error instanceof UnreadableSource)) {
      this.#fail({ message: 'The source cannot be shown.', help: null });
      throw error;
    }
    this.#fail({ message: error.message, help: error.help ?? null });
  }
}

/** The offset of a span's start: known where offsets are those of the file, else looked for. */
async function offsetOf(span: Span, text: SourceText, lines: Lines): Promise<number> {
  const { offset, line, column } = span;
  if (!text.sameOffsets || !hasOffsets(span)) return lines.offsetOf(span);
  lines.learn({ text: offset, line, column });
  return offset;
}

/** The beginning of a large text, which can be shown before its lines are counted. */
async function startOf(text: SourceText, signal: AbortSignal): Promise<TextWindow> {
  const ample = 2 * usualLimits.window;
  const head: SourceText = {
    ...text,
    size: Math.min(text.size, ample),
    read: (start, end) => text.read(start, Math.min(end, ample)),
  };
  const limits = { ...usualLimits, whole: 0 };
  return windowAround(head, await LineIndex.of(head, signal), text.mark, limits);
}
