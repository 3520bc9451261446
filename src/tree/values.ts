const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

const predefined = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/**
 * What an attribute value's bytes (UTF-8, without quotes) mean, for showing: line ends and tabs read
 * as spaces, character references and the five entities as their characters (XML 1.0, 3.3.3).
 * References to other entities stay as written, since their text stands elsewhere.
 */
export function attributeText(bytes: Uint8Array, needsDecoding: boolean): string {
  const raw = decoder.decode(bytes);
  if (!needsDecoding) return raw;
  return withReferences(raw.replaceAll(/\r\n|[\r\n\t]/g, ' '));
}

/** What the bytes of character data mean, for showing: line ends as LF, references resolved. */
export function contentText(bytes: Uint8Array): string {
  const raw = decoder.decode(bytes).replaceAll(/\r\n?/g, '\n');
  const section = /^<!\[CDATA\[([^]*?)(?:\]\]>)?$/.exec(raw);
  return section?.[1] ?? withReferences(raw);
}

function withReferences(text: string): string {
  return text.replaceAll(
    /&(?:#x([0-9a-f]+)|#([0-9]+)|(\w+));/gi,
    (whole, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
      if (name !== undefined) return predefined.get(name) ?? whole;
      const code = hex === undefined ? parseInt(decimal ?? '', 10) : parseInt(hex, 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

/** A text on one line of at most `most` UTF-16 units, ending in … where something was cut off. */
export function shortened(text: string, most: number): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  if (line.length <= most) return line;
  const cut = line.slice(0, most - 1);
  // Half a surrogate pair would show as a replacement character.
  return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}
