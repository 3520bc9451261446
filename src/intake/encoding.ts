import { Encoding } from '../../wasm/assembly/codes';
import { detectEncoding } from './xmlEncoding';

/** How a text's bytes become characters; the names are those of the WHATWG encoding standard. */
export type TextEncodingName =
  'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'iso-8859-1' | 'us-ascii';

/** The encoding of an XML document or a text, and how many bytes of BOM stand in front of it. */
export interface EncodingGuess {
  encoding: TextEncodingName;
  bomBytes: number;
  /** True where bytes or a declaration say so, false where UTF-8 is only what remains. */
  told: boolean;
}

const names: Readonly<Record<Encoding, TextEncodingName>> = {
  [Encoding.utf8]: 'utf-8',
  [Encoding.utf16le]: 'utf-16le',
  [Encoding.utf16be]: 'utf-16be',
  [Encoding.latin1]: 'iso-8859-1',
  [Encoding.windows1252]: 'windows-1252',
  [Encoding.ascii]: 'us-ascii',
};

/**
 * Tells the encoding of a text from its first bytes: as that of an XML document, or by the zero
 * bytes of plain text in UTF-16, else UTF-8.
 */
export function guessEncoding(head: Uint8Array): EncodingGuess {
  const { encoding, mark, declared, problem } = detectEncoding(head);
  if (problem === 'unsupported') return remaining;
  if (mark > 0 || encoding !== Encoding.utf8 || (declared && problem === null)) {
    return { encoding: names[encoding], bomBytes: mark, told: true };
  }
  const [a, b, c, d] = head;
  if (isAscii(a) && b === 0 && isAscii(c) && d === 0) {
    return { encoding: 'utf-16le', bomBytes: 0, told: true };
  }
  if (a === 0 && isAscii(b) && c === 0 && isAscii(d)) {
    return { encoding: 'utf-16be', bomBytes: 0, told: true };
  }
  return remaining;
}

const remaining: EncodingGuess = { encoding: 'utf-8', bomBytes: 0, told: false };

function isAscii(byte: number | undefined): boolean {
  return byte !== undefined && byte > 0 && byte < 0x80;
}

/** One character a byte. */
function latin1(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

/**
 * Decodes bytes for showing: what is not right in the encoding becomes U+FFFD, and nothing throws.
 * A BOM in front is kept out of the text. ISO-8859-1 is decoded as itself, not as windows-1252.
 */
export function decodeForShow(bytes: Uint8Array, encoding: TextEncodingName): string {
  if (encoding === 'iso-8859-1' || encoding === 'us-ascii') return latin1(bytes);
  let decoder = decoders.get(encoding);
  if (!decoder) {
    decoder = new TextDecoder(encoding, { ignoreBOM: true });
    decoders.set(encoding, decoder);
  }
  return decoder.decode(bytes);
}

/** Making a decoder takes longer than decoding the head of a file. */
const decoders = new Map<TextEncodingName, TextDecoder>();
