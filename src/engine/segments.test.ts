import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { FileReport } from '../findings/report';
import { tokenizerModule } from './testing/module';
import { Bench } from './testing/segments';
import { Encoding, Tokenizer } from './tokenizer';

const bench = new Bench();
const encoder = new TextEncoder();
const sample = readFileSync(
  new URL('../../public/samples/misspelt-names.xosc', import.meta.url),
  'utf8',
);

/** A document with a part of the sample many times over, changed by `change`. */
function longDocument(count: number, change: (part: string, index: number) => string): string {
  const part = /<ScenarioObject[^]*?<\/ScenarioObject>/.exec(sample)?.[0] ?? '';
  expect(part.length).toBeGreaterThan(100);
  const parts = Array.from({ length: count }, (_, index) => change(part, index));
  return sample.replace(part, () => parts.join('\n    '));
}

function fixed(report: FileReport): FileReport {
  return { ...report, ms: 0 };
}

async function compare(document: string, count: number): Promise<{ joined: number }> {
  const bytes = encoder.encode(document);
  const starts = Array.from({ length: count - 1 }, (_, at) =>
    Math.round(((at + 1) * bytes.length) / count),
  );
  const alone = fixed(await bench.alone(bytes));
  for (const chunk of [1000, 4096, 1 << 18]) {
    expect(fixed(await bench.alone(bytes, chunk))).toEqual(alone);
    const { report, joined } = await bench.split(bytes, starts, chunk);
    expect(fixed(report)).toEqual(alone);
    if (chunk === 1 << 18) return { joined };
  }
  throw new Error('Not reached');
}

describe('a document read in segments', () => {
  it('is joined from nearly all of them where it is sound', async () => {
    const { joined } = await compare(
      longDocument(2000, (part) => part),
      30,
    );
    expect(joined).toBeGreaterThan(25);
  });

  it('tells as many findings as are kept, and counts the others', async () => {
    // More findings than a report keeps, and more than a segment keeps; some are one mistake in two
    // issues, so that it matters which are told and which are only counted.
    const document = longDocument(9000, (part, index) =>
      part
        .replace(' name=', index % 3 === 0 ? ' nme=' : ' odd="1" name=')
        .replace(' catalogName=', index % 2 === 0 ? ' catalogNam=' : ' w="0" catalogName='),
    );
    const report = await bench.alone(encoder.encode(document));
    expect(report.findings).toHaveLength(10_000);
    expect(report.omitted).toBeGreaterThan(1000);
    const { joined } = await compare(document, 12);
    // Once the report is full, segments with many issues are joined too.
    expect(joined).toBeGreaterThan(2);
  });

  it('ends with what breaks it, wherever that is', async () => {
    for (const at of [10, 500, 990]) {
      const document = longDocument(1000, (part, index) =>
        index === at ? part.replace('</', '<//') : part,
      );
      await compare(document, 9);
    }
  });

  it('may hold comments and sections longer than a segment', async () => {
    const tags = '<ScenarioObject name="x"><Oops/></ScenarioObject>\n'.repeat(2000);
    for (const [open, close] of [
      ['<!--', '-->'],
      ['<?note', '?>'],
      ['<![CDATA[', ']]>'],
    ] as const) {
      const hidden = longDocument(100, (part, index) =>
        index === 50 ? `${open} ${tags} ${close}${part}` : part,
      );
      await compare(hidden, 7);
    }
  });

  it('has an index that tells what one finds who reads it from its start', async () => {
    const indexing = new Bench({ tape: true, tapeLimit: 1000 });
    const document = longDocument(3000, (part, at) => (at % 3 ? part : part.replaceAll('\n', ' ')));
    const bytes = encoder.encode(document);
    const starts = Array.from({ length: 6 }, (_, at) => Math.round(((at + 1) * bytes.length) / 7));
    const { index, joined } = await indexing.split(bytes, starts);
    expect(joined).toBeGreaterThan(4);
    expect(index.entries).toBeGreaterThan(bytes.length / 100_000);
    const tokenizer = new Tokenizer(tokenizerModule);
    tokenizer.begin({ encoding: Encoding.utf8, mark: 0, tape: false, structure: false });
    let at = 0;
    for (let entry = 0; entry < index.entries; entry++) {
      const { text, ...place } = index.placeOf(entry);
      tokenizer.push(bytes.subarray(at, text), text === bytes.length);
      at = text;
      expect(tokenizer.place).toEqual({ text, ...place });
      expect(index.isReadable(entry)).toBe(tokenizer.between);
      expect(index.elementsBefore(entry)).toBe(tokenizer.elements);
      expect(
        index.openAt(entry).map((id) => ({ name: index.nameOf(id), place: index.startOf(id) })),
      ).toEqual(tokenizer.openElements);
    }
    expect(at).toBe(bytes.length);
  });

  it('may have lines longer than a segment, of any characters', async () => {
    const flat = longDocument(500, (part) => part.replaceAll('\n', ' ')).replaceAll('\n', ' ');
    await compare(flat, 9);
    await compare(flat.replaceAll('name="', 'name="ä€𝄞'), 9);
    await compare(flat.replaceAll('>', '>\r'), 9);
  });
});
