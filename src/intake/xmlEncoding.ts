import { Encoding } from '../../wasm/assembly/codes';

/** How a document's bytes are to be read. */
export interface DetectedEncoding {
  encoding: Encoding;
  /** Bytes of the byte order mark. */
  mark: number;
  /** What the XML declaration says, as written, and where (byte offsets). */
  declared: { label: string; start: number; end: number; line: number; column: number } | null;
  /**
   * Why the declaration cannot be followed. `overruled`: a UTF-8 byte order mark says otherwise, and
   * the mark is believed, as the usual readers do; the other two end the reading.
   */
  problem: 'contradicted' | 'unsupported' | 'overruled' | null;
  /** The encoding's usual name, for people. */
  title: string;
  /** Bytes of an ASCII character in it. */
  unitBytes: number;
}

/** Bytes in which an XML declaration must come to its encoding. */
const declarationBytes = 1024;

const labels: Readonly<Record<string, Encoding>> = {
  'utf-8': Encoding.utf8,
  utf8: Encoding.utf8,
  'iso-8859-1': Encoding.latin1,
  'iso8859-1': Encoding.latin1,
  iso_8859_1: Encoding.latin1,
  'iso_8859-1': Encoding.latin1,
  latin1: Encoding.latin1,
  'latin-1': Encoding.latin1,
  l1: Encoding.latin1,
  'windows-1252': Encoding.windows1252,
  cp1252: Encoding.windows1252,
  'x-cp1252': Encoding.windows1252,
  'us-ascii': Encoding.ascii,
  ascii: Encoding.ascii,
  'ansi_x3.4-1968': Encoding.ascii,
  'iso646-us': Encoding.ascii,
};

const twoByteLabels = new Set([
  'utf-16',
  'utf16',
  'utf-16le',
  'utf-16be',
  'ucs-2',
  'iso-10646-ucs-2',
]);

const titles: Readonly<Record<Encoding, string>> = {
  [Encoding.utf8]: 'UTF-8',
  [Encoding.utf16le]: 'UTF-16 LE',
  [Encoding.utf16be]: 'UTF-16 BE',
  [Encoding.latin1]: 'ISO-8859-1',
  [Encoding.windows1252]: 'windows-1252',
  [Encoding.ascii]: 'US-ASCII',
};

/**
 * Tells a document's encoding from its first bytes (XML 1.0, 4.3.3 and appendix F): the byte order
 * mark first, then the pattern of `<?`, then what the declaration says. `head` holds the first 2 KiB
 * at least, or all there is.
 */
export function detectEncoding(head: Uint8Array): DetectedEncoding {
  const [a, b, c, d] = head;
  if (a === 0xef && b === 0xbb && c === 0xbf) return withDeclaration(head, Encoding.utf8, 3);
  if (a === 0xff && b === 0xfe) {
    return c === 0 && d === 0 && head.length >= 4
      ? unsupported('UTF-32 LE', 4)
      : withDeclaration(head, Encoding.utf16le, 2);
  }
  if (a === 0xfe && b === 0xff) return withDeclaration(head, Encoding.utf16be, 2);
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return unsupported('UTF-32 BE', 4);
  if (a === 0x3c && b === 0 && c !== 0 && d === 0) {
    return withDeclaration(head, Encoding.utf16le, 0);
  }
  if (a === 0 && b === 0x3c && c === 0 && d !== 0) {
    return withDeclaration(head, Encoding.utf16be, 0);
  }
  if (a === 0x3c && b === 0 && c === 0 && d === 0) return unsupported('UTF-32 LE', 0);
  if (a === 0 && b === 0 && c === 0 && d === 0x3c) return unsupported('UTF-32 BE', 0);
  if (a === 0x4c && b === 0x6f && c === 0xa7 && d === 0x94) return unsupported('EBCDIC', 0);
  return withDeclaration(head, null, 0);
}

function unsupported(title: string, mark: number): DetectedEncoding {
  return {
    encoding: Encoding.utf8,
    mark,
    declared: null,
    problem: 'unsupported',
    title,
    unitBytes: 1,
  };
}

/** Adds what the XML declaration says; `known` is what the bytes themselves told. */
function withDeclaration(head: Uint8Array, known: Encoding | null, mark: number): DetectedEncoding {
  const wide = known === Encoding.utf16le || known === Encoding.utf16be;
  const text = asciiOf(head, mark, known);
  const end = text.indexOf('?>');
  const declared = declaredIn(text, end, mark, wide ? 2 : 1);
  const plain = known ?? Encoding.utf8;
  const result = {
    encoding: plain,
    mark,
    declared,
    problem: null,
    title: titles[plain],
    unitBytes: wide ? 2 : 1,
  };
  if (!declared) return result;
  const label = declared.label.toLowerCase();
  if (twoByteLabels.has(label)) return wide ? result : { ...result, problem: 'contradicted' };
  const meant = labels[label];
  if (known === Encoding.utf8 && meant !== known) return { ...result, problem: 'overruled' };
  if (meant === undefined) return { ...result, problem: 'unsupported', title: declared.label };
  if (wide) return { ...result, problem: 'contradicted' };
  return { ...result, encoding: meant, title: titles[meant] };
}

/**
 * The beginning as ASCII, a character a code unit, to the end of the XML declaration. Other
 * characters become `?`. Empty where the document does not begin with `<?`.
 */
function asciiOf(head: Uint8Array, mark: number, known: Encoding | null): string {
  const step = known === Encoding.utf16le || known === Encoding.utf16be ? 2 : 1;
  const low = known === Encoding.utf16be ? 1 : 0;
  const units: number[] = [];
  for (let at = mark; at + step <= head.length && units.length < declarationBytes; at += step) {
    const wide = step === 2 && head[at + 1 - low] !== 0;
    const byte = head[at + low] ?? 0;
    const unit = wide || byte >= 0x80 ? 0x3f : byte;
    if (units.length < 2 && unit !== '<?'.charCodeAt(units.length)) return '';
    units.push(unit);
    if (unit === 0x3e && units.at(-2) === 0x3f) break;
  }
  return String.fromCharCode(...units);
}

function declaredIn(
  text: string,
  end: number,
  mark: number,
  step: number,
): DetectedEncoding['declared'] {
  if (!/^<\?xml[ \t\r\n]/.test(text)) return null;
  const declaration = end < 0 ? text : text.slice(0, end);
  const match = /[ \t\r\n]encoding[ \t\r\n]*=[ \t\r\n]*(["'])([^"'<>]*)\1/.exec(declaration);
  if (!match) return null;
  const label = match[2] ?? '';
  const at = match.index + match[0].length - 1 - label.length;
  const start = mark + at * step;
  const before = text.slice(0, at).split(/\r\n|\r|\n/);
  return {
    label,
    start,
    end: start + label.length * step,
    line: before.length,
    column: (before.at(-1) ?? '').length + 1,
  };
}
