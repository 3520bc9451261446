import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blobAccess, type BytesAccess } from '../intake/bytes';
import { streamOf, type Bytes } from '../intake/chunks';
import { UnreadableSource } from '../intake/unreadable';
import { elementsAt } from '../reporting/elementsAt';
import { Engine } from './engine';
import { elementsOf, pathAround } from './testing/elements';
import { makeEngine, sourceOf } from './testing/inspect';
import { tokenizerModule } from './testing/module';

const engine = makeEngine();
const { signal } = new AbortController();

function pathsAt(
  content: BlobPart,
  offsets: readonly number[],
  more: Parameters<typeof sourceOf>[1] = {},
): Promise<readonly (string | null)[]> {
  return elementsAt(engine, sourceOf(content, more), offsets, undefined, signal);
}

/** The paths at some places of a text, each named by what stands there. */
async function pathsIn(text: string, ...places: string[]): Promise<(string | null)[]> {
  const offsets = places.map((place) => Buffer.from(text.slice(0, text.indexOf(place))).length);
  const ascending = [...new Set(offsets)].sort((a, b) => a - b);
  const paths = await pathsAt(text, ascending);
  return offsets.map((offset) => paths[ascending.indexOf(offset)] ?? null);
}

test('a tag, its attributes and its text belong to the element that they are in', async () => {
  const text = '<a>\n  <b x="1">text</b>\n  <c/> end\n</a>\n';
  const paths = await pathsIn(
    text,
    '<a',
    '<b',
    '"1"',
    'text',
    '</b',
    '\n  <c',
    '<c',
    ' end',
    '</a',
  );
  expect(paths).toEqual(['/a', '/a/b', '/a/b', '/a/b', '/a/b', '/a', '/a/c', '/a', '/a']);
});

test('a number stands where a name occurs more than once, also of the first of them', async () => {
  const text = '<a><b k="1"/><c/><b k="2"><b k="3"/></b><d/><b k="4"/></a>';
  const paths = await pathsIn(text, '"1"', '<c', '"2"', '"3"', '<d', '"4"');
  expect(paths).toEqual(['/a/b[1]', '/a/c', '/a/b[2]', '/a/b[2]/b', '/a/d', '/a/b[3]']);
});

test('what stands in front of the root and behind it is in no element', async () => {
  const text = '<?xml version="1.0"?>\n<!-- c --><a/>\n<!-- d -->';
  expect(await pathsIn(text, '<?xml', '<!-- c', '<a', '\n<!-- d', '-- d')).toEqual([
    null,
    null,
    '/a',
    null,
    null,
  ]);
});

test('names are as they are written', async () => {
  const text = '<x:a xmlns:x="u"><x:b/><b/><ä/></x:a>';
  expect(await pathsIn(text, '<x:b', '<b', '<ä')).toEqual(['/x:a/x:b', '/x:a/b', '/x:a/ä']);
});

test('a document that is malformed has elements as far as it could be read', async () => {
  const text = '<a><b/><b><c x="1" x="2"/><d></b></a>';
  expect(await pathsIn(text, '<b/', '<c', '</a')).toEqual(['/a/b[1]', '/a/b[2]', '/a/b[2]']);
  const cut = '<a><b>some te';
  expect(await pathsAt(cut, [3, cut.length])).toEqual(['/a/b', '/a/b']);
});

test('what comes from an entity belongs to the element that refers to it, and is counted', async () => {
  const text = '<!DOCTYPE a [<!ENTITY e "<b/><b>t</b>">]><a><c>&e;</c><d/>&e;<b x="3"/></a>';
  expect(await pathsIn(text, '&e;</c', '<d', '"3"')).toEqual(['/a/c', '/a/d', '/a/b[3]']);
});

test('a path that nobody could follow is left out', async () => {
  const name = 'n'.repeat(1500);
  const text = `<${name}><${name}><${name}/></${name}></${name}>`;
  const [, second, third] = await pathsAt(text, [0, 1502, 3004]);
  expect(second).toBe(`/${name}/${name}`);
  expect(third).toBeNull();
});

test('of what is packed, places are those of the content, as far as it can be unpacked', async () => {
  const lines = Array.from({ length: 50_000 }, (_, at) => `  <b n="${at * 7919}"/>\n`);
  const text = `<a>\n${lines.join('')}</a>`;
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  const bytes = await new Response(packed).arrayBuffer();
  const offsets = [0, text.indexOf('<b'), text.lastIndexOf('<b')];
  expect(await pathsAt(bytes, offsets)).toEqual(['/a', '/a/b[1]', '/a/b[50000]']);
  const cut = bytes.slice(0, bytes.byteLength / 2);
  expect(await pathsAt(cut, offsets)).toEqual(['/a', '/a/b[1]', '/a']);
});

test('a file that cannot be read at all is said to be so', async () => {
  const gone = { ...sourceOf(''), bytes: { file: 'nowhere.xml', start: 0, end: 9 } };
  await expect(elementsAt(engine, gone, [0], undefined, signal)).rejects.toThrow(UnreadableSource);
});

describe('another reader finds the same elements', () => {
  const names = fc.constantFrom('a', 'b', 'ä', 'long-name');
  const words = fc.constantFrom('', ' ', 'x', 'é', '€', '😀', '&lt;', '\r\n', '<!-- c -->');
  const { element } = fc.letrec<{ element: string }>((tie) => ({
    element: fc
      .tuple(
        names,
        fc.option(words.filter((word) => !word.startsWith('<'))),
        fc.array(fc.oneof({ weight: 2, arbitrary: words }, tie('element')), { maxLength: 5 }),
      )
      .map(([name, value, content]) => {
        const tag = value === null ? name : `${name} x="${value}"`;
        return content.length === 0 ? `<${tag}/>` : `<${tag}>${content.join('')}</${name}>`;
      }),
  }));
  const encodings = ['utf-8', 'utf-8 with mark', 'utf-16le', 'utf-16be', 'iso-8859-1'] as const;

  function encoded(text: string, encoding: (typeof encodings)[number]): Buffer {
    switch (encoding) {
      case 'utf-8':
        return Buffer.from(text);
      case 'utf-8 with mark':
        return Buffer.from(`\ufeff${text}`);
      case 'utf-16le':
        return Buffer.from(`\ufeff${text}`, 'utf16le');
      case 'utf-16be':
        return Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
      case 'iso-8859-1':
        return Buffer.from(text, 'latin1');
    }
  }

  test.each(encodings)('at every character of documents in %s', async (encoding) => {
    const root = fc
      .option(fc.constant('<!-- before -->\n'))
      .chain((before) => element.map((one) => `${before ?? ''}${one}\n`));
    await fc.assert(
      fc.asyncProperty(root, async (body) => {
        const latin = encoding === 'iso-8859-1';
        const head = latin ? '<?xml version="1.0" encoding="ISO-8859-1"?>\n' : '';
        const text = head + (latin ? body.replace(/[^\0-\xff]/gu, '?') : body);
        const elements = elementsOf(text);
        const units = [...text].reduce<number[]>(
          (starts, character) => [...starts, (starts.at(-1) ?? 0) + character.length],
          [0],
        );
        const offsets = units.map((unit) => encoded(text.slice(0, unit), encoding).length);
        const content = new Uint8Array(encoded(text, encoding));
        const paths = await pathsAt(content, offsets);
        expect(paths).toEqual(units.map((unit) => pathAround(elements, unit)));
      }),
      { numRuns: 100 },
    );
  });
});

test('a document of many chunks is as one of few, in any encoding', async () => {
  const lines = Array.from({ length: 9000 }, (_, at) => `  <e n="${at}">äöü 😀 €</e>\n`);
  const text = `<root>\n${lines.join('')}</root>`;
  const wide = Buffer.from(`\ufeff${text}`, 'utf16le');
  const at = [0, 17, 4500, 8999];
  const offsets = at.map((n) => 2 + 2 * text.indexOf(`"${n}"`));
  const paths = at.map((n) => `/root/e[${n + 1}]`);
  expect(await pathsAt(new Uint8Array(wide), offsets)).toEqual(paths);
  const access: BytesAccess = {
    ...blobAccess,
    size: () => 2 ** 24,
    stream: () => streamOf(piecesOf(new Uint8Array(wide), 4097)),
  };
  const inOddPieces = new Engine({ module: tokenizerModule, access });
  const source = sourceOf('', { size: wide.length });
  expect(await elementsAt(inOddPieces, source, offsets, undefined, signal)).toEqual(paths);
});

// eslint-disable-next-line @typescript-eslint/require-await -- chunks come asynchronously elsewhere
async function* piecesOf(bytes: Bytes, size: number): AsyncGenerator<Bytes, void, undefined> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
}
