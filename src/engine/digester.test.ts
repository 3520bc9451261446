import { gzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Pack, Semantics } from '../formats/pack';
import { loadPacks } from '../formats/registry';
import { blobAccess } from '../intake/bytes';
import type { Source } from '../intake/source';
import type { ReadDocument } from '../rules/document';
import type { Digest } from '../rules/neighbours';
import { PlaceFinder } from '../tree/places';
import { Digester } from './digester';
import { makeEngine, sourceOf } from './testing/inspect';
import { tokenizerModule } from './testing/module';

const { signal } = new AbortController();

const catalog = `<?xml version="1.0"?>
<OpenSCENARIO>
  <FileHeader revMajor="1" revMinor="2" date="2024-01-01T00:00:00" author="a" description="b"/>
  <Catalog name="Straßen"><Route name="one"/></Catalog>
</OpenSCENARIO>`;

const road =
  '<OpenDRIVE><header revMajor="1" revMinor="7"/><road id="1"/><road id="2"/></OpenDRIVE>';

/** What the digests below tell of a document. */
interface Told {
  version: string;
  kind: string | null;
  elements: number;
  names: string[];
}

/** A pack whose digests tell what was handed to it, and how often that happened. */
async function tellingPacks(): Promise<{ packs: () => Promise<Pack[]>; asked: ReadDocument[] }> {
  const asked: ReadDocument[] = [];
  const semantics: Semantics = {
    check: () => Promise.resolve(),
    digest: (document) => {
      asked.push(document);
      const { elements, bytes, version, kind } = document;
      const names = Array.from(elements.attributesNamed('name'), (attribute) =>
        new TextDecoder().decode(
          bytes.subarray(elements.valueStart(attribute), elements.valueEnd(attribute)),
        ),
      );
      const told: Told = { version, kind, elements: elements.elements, names };
      const text = new TextEncoder().encode(` ${JSON.stringify(told)}`);
      return told.elements === 1 ? null : text.subarray(1);
    },
  };
  const packs = (await loadPacks()).map((pack) => ({
    ...pack,
    semantics: () => Promise.resolve(semantics),
  }));
  return { packs: () => Promise.resolve(packs), asked };
}

async function digester() {
  const { packs, asked } = await tellingPacks();
  const made = new Digester(tokenizerModule, blobAccess, packs);
  const digest = (content: BlobPart, more: Partial<Source> = {}) =>
    made.digest(sourceOf(content, more), signal);
  return { digest, asked, made };
}

function toldBy(digest: Digest | null): Told | null {
  return digest && (JSON.parse(new TextDecoder().decode(digest.bytes)) as Told);
}

const expected: Told = { version: '1.2', kind: 'catalog', elements: 4, names: ['Straßen', 'one'] };

describe('a digest', () => {
  it('is made by the pack that claims the document, of all of it', async () => {
    const { digest } = await digester();
    const made = await digest(catalog);
    expect(toldBy(made)).toEqual(expected);
    expect(made?.pack).toBe('openscenario');
    expect(made?.bytes.byteLength).toBe(made?.bytes.buffer.byteLength);
  });

  it('is the same however the document is packed and encoded', async () => {
    const { digest } = await digester();
    const utf16 = new Uint8Array(new Uint16Array([0xfeff, ...utf16Units(catalog)]).buffer);
    const latin1 = catalog.replace('?>', ' encoding="ISO-8859-1"?>');
    const forms = [
      await digest(`\ufeff${catalog}`),
      await digest(gzipSync(new TextEncoder().encode(catalog)).slice()),
      await digest(utf16),
      await digest(Uint8Array.from(latin1, (character) => character.charCodeAt(0))),
    ];
    expect(forms.map(toldBy)).toEqual(forms.map(() => expected));
  });

  it('is made of long documents, from their first element to the last', async () => {
    const { digest } = await digester();
    const routes = Array.from({ length: 20_000 }, (_, at) => `<Route name="a longer name ${at}"/>`);
    const long = catalog.replace('<Route name="one"/>', routes.join('\n'));
    expect(toldBy(await digest(long))?.elements).toBe(3 + 20_000);
  });

  it('knows the places in long documents, also those at their start', async () => {
    const { digest, asked } = await digester();
    const routes = Array.from({ length: 20_000 }, (_, at) => `<Route name="$longer ${at}"/>`);
    await digest(catalog.replace('<Route name="one"/>', routes.join('\n')));
    const [{ bytes, elements } = {}] = asked;
    if (!bytes || !elements) throw new Error('Nothing was handed over');
    const places = new PlaceFinder(bytes, elements.marks);
    const all = elements.named('Route');
    expect(places.at(elements.startOf(all[0] ?? 0))).toMatchObject({ line: 4, column: 27 });
    expect(places.at(elements.startOf(all.at(-1) ?? 0))).toMatchObject({ line: 20_003, column: 1 });
    expect(elements.marked).toHaveLength(20_000);
  });

  it('may be made of a document that lies beside a pack’s own', async () => {
    const { digest } = await digester();
    expect(toldBy(await digest(road))).toEqual({ version: '', kind: null, elements: 4, names: [] });
  });

  it.each<[string, BlobPart]>([
    ['what is not well-formed', catalog.replace('</Catalog>', '')],
    ['what ends too early', catalog.slice(0, -20)],
    ['what is nobody’s', '<svg><path/></svg>'],
    ['no XML at all', 'name: value'],
    ['nothing', ''],
    ['an archive', zipSync({ 'a.xosc': new TextEncoder().encode(catalog) }).slice()],
    ['a wrong encoding', catalog.replace('?>', ' encoding="EBCDIC"?>')],
  ])('is not made of %s', async (_, content) => {
    const { digest, asked } = await digester();
    expect(await digest(content)).toBeNull();
    expect(asked).toEqual([]);
    // Nor does it stay in the way of others.
    expect(toldBy(await digest(catalog))).toEqual(expected);
  });

  it('is not made of what cannot be read', async () => {
    const { digest } = await digester();
    const bytes = { file: '/nowhere', start: 0, end: 10 };
    const cut = gzipSync(new TextEncoder().encode(catalog)).slice(0, 40);
    expect(await digest(cut, { packing: 'gzip' })).toBeNull();
    expect(await digest('', { bytes })).toBeNull();
  });

  it('is not made when nobody waits any longer', async () => {
    const { made, asked } = await digester();
    const gone = AbortSignal.abort();
    await expect(made.digest(sourceOf(catalog), gone)).rejects.toThrow('aborted');
    expect(asked).toEqual([]);
  });

  it('is made by an engine while that inspects', async () => {
    const engine = makeEngine();
    let digest: Promise<Digest | null> | undefined;
    const events = { progress: () => (digest ??= engine.digest(sourceOf(catalog), signal)) };
    const options = { level: 'structure', tape: false } as const;
    const inspection = await engine.inspect(sourceOf(catalog), options, events, signal);
    expect(inspection.report?.kind).toBe('catalog');
    await expect(digest).resolves.toBeDefined();
  });
});

function utf16Units(text: string): number[] {
  return Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
}
