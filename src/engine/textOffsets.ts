import { decoderFor, isUtf8 } from '../intake/decoding';
import { Encoding } from './tokenizer';

/** Bytes that a UTF-16 unit takes in UTF-8; half of a pair counts two of the four of its character. */
function unitBytes(unit: number): number {
  if (unit < 0x80) return 1;
  return unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 2 : 3;
}

/** Bytes that each byte takes in UTF-8 where a byte is a character. */
function byteWidths(encoding: Encoding): Uint8Array {
  const decode = decoderFor(encoding);
  return Uint8Array.from({ length: 256 }, (_, byte) =>
    unitBytes(decode(Uint8Array.of(byte)).charCodeAt(0)),
  );
}

/**
 * Where places of a file stand in the document's UTF-8 form, which a tape's offsets count, while the
 * file is read.
 */
export class TextOffsets {
  readonly #encoding: Encoding;
  readonly #wanted: ArrayLike<number>;
  /** By byte, where a byte is a character; null in UTF-16. */
  readonly #widths: Uint8Array | null;
  /** Of what is wanted, the first that has not been reached. */
  #next = 0;
  /** Bytes of the file so far, and of its UTF-8 form. */
  #at: number;
  #text: number;
  /** The first byte of a UTF-16 unit whose second has not come. */
  #half: number | null = null;

  /**
   * @param mark bytes of the byte order mark, which `push` is not given
   * @param wanted ascending byte offsets into the file
   */
  constructor(encoding: Encoding, mark: number, wanted: ArrayLike<number>) {
    this.#encoding = encoding;
    this.#wanted = wanted;
    this.#at = mark;
    // The mark of another encoding has no place in the UTF-8 form.
    this.#text = isUtf8(encoding) ? mark : 0;
    const wide = encoding === Encoding.utf16le || encoding === Encoding.utf16be;
    this.#widths = wide || isUtf8(encoding) ? null : byteWidths(encoding);
  }

  /** Takes the next bytes, and gives the places of those wanted that lie before their end. */
  push(bytes: Uint8Array): number[] {
    const reached: number[] = [];
    const end = this.#at + bytes.length;
    let from = 0;
    for (;;) {
      const wanted = this.#wanted[this.#next];
      if (wanted === undefined || wanted >= end) break;
      const to = Math.max(from, wanted - end + bytes.length);
      this.#pass(bytes.subarray(from, to));
      from = to;
      reached.push(this.#text);
      this.#next++;
    }
    this.#pass(bytes.subarray(from));
    return reached;
  }

  #pass(bytes: Uint8Array): void {
    this.#at += bytes.length;
    if (isUtf8(this.#encoding)) {
      this.#text += bytes.length;
    } else if (this.#widths) {
      for (const byte of bytes) this.#text += this.#widths[byte] ?? 1;
    } else {
      for (const byte of bytes) this.#passHalf(byte);
    }
  }

  #passHalf(byte: number): void {
    const first = this.#half;
    if (first === null) {
      this.#half = byte;
      return;
    }
    const littleEndian = this.#encoding === Encoding.utf16le;
    this.#half = null;
    this.#text += unitBytes(littleEndian ? (byte << 8) | first : (first << 8) | byte);
  }
}
