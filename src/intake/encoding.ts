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

const declared: Record<string, TextEncodingName> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'us-ascii': 'us-ascii',
  ascii: 'us-ascii',
  'iso-8859-1': 'iso-8859-1',
  'iso_8859-1': 'iso-8859-1',
  latin1: 'iso-8859-1',
  'windows-1252': 'windows-1252',
  cp1252: 'windows-1252',
};

/**
 * Tells the encoding from the first bytes in the manner of XML 1.0, Appendix F: a BOM, else the
 * pattern of zero bytes around the first characters, else an encoding declaration, else UTF-8.
 */
export function guessEncoding(head: Uint8Array): EncodingGuess {
  const [a, b, c, d] = head;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', bomBytes: 3, told: true };
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', bomBytes: 2, told: true };
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', bomBytes: 2, told: true };
  if (isAscii(a) && b === 0 && isAscii(c) && d === 0) {
    return { encoding: 'utf-16le', bomBytes: 0, told: true };
  }
  if (a === 0 && isAscii(b) && c === 0 && isAscii(d)) {
    return { encoding: 'utf-16be', bomBytes: 0, told: true };
  }
  const name = declaredEncoding(head);
  const encoding = name === null ? undefined : declared[name.toLowerCase()];
  return encoding === undefined
    ? { encoding: 'utf-8', bomBytes: 0, told: false }
    : { encoding, bomBytes: 0, told: true };
}

function isAscii(byte: number | undefined): boolean {
  return byte !== undefined && byte > 0 && byte < 0x80;
}

/** The name in `<?xml … encoding="…"?>`, where the head begins with one. */
function declaredEncoding(head: Uint8Array): string | null {
  const start = latin1(head.subarray(0, 200));
  const match = /^<\?xml\s[^>]*?encoding\s*=\s*["']([A-Za-z][A-Za-z0-9._-]*)["']/.exec(start);
  return match?.[1] ?? null;
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
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
}
