const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const encoder = new TextEncoder();

/** Where short texts are put to look for them. */
const ascii = new Uint8Array(64);

/** Slots that a table begins with; a power of two. */
const leastSlots = 256;

/**
 * Gives equal texts equal numbers, from 1 up, without making strings of them: most names in a document
 * are only ever compared. A hash table over copies of their bytes.
 */
export class Interner {
  #slots = new Uint32Array(leastSlots);
  #hashes = new Uint32Array(leastSlots);
  #starts = new Uint32Array(leastSlots);
  #bytes = new Uint8Array(leastSlots * 8);
  #texts: (string | undefined)[] = [''];
  #used = 0;
  #count = 0;

  /** Number of different texts so far; their ids are 1 to this. */
  get count(): number {
    return this.#count;
  }

  /** Id of the text whose UTF-8 is `bytes[start..end)`. */
  idOf(bytes: Uint8Array, start: number, end: number): number {
    let hash = 0x811c9dc5;
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
    hash = (hash ^ (hash >>> 15)) >>> 0;
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (let id = this.#slots[slot] ?? 0; id !== 0; id = this.#slots[slot] ?? 0) {
      if (this.#hashes[id] === hash && this.#isText(id, bytes, start, end)) return id;
      slot = (slot + 1) & mask;
    }
    return this.#add(hash, slot, bytes, start, end);
  }

  /** Id of a text. */
  idOfText(text: string): number {
    const { length } = text;
    if (length > ascii.length) return this.#idOfEncoded(text);
    // Names are short and plain: the encoder takes longer to call than they take to copy.
    for (let at = 0; at < length; at++) {
      const unit = text.charCodeAt(at);
      if (unit >= 0x80) return this.#idOfEncoded(text);
      ascii[at] = unit;
    }
    return this.idOf(ascii, 0, length);
  }

  #idOfEncoded(text: string): number {
    const bytes = encoder.encode(text);
    return this.idOf(bytes, 0, bytes.length);
  }

  /** The text with this id; the empty text for 0. */
  text(id: number): string {
    const known = this.#texts[id];
    if (known !== undefined) return known;
    const text = decoder.decode(this.#bytes.subarray(this.#starts[id], this.#endOf(id)));
    this.#texts[id] = text;
    return text;
  }

  #endOf(id: number): number {
    return id === this.#count ? this.#used : (this.#starts[id + 1] ?? 0);
  }

  #isText(id: number, bytes: Uint8Array, start: number, end: number): boolean {
    const own = this.#starts[id] ?? 0;
    if (this.#endOf(id) - own !== end - start) return false;
    for (let at = start; at < end; at++) {
      if (this.#bytes[own + at - start] !== bytes[at]) return false;
    }
    return true;
  }

  #add(hash: number, slot: number, bytes: Uint8Array, start: number, end: number): number {
    const id = ++this.#count;
    if (id >= this.#starts.length) {
      this.#starts = enlarged(this.#starts, new Uint32Array(id * 2));
      this.#hashes = enlarged(this.#hashes, new Uint32Array(id * 2));
    }
    if (this.#used + end - start > this.#bytes.length) {
      const room = Math.max(this.#bytes.length * 2, this.#used + end - start);
      this.#bytes = enlarged(this.#bytes, new Uint8Array(room));
    }
    this.#starts[id] = this.#used;
    this.#hashes[id] = hash;
    // Texts are short: copying them in a loop takes less than a view of each.
    for (let at = start; at < end; at++) this.#bytes[this.#used++] = bytes[at] ?? 0;
    this.#slots[slot] = id;
    if (this.#count * 2 > this.#slots.length) this.#rehash();
    return id;
  }

  #rehash(): void {
    const slots = new Uint32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    for (let id = 1; id <= this.#count; id++) {
      let slot = (this.#hashes[id] ?? 0) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = id;
    }
    this.#slots = slots;
  }
}

function enlarged<Column extends { set(from: Column): void }>(from: Column, to: Column): Column {
  to.set(from);
  return to;
}
