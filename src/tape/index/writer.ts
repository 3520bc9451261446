import {
  entryFlag,
  entryWords,
  indexHeaderWords,
  indexMagic,
  indexVersion,
  openWords,
} from './layout';

/** A place as the index remembers it. */
export interface IndexPlace {
  /** Byte offset into the document's UTF-8 form. */
  text: number;
  /** Byte offset into the file. */
  offset: number;
  line: number;
  column: number;
}

/** One entry, with the open elements written out, the root first. */
export interface IndexEntry {
  place: IndexPlace;
  /** Whether the document can be read again from here. */
  readable: boolean;
  /** Elements that began before. */
  elements: number;
  open: readonly { name: string; place: IndexPlace }[];
}

const encoder = new TextEncoder();

/**
 * Writes a sparse index, entry by entry. Places and counts are those of the whole document: who reads
 * a part of it adds what came before, and puts the elements that were open there in front.
 */
export class IndexWriter {
  readonly #nameIds = new Map<string, number>();
  /** The open elements at the last entry: where each begins, and its number. */
  #stack: { text: number; id: number }[] = [];
  #entries: number[] = [];
  #opens: number[] = [];
  #names: string[] = [];
  #entriesTold = 0;
  #opensTold = 0;
  #namesTold = 0;
  #last = -1;

  /** Offset of the last entry into the document's UTF-8 form; -1 before the first. */
  get lastText(): number {
    return this.#last;
  }

  /** Entries that wait to be taken. */
  get waiting(): number {
    return this.#entries.length / entryWords;
  }

  /** Adds an entry; they must come in ascending order. */
  add({ place, readable, elements, open }: IndexEntry): void {
    let same = 0;
    while (
      same < open.length &&
      same < this.#stack.length &&
      open[same]?.place.text === this.#stack[same]?.text
    ) {
      same++;
    }
    this.#stack.length = same;
    for (const { name, place: start } of open.slice(same)) {
      const parent = this.#stack.at(-1)?.id ?? 0;
      this.#opens.push(parent, this.#nameId(name), ...wordsOf(start));
      const id = this.#opensTold + this.#opens.length / openWords;
      this.#stack.push({ text: start.text, id });
    }
    const innermost = this.#stack.at(-1)?.id ?? 0;
    const flags = readable ? entryFlag.readable : 0;
    this.#entries.push(...wordsOf(place), innermost, elements, flags);
    this.#last = place.text;
  }

  #nameId(name: string): number {
    let id = this.#nameIds.get(name);
    if (id === undefined) {
      id = this.#nameIds.size + 1;
      this.#nameIds.set(name, id);
      this.#names.push(name);
    }
    return id;
  }

  /** Takes what was added since this was called last, as a batch of its own. */
  take(): ArrayBuffer {
    const entries = this.#entries;
    const opens = this.#opens;
    const names = this.#names.map((name) => encoder.encode(name));
    const nameBytes = names.reduce((bytes, name) => bytes + name.length, 0);
    const wordCount = indexHeaderWords + entries.length + opens.length + names.length;
    const batch = new ArrayBuffer(wordCount * 4 + ((nameBytes + 3) & ~3));
    const words = new Uint32Array(batch);
    const entryCount = entries.length / entryWords;
    const openCount = opens.length / openWords;
    words.set([
      indexMagic,
      indexVersion,
      entryCount,
      this.#entriesTold,
      openCount,
      this.#opensTold,
    ]);
    words.set([names.length, this.#namesTold, nameBytes], 6);
    words.set(entries, indexHeaderWords);
    words.set(opens, indexHeaderWords + entries.length);
    const lengthsAt = indexHeaderWords + entries.length + opens.length;
    const text = new Uint8Array(batch, wordCount * 4);
    let at = 0;
    names.forEach((name, index) => {
      words[lengthsAt + index] = name.length;
      text.set(name, at);
      at += name.length;
    });
    this.#entriesTold += entryCount;
    this.#opensTold += openCount;
    this.#namesTold += names.length;
    this.#entries = [];
    this.#opens = [];
    this.#names = [];
    return batch;
  }
}

function wordsOf({ text, offset, line, column }: IndexPlace): [number, number, number, number] {
  return [text, offset, line, column];
}
