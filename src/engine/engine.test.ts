import { describe, expect, it } from 'vitest';
import type { FileReport } from '../findings/report';
import { makeEngine, reportOn, sourceOf } from './testing/inspect';

/** A catalog of the given version, as short as a valid file can be. */
function catalog(inside = '', version = '1.2', head = ''): string {
  const [major = '', minor = ''] = version.split('.');
  return `${head}<OpenSCENARIO>
  <FileHeader revMajor="${major}" revMinor="${minor}" date="2026-01-31T12:00:00" description="d" author="a"/>
  <Catalog name="c">${inside}</Catalog>
</OpenSCENARIO>
`;
}

function codes({ findings }: FileReport): string[] {
  return findings.map(
    ({ severity, code, span }) => `${severity} ${code} ${span.line}:${span.column}`,
  );
}

describe('a valid file', () => {
  it('has a verdict, a version, a kind and its size', async () => {
    const text = catalog();
    const report = await reportOn(text);
    expect(report).toMatchObject({
      path: 'test.xosc',
      format: 'openscenario',
      version: '1.2',
      kind: 'catalog',
      verdict: 'valid',
      counts: { critical: 0, error: 0, warning: 0, info: 0 },
      findings: [],
      size: text.length,
      elements: 3,
    });
  });

  it.each(['1.0', '1.1', '1.2', '1.3'])('may be of version %s', async (version) => {
    expect(await reportOn(catalog('', version))).toMatchObject({ verdict: 'valid', version });
  });

  it('is told apart from its name', async () => {
    const report = await reportOn(catalog(), {}, {}, { path: 'catalog.xml' });
    expect(report.verdict).toBe('valid');
  });

  it('may have a prefix-free root of the other spelling', async () => {
    const text = catalog().replaceAll('OpenSCENARIO', 'OpenScenario');
    expect((await reportOn(text)).verdict).toBe('valid');
  });
});

describe('encodings', () => {
  const text = catalog('<!-- größer als € -->', '1.2', '<?xml version="1.0" encoding="ENC"?>\n');
  const broken = text.replace('name="c"', 'nome="ü"');

  function utf16(content: string, littleEndian: boolean): Uint8Array<ArrayBuffer> {
    const view = new DataView(new ArrayBuffer(content.length * 2 + 2));
    view.setUint16(0, 0xfeff, littleEndian);
    for (let at = 0; at < content.length; at++) {
      view.setUint16(at * 2 + 2, content.charCodeAt(at), littleEndian);
    }
    return new Uint8Array(view.buffer);
  }

  it.each([true, false])(
    'reads UTF-16 (little-endian: %s), with places in the file',
    async (little) => {
      const content = broken.replace('ENC', 'UTF-16');
      const report = await reportOn(utf16(content, little));
      const [finding] = report.findings;
      expect(finding?.code).toBe('unknown-attribute');
      expect(finding?.span.offset).toBe(content.indexOf('nome') * 2 + 2);
      expect(finding?.span.endOffset).toBe(content.indexOf('nome') * 2 + 10);
      expect(finding?.span.line).toBe(4);
    },
  );

  it('knows where the version stands in the file', async () => {
    const content = text.replace('ENC', 'UTF-16').replace('revMinor="2"', 'revMinor="9"');
    const report = await reportOn(utf16(content, true));
    expect(report.findings[0]?.code).toBe('unsupported-version');
    expect(report.findings[0]?.span.offset).toBe(content.indexOf('9"') * 2 + 2);
  });

  it.each([
    ['windows-1252', '€'],
    ['ISO-8859-1', 'ß'],
  ])('reads %s, with places in the file', async (label, special) => {
    const content = broken.replace('ENC', label).replace('€', special);
    const byte = (character: string): number =>
      character === '€' ? 0x80 : character.charCodeAt(0);
    const report = await reportOn(Uint8Array.from([...content].map(byte)));
    expect(codes(report)).toEqual(['error unknown-attribute 4:12']);
    expect(report.findings[0]?.span.offset).toBe(content.indexOf('nome'));
  });

  it('says where US-ASCII is not', async () => {
    const bytes = new TextEncoder().encode(text.replace('ENC', 'US-ASCII'));
    const report = await reportOn(bytes);
    expect(report.verdict).toBe('malformed');
    expect(codes(report)).toEqual(['critical invalid-bytes 4:28']);
    expect(report.findings[0]?.message).toContain('US-ASCII');
  });

  it('refuses a declaration that the bytes contradict, and encodings that it cannot read', async () => {
    const contradicted = await reportOn(text.replace('ENC', 'UTF-16'));
    expect(codes(contradicted)).toEqual(['critical contradicted-encoding 1:31']);
    const unsupported = await reportOn(text.replace('ENC', 'Shift_JIS'));
    expect(codes(unsupported)).toEqual(['critical unsupported-encoding 1:31']);
    expect(unsupported.verdict).toBe('malformed');
  });

  it('believes the byte order mark of UTF-8 and says so', async () => {
    const report = await reportOn(`\ufeff${text.replace('ENC', 'ISO-8859-1')}`);
    expect(report.verdict).toBe('valid');
    expect(codes(report)).toEqual(['warning overruled-encoding 1:31']);
  });

  it('points at a byte that is no UTF-8', async () => {
    const bytes = new TextEncoder().encode(catalog('<!-- ? -->'));
    bytes[bytes.indexOf(0x3f)] = 0xfc;
    const report = await reportOn(bytes);
    expect(codes(report)).toEqual(['critical invalid-bytes 3:26']);
  });
});

describe('versions without a schema', () => {
  it('is said of 0.9, and the structure is told as notes', async () => {
    const report = await reportOn(catalog('<Nonsense/>', '0.9'));
    expect(report).toMatchObject({ verdict: 'unsupported', version: '0.9', counts: { error: 0 } });
    expect(codes(report)).toEqual([
      'warning unsupported-version 2:25',
      'info unknown-element 3:21',
    ]);
    expect(report.findings[0]?.help).toContain('what differs from 1.0 is told as notes');
  });

  it('is said of what is yet to come, and of what is no number', async () => {
    const minor = await reportOn(catalog('', '1.9'));
    expect(codes(minor)).toEqual(['warning unsupported-version 2:38']);
    expect(minor.findings[0]?.span).toMatchObject({ offset: 52, endOffset: 53, endColumn: 39 });
    expect((await reportOn(catalog('', '01.2'))).verdict).toBe('unsupported');
    const nameless = await reportOn(catalog('', '$a.2'));
    expect(codes(nameless)[0]).toBe('error unsupported-version 2:25');
    const major = await reportOn(catalog('', '2.2'));
    expect(codes(major)).toEqual(['warning unsupported-version 2:25']);
  });

  it('is said where the header or a part of the revision is missing', async () => {
    const headless = await reportOn('<OpenSCENARIO><Catalog name="c"/></OpenSCENARIO>');
    expect(headless.verdict).toBe('unsupported');
    expect(codes(headless)[0]).toBe('error missing-header 1:1');
    const minorless = await reportOn(catalog().replace(' revMinor="2"', ''));
    expect(minorless.verdict).toBe('unsupported');
    expect(codes(minorless)).toEqual(['error missing-version 2:3']);
  });

  it('finds the header behind a megabyte of comment', async () => {
    const comment = `<!--${' '.repeat(1 << 20)}-->`;
    const report = await reportOn(catalog().replace('<FileHeader', `${comment}<FileHeader`));
    expect(report).toMatchObject({ verdict: 'valid', version: '1.2' });
  });
});

describe('text where none may stand', () => {
  const driven = (inside: string): string => catalog(`<Controller name="c">${inside}</Controller>`);

  it.each([
    ['\n      ', 'blanks or line breaks'],
    ['text', 'text'],
  ])('says what an empty element contains: %j', async (inside, what) => {
    const properties = `<Properties><Property name="a" value="b">${inside}</Property></Properties>`;
    const report = await reportOn(driven(properties));
    expect(report.findings).toMatchObject([
      {
        code: 'content-in-empty',
        message: `\`Property\` must be empty, but contains ${what}.`,
        related: [{ message: 'the text stands here' }],
      },
    ]);
  });

  it('is told where elements only may stand, and white space there is not', async () => {
    const report = await reportOn(driven('\n lost <Properties/> \n'));
    expect(report.findings).toMatchObject([
      { code: 'unexpected-text', related: [{ span: { line: 4, column: 2, endColumn: 6 } }] },
    ]);
  });
});

describe('what is no scenario', () => {
  it('says what it seems to be', async () => {
    const json = await reportOn('{"a": 1}');
    expect(json.verdict).toBe('malformed');
    expect(json.findings[0]?.message).toContain('JSON');
    const road = await reportOn(
      '<OpenDRIVE><header revMajor="1"/></OpenDRIVE>',
      {},
      {},
      { path: 'a.xodr' },
    );
    expect(road).toMatchObject({ verdict: 'unsupported', counts: { info: 1, error: 0 } });
    expect(road.findings[0]?.message).toBe(
      'This is an OpenDRIVE road network, which is not checked by itself.',
    );
    const other = await reportOn('<html><body/></html>', {}, {}, { path: 'a.xml' });
    expect(other).toMatchObject({ verdict: 'unsupported', counts: { warning: 1 } });
  });

  it('is only mentioned where it merely lay there', async () => {
    const found = { origin: 'found', path: 'dir/a.png' } as const;
    const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    const report = await reportOn(png, {}, {}, found);
    expect(report).toMatchObject({ verdict: 'unsupported', counts: { critical: 0, info: 1 } });
    expect(report.findings[0]?.message).toContain('PNG');
  });

  it('is a misspelt root only where a header follows', async () => {
    const report = await reportOn(catalog().replaceAll('OpenSCENARIO', 'Scenario'));
    expect(report.verdict).toBe('invalid');
    expect(codes(report)).toEqual(['error unexpected-root 1:1']);
  });
});

describe('hostile and broken input', () => {
  it.each([
    ['nothing', '', 'empty-document', '1:1'],
    ['white space', ' \n ', 'no-root-element', '2:2'],
    ['a cut tag', '<OpenSCENARIO><FileHeader rev', 'unfinished-start-tag', '1:15'],
    ['a cut comment', '<OpenSCENARIO><!-- ', 'unfinished-comment', '1:20'],
    ['a cut document', '<OpenSCENARIO>\n<FileHeader>', 'unclosed-element', '2:13'],
    ['a NUL', '<a>\0</a>', 'invalid-character', '1:4'],
  ])('%s is one finding', async (_, content, code, place) => {
    const report = await reportOn(content);
    expect(report.verdict).toBe('malformed');
    expect(codes(report)).toEqual([`critical ${code} ${place}`]);
  });

  it('tells which tag was left open, and where', async () => {
    const { findings } = await reportOn('<a>\n  <b>\n</a>');
    expect(findings[0]).toMatchObject({
      code: 'mismatched-end-tag',
      span: { line: 3, column: 1 },
      related: [{ span: { line: 2, column: 3 }, message: '`b` is opened here' }],
    });
  });

  it('reports what came before a fatal error', async () => {
    const report = await reportOn(catalog('<Nonsense/></Vehicle>'));
    expect(codes(report)).toEqual([
      'error unknown-element 3:21',
      'critical mismatched-end-tag 3:32',
    ]);
  });

  it('stops at 1,000 levels of elements', async () => {
    const report = await reportOn('<a>'.repeat(100_000));
    expect(codes(report)).toEqual(['critical too-deep 1:3001']);
  });

  it('stops at 10,000 attributes and at names of 10,000 bytes', async () => {
    const many = Array.from({ length: 10_001 }, (_, index) => ` a${index}="1"`).join('');
    expect(codes(await reportOn(`<a${many}/>`))).toEqual(['critical too-many-attributes 1:1']);
    const long = await reportOn(`<${'a'.repeat(10_001)}/>`);
    expect(codes(long)).toEqual(['critical name-too-long 1:1']);
  });

  it('does not let entities explode', async () => {
    const levels = Array.from({ length: 30 }, (_, level) =>
      level === 0 ? '<!ENTITY e0 "ha">' : `<!ENTITY e${level} "${`&e${level - 1};`.repeat(10)}">`,
    ).join('\n');
    const report = await reportOn(`<!DOCTYPE a [${levels}]><a>&e9;</a>`);
    expect(codes(report).at(-1)).toMatch(/^critical entity-too-large/);
    const deep = await reportOn(`<!DOCTYPE a [${levels}]><a b="&e29;"/>`);
    expect(codes(deep).at(-1)).toMatch(/^critical entity-too-deep/);
  });

  it('reads a line, and a value, of 50 MB', async () => {
    const item = '<Vehicle name="v"/>';
    const count = Math.ceil(50_000_000 / item.length);
    const report = await reportOn(catalog(item.repeat(count)));
    expect(report.elements).toBe(count + 3);
    expect(report.counts.error).toBeGreaterThan(count);
    expect(report.findings).toHaveLength(10_000);
    expect(report.omitted).toBe(report.counts.error + report.counts.warning - 10_000);
    expect(report.findings.at(-1)?.span.line).toBe(3);
    const value = await reportOn(catalog().replace('"c"', `"${'c'.repeat(50_000_000)}"`));
    expect(value.verdict).toBe('valid');
  });

  it('says of entities in other files that they were not read', async () => {
    const report = await reportOn(
      catalog('', '1.2', '<!DOCTYPE OpenSCENARIO SYSTEM "http://example.invalid/a.dtd">\n'),
    );
    expect(report.verdict).toBe('valid');
    expect(codes(report)).toEqual(['info external-subset-skipped 1:24']);
  });
});

describe('the engine', () => {
  it('takes sources one after the other, however many are given at once', async () => {
    const engine = makeEngine();
    const { signal } = new AbortController();
    const options = { level: 'structure', tape: false } as const;
    const inspections = await Promise.all(
      ['1.0', '1.2', '1.2', '1.3'].map((version) =>
        engine.inspect(sourceOf(catalog(' '.repeat(1 << 20), version)), options, {}, signal),
      ),
    );
    const reports = inspections.map(({ report }) => [report?.version, report?.verdict]);
    expect(reports).toEqual([
      ['1.0', 'valid'],
      ['1.2', 'valid'],
      ['1.2', 'valid'],
      ['1.3', 'valid'],
    ]);
  });

  it('can be made ready beforehand, and finds the same', async () => {
    const engine = makeEngine();
    await engine.prepare();
    const { signal } = new AbortController();
    const options = { level: 'structure', tape: false } as const;
    const { report } = await engine.inspect(sourceOf(catalog('<Nonsense/>')), options, {}, signal);
    expect(report && codes(report)).toEqual(['error unknown-element 3:21']);
  });

  it('tells progress, findings and tape while it reads', async () => {
    const bytes: number[] = [];
    let told = 0;
    let batches = 0;
    const report = await reportOn(
      catalog('<Vehicle/>\n'.repeat(100_000)),
      { tape: true },
      {
        progress: (read) => bytes.push(read),
        findings: (batch) => (told += batch.length),
        tape: () => batches++,
      },
    );
    expect(bytes.length).toBeGreaterThan(2);
    expect(bytes).toEqual([...bytes].sort((a, b) => a - b));
    expect(told).toBe(report.findings.length);
    expect(batches).toBeGreaterThan(2);
  });

  it('leaves structure alone at the level of syntax', async () => {
    const report = await reportOn(catalog('<Nonsense/>'), { level: 'syntax' });
    expect(report).toMatchObject({ verdict: 'valid', findings: [] });
  });

  it('stops when the signal fires', async () => {
    const controller = new AbortController();
    const events = { progress: () => controller.abort() };
    const source = sourceOf(catalog(' '.repeat(4 << 20)));
    const call = makeEngine().inspect(
      source,
      { level: 'structure', tape: false },
      events,
      controller.signal,
    );
    await expect(call).rejects.toThrow(/abort/i);
  });

  it('tells one mistake once: a misspelt attribute is not also missing', async () => {
    const report = await reportOn(catalog().replace('author', 'autor'));
    expect(codes(report)).toEqual(['error unknown-attribute 2:84']);
  });

  it('tells one mistake once: a misspelt element is neither missing nor out of order', async () => {
    const text = `<OpenSCENARIO>
  <FileHeader revMajor="1" revMinor="2" date="2026-01-31T12:00:00" description="d" author="a"/>
  <CatalogLocation/>
  <RoadNetwork/>
  <Entities/>
  <Storyboard><Init><Actions/></Init><StopTrigger/></Storyboard>
</OpenSCENARIO>`;
    const report = await reportOn(text);
    expect(codes(report)).toEqual(['error unknown-element 3:3']);
    expect(report.findings[0]?.help).toContain('`CatalogLocations`');
  });
});

describe('the size of chunks', () => {
  it.each([1, 7, 64, 4096, 4 * 1024 * 1024])('of %i bytes changes nothing', async (chunkBytes) => {
    const text = catalog('<Vehicle nome="ü"><Propertys/></Vehicle>'.repeat(40), '1.2', '\ufeff');
    const usual = await reportOn(text);
    const report = await reportOn(text, { chunkBytes });
    expect({ ...report, ms: 0 }).toEqual({ ...usual, ms: 0 });
    expect(report.findings.length).toBeGreaterThan(40);
  });

  it.each([0, -1, 1.5, NaN])('of %d bytes is refused', async (chunkBytes) => {
    await expect(reportOn(catalog(), { chunkBytes })).rejects.toThrow(RangeError);
  });
});

describe('findings', () => {
  it('come in the order of the document, of whatever level and in whatever pieces', async () => {
    const declaration = '<?xml version="1.7" encoding="UTF-8"?>\n';
    const text = catalog('<Vehicle nome="v"/><Unknown/>', '1.2', declaration);
    const usual = await reportOn(text);
    expect(usual.findings[0]?.code).toBe('unusual-xml-version');
    expect(usual.findings.length).toBeGreaterThan(2);
    const { findings } = await reportOn(text, { chunkBytes: 16 });
    expect(findings).toEqual(usual.findings);
  });
});
