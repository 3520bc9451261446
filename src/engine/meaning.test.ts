import { describe, expect, test } from 'vitest';
import type { InspectOptions } from './inspection';
import { reportOn } from './testing/inspect';

const init = (entity: string): string =>
  `<?xml version="1.0"?><OpenSCENARIO><FileHeader revMajor="1" revMinor="3" date="2024-01-01T00:00:00" description="ä😀" author="a"/><CatalogLocations/><RoadNetwork/><Entities/>
<Storyboard><Init><Actions>
<Private entityRef="${entity}"><PrivateAction><TeleportAction><Position><WorldPosition x="0" y="0"/></Position></TeleportAction></PrivateAction></Private></Actions></Init></Storyboard></OpenSCENARIO>`;

const unknownEntity = { code: 'unknown-entity', level: 'semantics', severity: 'error' };
const encoder = new TextEncoder();

/** The findings on entities; all else that a rule might say of the document is left aside. */
async function entitiesIn(
  content: BlobPart,
  options: Partial<InspectOptions> = {},
): Promise<Awaited<ReturnType<typeof reportOn>>['findings']> {
  const { findings } = await reportOn(content, { level: 'semantics', ...options });
  return findings.filter(({ code }) => code === 'unknown-entity');
}

describe('what a document means', () => {
  test('is checked where a level above structure asks for it', async () => {
    expect(await entitiesIn(init('Ego'))).toMatchObject([unknownEntity]);
    expect(await entitiesIn(init('Ego'), { level: 'structure' })).toEqual([]);
  });

  test('changes nothing of the verdict', async () => {
    const { verdict, counts } = await reportOn(init('Ego'), { level: 'semantics' });
    expect(verdict).toBe('valid');
    expect(counts.error).toBeGreaterThan(0);
  });

  test('is not asked of documents that cannot be read', async () => {
    expect(await entitiesIn(init('Ego').replace('</Init>', ''))).toEqual([]);
    expect(await entitiesIn(`${init('Ego')}<`)).toEqual([]);
  });

  const place = { line: 3, column: 21, endLine: 3, endColumn: 25 };
  const text = init('Egö');
  const before = text.indexOf('Egö');

  test.each([
    ['UTF-8', encoder.encode(text), encoder.encode(text.slice(0, before)).length, 4],
    [
      'UTF-8 with a mark',
      encoder.encode(`\ufeff${text}`),
      encoder.encode(text.slice(0, before)).length + 3,
      4,
    ],
    ['UTF-16', utf16(`\ufeff${text}`), 2 * before + 2, 6],
  ])('is told at its place in %s', async (_, bytes, offset, length) => {
    for (const chunkBytes of [1, 7, 100_000]) {
      const [finding] = await entitiesIn(bytes, { chunkBytes });
      expect(finding?.span).toEqual({
        ...place,
        endColumn: 24,
        offset,
        endOffset: offset + length,
      });
    }
  });

  test('is told at its place in ISO-8859-1', async () => {
    const latin = text.replace('"1.0"?', '"1.0" encoding="ISO-8859-1"?').replace('😀', '');
    const bytes = Uint8Array.from(latin, (character) => character.charCodeAt(0));
    const [finding] = await entitiesIn(bytes);
    const offset = latin.indexOf('Egö');
    expect(finding?.span).toMatchObject({ line: 3, column: 21, offset, endOffset: offset + 3 });
  });

  test('is told at its place behind every kind of line end', async () => {
    for (const end of ['\r\n', '\r']) {
      const [finding] = await entitiesIn(init('Ego').replaceAll('\n', end));
      expect(finding?.span).toMatchObject({ line: 3, column: 21 });
    }
  });

  test('is checked with the elements being told, too', async () => {
    expect(await entitiesIn(init('Ego'), { tape: true, chunkBytes: 64 })).toHaveLength(1);
    expect(await entitiesIn(init('Ego'), { tape: true, tapeLimit: 100 })).toHaveLength(1);
  });

  test('of a document that is too large is not checked, and that is said', async () => {
    const large = init('Ego').replace('<Entities/>', `<Entities/>${' '.repeat(3_000_000)}`);
    for (const content of [large, await gzipped(large)]) {
      const { findings } = await reportOn(content, {
        level: 'semantics',
        memoryLimit: 10_000_000,
      });
      expect(findings.map(({ code }) => code)).toEqual(['too-large-for-meaning']);
    }
  });
});

test('the next document is not mistaken for the one before', async () => {
  expect(await entitiesIn(init('First'))).toHaveLength(1);
  expect(await entitiesIn('<OpenSCENARIO/>')).toEqual([]);
  const [finding] = await entitiesIn(init('Second'));
  expect(finding?.message).toContain('Second');
});

function utf16(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(
    Uint16Array.from({ length: text.length }, (_, at) => text.charCodeAt(at)).buffer,
  );
}

async function gzipped(text: string): Promise<Blob> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Response(stream).blob();
}
