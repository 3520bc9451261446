import * as fc from 'fast-check';

/** Documents for property tests: mostly well-formed, with all that XML has, and some that are not. */

const name = fc.constantFrom(
  'a',
  'Bc',
  'x:y',
  'é',
  '名前',
  'long_name_of_more_than_sixteen',
  'n.1-2',
);

const text = fc
  .array(
    fc.oneof(
      {
        weight: 4,
        arbitrary: fc.constantFrom(' ', '\n', '\r\n', '\r', '\t', 'word', 'ä', '€', '😀'),
      },
      {
        weight: 2,
        arbitrary: fc.constantFrom('&amp;', '&#65;', '&#x20;', '&e;', '&deep;', ']]', ']'),
      },
      { weight: 1, arbitrary: fc.string({ maxLength: 20, unit: 'binary' }) },
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join('').replaceAll('<', '').replaceAll(']]>', ''));

const value = text.map((each) => each.replaceAll('"', "'"));

const attributes = fc
  .uniqueArray(fc.tuple(name, value), { maxLength: 5, selector: ([key]) => key })
  .map((pairs) => pairs.map(([key, each]) => ` ${key}="${each}"`).join(''));

const misc = fc.oneof(
  text.map((each) => `<!--${each.replaceAll('-', '')}-->`),
  text.map((each) => `<![CDATA[${each}]]>`),
  text.map((each) => `<?pi ${each.replaceAll('?', '')}?>`),
);

const { element } = fc.letrec<{ element: string; content: string }>((tie) => ({
  element: fc.oneof(
    { depthSize: 'small' },
    fc.tuple(name, attributes).map(([tag, given]) => `<${tag}${given}/>`),
    fc
      .tuple(name, attributes, fc.array(tie('content'), { maxLength: 5 }))
      .map(([tag, given, inner]) => `<${tag}${given}>${inner.join('')}</${tag} >`),
  ),
  content: fc.oneof({ depthSize: 'small' }, text, misc, tie('element')),
}));

const doctype = fc.constantFrom(
  '',
  '',
  '<!DOCTYPE r [<!ENTITY e "<a>in &#38;amp; out</a>"><!ENTITY deep "&e;&e;">]>',
  '<!DOCTYPE r SYSTEM "r.dtd" [\n<!ELEMENT r (a|Bc)*>\n<!ATTLIST a Bc NMTOKENS "  one two ">\n]>\n',
);

/** A document as text. */
export const documentText = fc
  .tuple(fc.constantFrom('', '<?xml version="1.0"?>\n', "<?xml version='1.0' ?>"), doctype, element)
  .map(([declaration, dtd, root]) => {
    const outer = `<r xmlns:x="urn:x">${root}</r>\n`;
    return declaration + dtd + outer;
  });

/** A document as bytes, some of them overwritten, dropped or doubled. */
export const mutatedBytes = fc
  .tuple(
    documentText,
    fc.array(
      fc.record({
        at: fc.nat(),
        byte: fc.oneof(fc.constantFrom(...Array.from('<>&"\'/=!-[]?; \0')), fc.nat(255)),
        kind: fc.constantFrom('set', 'drop', 'double'),
      }),
      { maxLength: 4 },
    ),
  )
  .map(([document, edits]) => {
    let bytes = [...new TextEncoder().encode(document)];
    for (const { at, byte, kind } of edits) {
      const place = at % bytes.length;
      const with_ = typeof byte === 'number' ? byte : byte.charCodeAt(0);
      if (kind === 'set') bytes[place] = with_;
      else if (kind === 'drop') bytes = bytes.filter((_, index) => index !== place);
      else bytes.splice(place, 0, with_);
      if (bytes.length === 0) bytes = [0x3c];
    }
    return Uint8Array.from(bytes);
  });

/** Sizes of chunks, used over and over until a document is read. */
export const chunkSizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 6 });
