/** Finds a text in UTF-8 that comes in pieces, ignoring the case of A to Z. */
export class ByteSearch {
  readonly #needle: Uint8Array;
  /** The last bytes of what came before, in which a match may begin. */
  #tail = new Uint8Array(0);
  #offset: number;

  /** @param offset that of the first byte */
  constructor(query: string, offset: number) {
    const lowered = query.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
    this.#needle = new TextEncoder().encode(lowered);
    this.#offset = offset;
  }

  /** Offset after the last byte that came. */
  get offset(): number {
    return this.#offset;
  }

  /** Takes a piece and tells the offsets at which matches begin that end in it. */
  push(piece: Uint8Array): number[] {
    const length = this.#needle.length;
    const bytes = new Uint8Array(this.#tail.length + piece.length);
    bytes.set(this.#tail);
    bytes.set(piece, this.#tail.length);
    const base = this.#offset - this.#tail.length;
    this.#offset += piece.length;
    const found: number[] = [];
    const first = this.#needle[0];
    if (first !== undefined) {
      const upper = first >= 0x61 && first <= 0x7a ? first - 32 : first;
      const last = bytes.length - length;
      // The next of each case, looked for by the platform: most bytes are never touched here.
      let small = bytes.indexOf(first);
      let large = upper === first ? -1 : bytes.indexOf(upper);
      while (small >= 0 || large >= 0) {
        const at = large < 0 || (small >= 0 && small < large) ? small : large;
        if (at > last) break;
        if (this.#isAt(bytes, at)) found.push(base + at);
        if (at === small) small = bytes.indexOf(first, at + 1);
        else large = bytes.indexOf(upper, at + 1);
      }
    }
    this.#tail = bytes.slice(Math.max(0, bytes.length - Math.max(0, length - 1)));
    return found;
  }

  #isAt(bytes: Uint8Array, at: number): boolean {
    for (let index = 1; index < this.#needle.length; index++) {
      const byte = bytes[at + index] ?? 0;
      const lower = byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte;
      if (lower !== this.#needle[index]) return false;
    }
    return true;
  }
}
