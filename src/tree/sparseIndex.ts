import {
  entryFlag,
  entryWords,
  indexHeaderWords,
  indexMagic,
  indexVersion,
  openWords,
} from '../tape/index/layout';
import type { IndexPlace } from '../tape/index/writer';
import { TapeError } from '../tape/reader';
import { firstAbove, withRoom } from './columns';

/** Stands for "no open element". */
export const noElement = 0;

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * The sparse index of a large document (see `src/tape/index/layout.ts`). It grows batch by batch while the document
 * is read. Entries are counted from 0; open elements have numbers from 1, parents before children.
 */
export class SparseIndex {
  #entries = 0;
  #opens = 0;
  #names: string[] = [''];
  #entryWords = new Uint32Array(0);
  #texts = new Uint32Array(0);
  #openWords = new Uint32Array(0);
  /** By number of an open element: the last entry at which it is open. */
  #lastEntries = new Uint32Array(0);
  /** By number of an open element: the first entry at which it is open. */
  #firstEntries = new Uint32Array(0);

  /** Number of entries so far. */
  get entries(): number {
    return this.#entries;
  }

  /** Number of open elements so far; their numbers go up to this one. */
  get openElements(): number {
    return this.#opens;
  }

  /** Bytes that the index holds. */
  get memoryBytes(): number {
    return [
      this.#entryWords,
      this.#texts,
      this.#openWords,
      this.#lastEntries,
      this.#firstEntries,
    ].reduce((bytes, column) => bytes + column.byteLength, 0);
  }

  /** Gives the memory back: the index is empty from now on, and must not grow any more. */
  letGo(): void {
    this.#entries = 0;
    this.#opens = 0;
    this.#entryWords = new Uint32Array(0);
    this.#texts = new Uint32Array(0);
    this.#openWords = new Uint32Array(0);
    this.#lastEntries = new Uint32Array(0);
    this.#firstEntries = new Uint32Array(0);
  }

  /**
   * Grows by a batch. Throws a TapeError when it is none, is of another version, does not follow the
   * ones before it, or is shorter than it says.
   */
  add(buffer: ArrayBuffer): void {
    const words = buffer.byteLength % 4 === 0 ? new Uint32Array(buffer) : new Uint32Array(0);
    if (words[0] !== indexMagic) throw new TapeError('This is no batch of an index');
    if (words[1] !== indexVersion) {
      throw new TapeError(`The index has version ${words[1]}; version ${indexVersion} is read`);
    }
    const [entries = 0, entriesBefore, opens = 0, opensBefore, names = 0, namesBefore, bytes = 0] =
      words.subarray(2);
    const opensAt = indexHeaderWords + entries * entryWords;
    const namesAt = opensAt + opens * openWords;
    const textAt = (namesAt + names) * 4;
    if (textAt + bytes > buffer.byteLength) {
      throw new TapeError('The batch of an index is shorter than its header says');
    }
    if (
      entriesBefore !== this.#entries ||
      opensBefore !== this.#opens ||
      namesBefore !== this.#names.length - 1
    ) {
      throw new TapeError('A batch of an index does not follow the ones before it');
    }
    this.#addNames(words.subarray(namesAt, namesAt + names), new Uint8Array(buffer, textAt, bytes));
    this.#addOpens(words.subarray(opensAt, namesAt), opens);
    this.#addEntries(words.subarray(indexHeaderWords, opensAt), entries);
  }

  #addNames(lengths: Uint32Array, text: Uint8Array): void {
    let at = 0;
    for (const length of lengths) {
      this.#names.push(decoder.decode(text.subarray(at, at + length)));
      at += length;
    }
  }

  #addOpens(words: Uint32Array, count: number): void {
    const total = this.#opens + count;
    this.#openWords = withRoom(this.#openWords, total * openWords);
    this.#openWords.set(words, this.#opens * openWords);
    this.#lastEntries = withRoom(this.#lastEntries, total + 1);
    this.#firstEntries = withRoom(this.#firstEntries, total + 1);
    for (let id = this.#opens + 1; id <= total; id++) this.#firstEntries[id] = 0xffffffff;
    this.#opens = total;
  }

  #addEntries(words: Uint32Array, count: number): void {
    const total = this.#entries + count;
    this.#entryWords = withRoom(this.#entryWords, total * entryWords);
    this.#entryWords.set(words, this.#entries * entryWords);
    this.#texts = withRoom(this.#texts, total);
    for (let entry = this.#entries; entry < total; entry++) {
      this.#texts[entry] = this.#word(entry, 0);
      for (let id = this.#word(entry, 4); id !== noElement; id = this.parentOf(id)) {
        if (id > this.#opens) throw new TapeError(`The index has no open element ${id}`);
        this.#lastEntries[id] = entry;
        if (this.#firstEntries[id] === 0xffffffff) this.#firstEntries[id] = entry;
      }
    }
    this.#entries = total;
  }

  #word(entry: number, word: number): number {
    return this.#entryWords[entry * entryWords + word] ?? 0;
  }

  /** Where an entry stands. */
  placeOf(entry: number): IndexPlace {
    return placeIn(this.#entryWords, entry * entryWords);
  }

  /** Offset of an entry into the document's UTF-8 form. */
  textOf(entry: number): number {
    return this.#texts[entry] ?? 0;
  }

  /** Whether the document can be read again from an entry. */
  isReadable(entry: number): boolean {
    return (this.#word(entry, 6) & entryFlag.readable) !== 0;
  }

  /** Elements that began before an entry. */
  elementsBefore(entry: number): number {
    return this.#word(entry, 5);
  }

  /** The innermost element that is open at an entry, or `noElement`. */
  innermostAt(entry: number): number {
    return this.#word(entry, 4);
  }

  /** The elements that are open at an entry, the root first. */
  openAt(entry: number): number[] {
    return this.ancestryOf(this.innermostAt(entry));
  }

  /** The last entry at or before an offset into the UTF-8 form, or -1. */
  entryBy(text: number): number {
    return firstAbove(this.#texts, text, 0, this.#entries) - 1;
  }

  /** The last entry at or before a line and column, or -1. */
  entryByLine(line: number, column: number): number {
    let low = 0;
    let high = this.#entries;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const there = this.#word(middle, 2);
      if (there < line || (there === line && this.#word(middle, 3) <= column)) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  /** The last entry at or before this one from which the document can be read again, or -1. */
  readableBy(entry: number): number {
    let at = entry;
    while (at >= 0 && !this.isReadable(at)) at--;
    return at;
  }

  /** The first entry after this one from which the document can be read again, else the last one. */
  readableAfter(entry: number): number {
    let at = entry + 1;
    while (at < this.#entries - 1 && !this.isReadable(at)) at++;
    return Math.min(at, this.#entries - 1);
  }

  /** The parent of an open element, or `noElement`. */
  parentOf(id: number): number {
    return this.#openWords[(id - 1) * openWords] ?? noElement;
  }

  /** The name of an open element, as written. */
  nameOf(id: number): string {
    return this.#names[this.#openWords[(id - 1) * openWords + 1] ?? 0] ?? '';
  }

  /** The place of an open element's `<`. */
  startOf(id: number): IndexPlace {
    return placeIn(this.#openWords, (id - 1) * openWords + 2);
  }

  /** The first and the last entry so far at which an element is open. */
  spanOf(id: number): [first: number, last: number] {
    return [this.#firstEntries[id] ?? 0, this.#lastEntries[id] ?? 0];
  }

  /** An open element and all around it, the root first. */
  ancestryOf(id: number): number[] {
    const line: number[] = [];
    for (let at = id; at !== noElement; at = this.parentOf(at)) line.push(at);
    return line.reverse();
  }
}

function placeIn(words: Uint32Array, at: number): IndexPlace {
  return {
    text: words[at] ?? 0,
    offset: words[at + 1] ?? 0,
    line: words[at + 2] ?? 1,
    column: words[at + 3] ?? 1,
  };
}
