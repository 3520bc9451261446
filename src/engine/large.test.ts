import { expect, test } from 'vitest';
import type { FileReport } from '../findings/report';
import { recordKind, recordWords } from '../tape/layout';
import { kindMask, openBatch } from '../tape/reader';
import { noElement, SparseIndex } from '../tree/sparseIndex';
import type { InspectOptions, Region } from './inspection';
import { reportOn } from './testing/inspect';

const encoder = new TextEncoder();

/** Long elements in a long element, with a few characters that are not ASCII. */
function document(parts: number, head = ''): string {
  const lines = (part: number): string =>
    Array.from({ length: 1000 }, (_, at) => `    <leaf name="ä${part}.${at}">text</leaf>\n`).join(
      '',
    );
  const content = Array.from(
    { length: parts },
    (_, part) => `  <part number="${part}">\n${lines(part)}  </part>\n`,
  );
  return `${head}<root>\n${content.join('')}</root>\n`;
}

interface Told {
  report: FileReport;
  tape: ArrayBuffer[];
  index: SparseIndex;
  batches: number;
}

async function read(content: BlobPart, options: Partial<InspectOptions>): Promise<Told> {
  const tape: ArrayBuffer[] = [];
  const index = new SparseIndex();
  let batches = 0;
  const report = await reportOn(
    content,
    { tape: true, ...options },
    {
      tape: (batch) => void tape.push(batch),
      index: (batch) => {
        index.add(batch);
        batches++;
      },
    },
  );
  return { report, tape, index, batches };
}

/** The tape's records as text, without the ids of names. */
function recordsOf(batches: readonly ArrayBuffer[]): string[] {
  return batches.flatMap((batch) => {
    const { records } = openBatch(batch);
    const lines: string[] = [];
    for (let at = 0; at < records.length; at += recordWords) {
      lines.push([(records[at] ?? 0) & 0xff, records[at + 1], records[at + 2]].join(' '));
    }
    return lines;
  });
}

function regionOf(index: SparseIndex, from: number, to: number, want: Region['want']): Region {
  const { text, offset, line, column } = index.placeOf(from);
  return { want, start: offset, end: index.placeOf(to).offset, text, line, column };
}

async function gzipped(text: string): Promise<Blob> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Response(stream).blob();
}

const text = document(8);

test('a document within the limit has a tape and no index', async () => {
  const { tape, batches } = await read(text, { tapeLimit: encoder.encode(text).length });
  expect(recordsOf(tape).length).toBeGreaterThan(8000 * 3);
  expect(batches).toBe(0);
});

test('a larger one has an index and no tape', async () => {
  const bytes = encoder.encode(text);
  const { tape, index, report } = await read(text, { tapeLimit: bytes.length - 1 });
  expect(report.elements).toBe(8009);
  expect(tape).toEqual([]);
  expect(index.entries).toBeGreaterThan(4);
  for (let entry = 1; entry < index.entries; entry++) {
    expect(index.textOf(entry) - index.textOf(entry - 1)).toBeLessThanOrEqual(64 * 1024);
  }
  for (let entry = 0; entry < index.entries; entry++) {
    const { offset, line, column } = index.placeOf(entry);
    const before = new TextDecoder().decode(bytes.subarray(0, offset)).split('\n');
    expect([line, column]).toEqual([before.length, (before.at(-1) ?? '').length + 1]);
    const names = index.openAt(entry).map((id) => index.nameOf(id));
    if (index.isReadable(entry)) expect(names.slice(0, 1)).toEqual(['root']);
  }
  const last = index.entries - 1;
  expect(index.placeOf(last).offset).toBe(bytes.length);
  expect(index.innermostAt(last)).toBe(noElement);
});

test('where the size is not known, the tape ends when it proves to be large', async () => {
  const packed = await gzipped(text);
  const { tape, index } = await read(packed, { tapeLimit: 150_000 });
  const records = recordsOf(tape);
  expect(records.length).toBeLessThan(8000 * 3);
  expect(index.textOf(0)).toBeLessThan(64 * 1024);
  expect(index.textOf(index.entries - 1)).toBe(encoder.encode(text).length);
  expect((await read(packed, {})).batches).toBe(0);
});

test.each([
  ['as it is', (some: string): BlobPart | Promise<BlobPart> => some],
  ['packed', gzipped],
])('any region can be read again: a file %s', async (_, make) => {
  const content = await make(text);
  const whole = await read(content, {});
  const { index } = await read(content, { tapeLimit: 1 });
  const all: string[] = [];
  for (let from = 0; from < index.entries - 1;) {
    const to = index.readableAfter(from);
    if (index.isReadable(from)) {
      const { tape } = await read(content, { region: regionOf(index, from, to, 'tape') });
      all.push(...recordsOf(tape));
    }
    from = to;
  }
  const expected = recordsOf(whole.tape);
  expect(all.length).toBeGreaterThan(0.8 * expected.length);
  expect(all).toEqual(expected.slice(-all.length));
});

test('regions of another encoding come as UTF-8, with the offsets of the index', async () => {
  const wide = new Uint8Array(
    new Uint16Array([...`\ufeff${text}`].map((c) => c.charCodeAt(0))).buffer,
  );
  const { index } = await read(wide, { tapeLimit: 1 });
  const plain = await read(text, {});
  const from = index.readableAfter(0);
  const to = index.readableAfter(from);
  const region = regionOf(index, from, to, 'tape');
  const { tape } = await read(wide, { region });
  const { records } = openBatch(tape[0] ?? new ArrayBuffer(0));
  expect((records[0] ?? 0) & kindMask).toBe(recordKind.element);
  const expected = recordsOf(plain.tape);
  const lines = recordsOf(tape);
  const at = expected.indexOf(lines[0] ?? '');
  expect(at).toBeGreaterThan(0);
  expect(lines).toEqual(expected.slice(at, at + lines.length));

  const pieces: Uint8Array[] = [];
  await reportOn(
    wide,
    { tape: true, region: { ...region, want: 'bytes' } },
    // As a worker does, which hands the memory on.
    {
      bytes: (piece) =>
        void pieces.push(new Uint8Array(structuredClone(piece, { transfer: [piece] }))),
    },
  );
  const decoded = pieces.map((piece) => new TextDecoder().decode(piece)).join('');
  const bytes = encoder.encode(text);
  const there = bytes.subarray(index.textOf(from), index.textOf(to));
  expect(decoded).toBe(new TextDecoder().decode(there));
});

test('a malformed document has an index up to the mistake', async () => {
  const broken = text.replace('<part number="5">', '<part number=5>');
  const { index, report } = await read(broken, { tapeLimit: 1 });
  expect(report.verdict).toBe('malformed');
  const { offset } = report.findings[0]?.span ?? { offset: 0 };
  const last = index.placeOf(index.entries - 1);
  expect(Math.abs(offset - last.offset)).toBeLessThan(100);
  expect(report.size).toBe(encoder.encode(broken).length);
});

const megabyte = 1_000_000;

/** A document whose middle is so many copies of a filling. */
function filled(before: string, filling: string, times: number, after: string): Blob {
  const many = filling.repeat(4096);
  return new Blob([before, ...Array<string>(times / 4096).fill(many), after]);
}

test.each([
  ['attribute value', '<root>\n  <a b="', '0123456789abcdef', '"/></root>', '2:3'],
  ['tag', '<root>\n  <a ', '                ', '/></root>', '2:3'],
])(
  'a hostile %s ends at the memory limit, with words that say why',
  async (_, before, filling, after, at) => {
    const content = filled(before, filling, 4 * 1024 * 1024, after);
    const { findings, verdict } = await reportOn(content, { memoryLimit: 32 * megabyte });
    const [finding] = findings.slice(-1);
    expect(verdict).toBe('malformed');
    expect(finding).toMatchObject({ code: 'memory-limit', severity: 'critical' });
    expect(`${finding?.span.line}:${finding?.span.column}`).toBe(at);
    expect(finding?.message).toMatch(
      /more than 32 MB of memory.*tag or declaration that begins here/,
    );
  },
);

test('a comment of any length takes no memory', async () => {
  const content = filled('<root><!--', 'nothing to see. ', 4 * 1024 * 1024, '--></root>');
  const { findings } = await reportOn(content, { memoryLimit: 8 * megabyte });
  expect(findings.map(({ code }) => code)).not.toContain('memory-limit');
});

test('millions of names end at the memory limit, and the next file is read as ever', async () => {
  const names = Array.from({ length: 1_500_000 }, (_, at) => `<n${at}/>`).join('\n');
  const { findings } = await reportOn(`<root>${names}</root>`, { memoryLimit: 32 * megabyte });
  const [finding] = findings.slice(-1);
  expect(finding).toMatchObject({ code: 'memory-limit', severity: 'critical' });
  expect(finding?.span.line).toBeGreaterThan(1000);
  const next = await reportOn('<root/>');
  expect(next.elements).toBe(1);
});

test('of a packed file, no more is told than the region that was asked for', async () => {
  const content = await gzipped(text);
  let bytes = 0;
  const region = {
    want: 'bytes',
    start: 1000,
    end: 101_000,
    text: 1000,
    line: 1,
    column: 1,
  } as const;
  await reportOn(
    content,
    { tape: true, region },
    { bytes: (piece) => void (bytes += structuredClone(piece, { transfer: [piece] }).byteLength) },
  );
  expect(bytes).toBe(100_000);
});
