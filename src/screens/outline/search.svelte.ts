import type { Tree } from '../../tree/tree';
import { attributeText } from '../../tree/values';
import type { SourceText } from '../source/sourceText';

/** Bytes of values looked through at a time: a few milliseconds of work. */
const stepBytes = 256 * 1024;

/**
 * Looks for elements by a part of their name or of an attribute's value, ignoring case (in values,
 * that of A to Z only). It goes through the file a piece at a time and goes on when the tree grows.
 */
export class OutlineSearch {
  readonly query: string;
  /** Elements that match. */
  matches = $state.raw(0);
  /** True while there is still something to look through. */
  running = $state.raw(false);

  readonly #tree: Tree;
  readonly #needle: Uint8Array;
  /** By name id: 1 where the name matches. */
  #names: number[] = [];
  /** By element: 1 where it matches. */
  #matched = new Uint8Array(1024);
  #next = 0;
  #stopped = false;

  constructor(tree: Tree, query: string) {
    this.#tree = tree;
    this.query = query.toLowerCase();
    this.#needle = new TextEncoder().encode(asciiLower(query));
  }

  /** Whether an element matches, as far as is known. */
  isMatch(element: number): boolean {
    return this.#matched[element] === 1;
  }

  /** Looks through what has come since. Rejects as the text's `read` does. */
  async goOn(text: SourceText): Promise<void> {
    if (this.running || this.#next >= this.#tree.elements) return;
    this.running = true;
    try {
      while (!this.#stopped && this.#next < this.#tree.elements) await this.#step(text);
    } finally {
      this.running = false;
    }
  }

  stop(): void {
    this.#stopped = true;
  }

  /** The matching elements and all around them, ascending. */
  visible(): Uint32Array<ArrayBuffer> {
    const tree = this.#tree;
    const shown = new Uint8Array(this.#next);
    let count = 0;
    for (let element = 0; element < this.#next; element++) {
      if (this.#matched[element] !== 1) continue;
      for (let at = element; at >= 0 && shown[at] !== 1; at = tree.parentOf(at)) {
        shown[at] = 1;
        count++;
      }
    }
    const elements = new Uint32Array(count);
    let filled = 0;
    for (let element = 0; element < shown.length; element++) {
      if (shown[element] === 1) elements[filled++] = element;
    }
    return elements;
  }

  async #step(text: SourceText): Promise<void> {
    const tree = this.#tree;
    const from = tree.startOf(this.#next);
    const to = Math.max(from + stepBytes, tree.tagEndOf(this.#next));
    const bytes = await text.read(from, to);
    if (this.#stopped) return;
    this.#noteNames();
    let found = 0;
    for (; this.#next < tree.elements && tree.tagEndOf(this.#next) <= to; this.#next++) {
      if (!this.#matches(this.#next, bytes, from)) continue;
      this.#note(this.#next);
      found++;
    }
    if (found > 0) this.matches += found;
  }

  #noteNames(): void {
    const { names } = this.#tree;
    for (let id = this.#names.length; id < names.count; id++) {
      this.#names.push(names.text(id).toLowerCase().includes(this.query) ? 1 : 0);
    }
  }

  #note(element: number): void {
    if (element >= this.#matched.length) {
      const larger = new Uint8Array(Math.max(element + 1, this.#matched.length * 2));
      larger.set(this.#matched);
      this.#matched = larger;
    }
    this.#matched[element] = 1;
  }

  #matches(element: number, bytes: Uint8Array, base: number): boolean {
    const tree = this.#tree;
    if (this.#names[tree.nameIdOf(element)] === 1) return true;
    const [from, to] = tree.attributesOf(element);
    for (let attribute = from; attribute < to; attribute++) {
      if (tree.valueIsElsewhere(attribute)) continue;
      const [start, end] = tree.valueSpanOf(attribute);
      if (tree.valueNeedsDecoding(attribute)) {
        const value = attributeText(bytes.subarray(start - base, end - base), true);
        if (value.toLowerCase().includes(this.query)) return true;
      } else if (holds(bytes, start - base, end - base, this.#needle)) {
        return true;
      }
    }
    return false;
  }
}

function asciiLower(text: string): string {
  return text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/** Whether the bytes hold the needle (lower case) anywhere, ignoring the case of A to Z. */
function holds(bytes: Uint8Array, start: number, end: number, needle: Uint8Array): boolean {
  const last = end - needle.length;
  for (let at = start; at <= last; at++) {
    let length = 0;
    while (length < needle.length && lower(bytes[at + length] ?? 0) === needle[length]) length++;
    if (length === needle.length) return true;
  }
  return false;
}

function lower(byte: number): number {
  return byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte;
}
