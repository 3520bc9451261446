import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allLines, anyDocument, written } from '../testing/documents';
import { mutated } from '../testing/fuzz';
import { writeJson } from '../writers/json';
import { readJson } from './json';
import { mostFiles, mostText } from './limits';
import type { ReadResult } from './reader';

const schema = new URL('../../../docs/report.schema.json', import.meta.url);
const valid = new Ajv2020({ strictTypes: false }).compile(
  JSON.parse(readFileSync(schema, 'utf8')) as object,
);

type Read = Extract<ReadResult, { document: unknown }>;

function bytesOf(value: unknown): Uint8Array {
  return new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));
}

async function readWell(bytes: Uint8Array): Promise<Read> {
  const read = await readJson(bytes);
  if (!('document' in read)) throw new Error(read.problem);
  return read;
}

const span = { offset: 3, endOffset: 5, line: 1, column: 4, endLine: 1, endColumn: 6 };
const finding = {
  rule: 'a:b:1.0.0:c',
  code: 'd',
  level: 'structure',
  severity: 'error',
  message: 'Wrong',
  span,
};
const file = {
  path: 'a.xml',
  format: null,
  version: null,
  kind: null,
  verdict: 'invalid',
  overall: 'invalid',
  counts: { critical: 0, error: 1, warning: 0, info: 0 },
  omitted: 0,
  size: 9,
  elements: 1,
  findings: [finding],
};
const tool = { name: 'Scrutineer', version: '1' };
const report = { report: 1, tool, summary: {}, files: [file], rules: [] };

describe('what was written', () => {
  test('comes back whole, and is written the same again', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(anyDocument({ excerpts: true }), async (document) => {
        const bytes = written(writeJson(document));
        const read = await readWell(bytes);
        expect(read.remarks).toEqual([]);
        expect({ ...read.document, excerpts: null }).toEqual({ ...document, excerpts: null });
        expect(allLines(read.document)).toEqual(allLines(document));
        expect(written(writeJson(read.document))).toEqual(bytes);
      }),
    );
  });

  test('is what the schema in docs/ says', () => {
    fc.assert(
      fc.property(anyDocument({ excerpts: true }), (document) => {
        valid(JSON.parse([...writeJson(document)].join('')));
        expect(valid.errors).toBeNull();
      }),
    );
  });

  test('is a line a finding, in a file that tells its version first', () => {
    const document = { tool, files: [], rules: [], excerpts: null };
    expect([...writeJson(document)].join('')).toBe(
      [
        '{',
        '"report": 1,',
        '"tool": {"name":"Scrutineer","version":"1"},',
        '"summary": {"files":0,"verdicts":{"valid":0,"invalid":0,"malformed":0,"unsupported":0},"counts":{"critical":0,"error":0,"warning":0,"info":0}},',
        '"files": [],',
        '"rules": []',
        '}',
        '',
      ].join('\n'),
    );
  });
});

describe('what comes from elsewhere', () => {
  test('is read where it has more in it, and a byte order mark', async () => {
    const more = { ...report, more: 1, files: [{ ...file, findings: [{ ...finding, more: [] }] }] };
    const { document } = await readWell(bytesOf(`\ufeff${JSON.stringify(more)}`));
    const { span: place, ...rest } = finding;
    expect(document.files[0]?.findings).toEqual([{ ...rest, path: 'a.xml', span: place }]);
  });

  test.each([
    ['', 'The report is no JSON, or it was cut off.'],
    ['{"report": 1,', 'The report is no JSON, or it was cut off.'],
    ['[]', 'The report holds no report where there should be one.'],
    ['{"report": 2}', 'The report is of a newer form than this version of Scrutineer knows.'],
    ['{"report": "1"}', 'The report holds a report whose `report` is missing or wrong.'],
    [{ ...report, files: [null] }, 'The report holds no file where there should be one.'],
    [
      { ...report, files: [{ ...file, findings: [{ ...finding, level: 'deep' }] }] },
      'The report holds a finding whose `level` is missing or wrong.',
    ],
    [
      { ...report, files: [{ ...file, findings: [{ ...finding, span: { ...span, line: -1 } }] }] },
      'The report holds a `span` whose `line` is missing or wrong.',
    ],
    [
      { ...report, rules: [{ id: 'r', aliases: [{ toString: 1 }] }] },
      'The report holds a rule whose `aliases` is missing or wrong.',
    ],
  ])('%j is refused', async (content, problem) => {
    expect(await readJson(bytesOf(content))).toEqual({ problem });
  });

  test('takes no more room than a report may', async () => {
    const long = { ...finding, message: 'x'.repeat(mostText * 2) };
    const many = Array.from({ length: mostFiles + 1 }, (_, at) => ({
      ...file,
      path: `${at}`,
      findings: at === 0 ? [long] : [],
    }));
    const { document, remarks } = await readWell(bytesOf({ ...report, files: many }));
    expect(document.files).toHaveLength(mostFiles);
    expect(remarks).toHaveLength(1);
    expect(document.files[0]?.findings[0]?.message).toHaveLength(mostText);
  });

  test('never throws, whatever it is', async () => {
    const any = anyDocument({ excerpts: true }).chain((document) =>
      mutated(written(writeJson(document))),
    );
    await fc.assert(
      fc.asyncProperty(any, async (bytes) => {
        const read = await readJson(bytes);
        if ('problem' in read) expect(read.problem).toMatch(/^The report .*\.$/);
        else expect([...writeJson(read.document)].length).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
    const deep = '['.repeat(200_000);
    expect(await readJson(bytesOf(`{"report":1,"files":${deep}`))).toHaveProperty('problem');
  });
});
