import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Elements } from '../tree/elements';
import { none } from '../tree/tree';
import { tokenizerModule } from './testing/module';
import { Encoding, Tokenizer } from './tokenizer';

const encoder = new TextEncoder();
const dollar = '$'.charCodeAt(0);

/** Reads a document in chunks of so many bytes, and notes where dollar signs are. */
function read(bytes: Uint8Array, chunk: number, encoding = Encoding.utf8): Elements {
  const tokenizer = new Tokenizer(tokenizerModule);
  const structure = false;
  tokenizer.begin({ encoding, mark: 0, tape: true, structure, columns: true, marked: dollar });
  for (let at = 0; at < bytes.length; at += chunk) {
    tokenizer.push(bytes.subarray(at, at + chunk), at + chunk >= bytes.length);
    tokenizer.moveTape();
  }
  return new Elements(tokenizer.columns(), tokenizer.names);
}

function offsetsOf(text: string): number[] {
  return [...encoder.encode(text).entries()].flatMap(([at, byte]) => (byte === dollar ? [at] : []));
}

const piece = fc.constantFrom('$', 'x', 'é', '😀', '$'.repeat(20), ' '.repeat(30));

test('marked bytes are found wherever they stand, however the document comes', () => {
  fc.assert(
    fc.property(fc.array(piece), fc.integer({ min: 1, max: 40 }), (pieces, chunk) => {
      const inside = pieces.join('');
      const text = `<a b="${inside}">${inside}<c/></a>`;
      expect([...read(encoder.encode(text), chunk).marked]).toEqual(offsetsOf(text));
    }),
  );
});

test('offsets count the UTF-8 form of a document in another encoding', () => {
  const text = '<a b="é$€$"/>';
  const bytes = new Uint8Array(Uint16Array.from(text, (unit) => unit.charCodeAt(0)).buffer);
  expect([...read(bytes, 3, Encoding.utf16le).marked]).toEqual(offsetsOf(text));
});

test('a document has no marked bytes of the one before it, nor where none was to be marked', () => {
  const tokenizer = new Tokenizer(tokenizerModule);
  const begin = { encoding: Encoding.utf8, mark: 0, tape: true, structure: false, columns: true };
  const markedIn = (text: string, marked: number): number[] => {
    tokenizer.begin({ ...begin, marked });
    tokenizer.push(encoder.encode(text), true);
    tokenizer.moveTape();
    return [...tokenizer.columns().marked];
  };
  expect(markedIn('<a>$</a>', dollar)).toEqual([3]);
  expect(markedIn('<a b="$"/>', dollar)).toEqual([6]);
  expect(markedIn('<a>$</a>', 0)).toEqual([]);
});

test('a byte is found in its attribute though a DTD gives the element others', () => {
  const text =
    '<!DOCTYPE a [<!ATTLIST a x CDATA "1" y CDATA "2" z CDATA "3">]><a b="$1" c="" d="-$2">$</a>';
  const elements = read(encoder.encode(text), text.length);
  const names = [...elements.marked].map((at) => {
    const attribute = elements.attributeAt(at);
    return attribute === none ? null : elements.attributeNameOf(attribute);
  });
  expect(elements.attributes).toBe(6);
  expect(names).toEqual(['b', 'd', null]);
});
