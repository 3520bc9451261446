import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formatOfFile } from './formats';
import { Collector, runIn } from './testing/world';

let folder = '';
const at = (name: string): string => join(folder, name).replace(/\\/g, '/');

interface Written {
  report: number;
  tool: { name: string; version: string };
  summary: { files: number };
  files: { path: string; hash?: string; findings: Record<string, unknown>[] }[];
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'scrutineer-'));
  mkdirSync(at('tree'));
  writeFileSync(at('tree/b.xosc'), '<a>\n  <b x="BAD"/>\n</a>\n');
  writeFileSync(at('tree/a.xosc'), '<good/>');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const json = async (...args: string[]): Promise<Written> => {
  const { out, err } = await runIn(['check', '--format', 'json', ...args]);
  expect(err).toBe('');
  return JSON.parse(out) as Written;
};

describe('forms that are one document', () => {
  test('hold all files, with what a check leaves out', async () => {
    const document = await json(at('tree/b.xosc'), at('tree/a.xosc'));
    expect(document.tool).toEqual({ name: 'Scrutineer', version: '1.2.3' });
    expect(document.summary).toMatchObject({ files: 2 });
    expect(document.files.map(({ path }) => path)).toEqual(['tree/a.xosc', 'tree/b.xosc'].map(at));
    const [good, bad] = document.files;
    expect(good).toMatchObject({ hash: expect.stringMatching(/^[0-9a-f]{64}$/) as string });
    expect(bad?.findings).toMatchObject([{ element: '/at[12]', span: { line: 2, column: 9 } }]);
    expect(bad?.findings[0]).not.toHaveProperty('excerpt');
  });

  test('do not depend on the order of the files, nor on who checked them', async () => {
    const one = await runIn(['check', '-f', 'json', at('tree')]);
    const other = await runIn([
      'check',
      '-f',
      'json',
      '-j',
      '2',
      at('tree/b.xosc'),
      at('tree/a.xosc'),
    ]);
    expect(other.out).toBe(one.out);
    expect(one.status).toBe(1);
  });

  test('hold source lines where they are wanted', async () => {
    const { files } = await json('--excerpts', at('tree/b.xosc'));
    expect(files[0]?.findings[0]?.['excerpt']).toEqual([
      { number: 1, text: '<a>' },
      { number: 2, text: '  <b x="BAD"/>', mark: { from: 8, to: 11 } },
      { number: 3, text: '</a>' },
    ]);
  });

  test('are written of merged reports too, as these came', async () => {
    const { out } = await runIn(['check', '--format', 'jsonl', at('tree')]);
    writeFileSync(at('parts.jsonl'), out);
    const merged = await runIn(['merge', '-f', 'json', '--excerpts', at('parts.jsonl')]);
    const { files } = JSON.parse(merged.out) as Written;
    expect(files.map(({ path }) => path)).toEqual(['tree/a.xosc', 'tree/b.xosc'].map(at));
    expect(files[1]).not.toHaveProperty('hash');
    expect(files[1]?.findings[0]).toMatchObject({ excerpt: [{}, { number: 2 }, {}] });
    expect(merged.status).toBe(1);
  });

  test('are not begun for a reader that has gone', async () => {
    const stdout = new Collector();
    stdout.write = (_, done) => {
      (done as (error: Error) => void)(Object.assign(new Error('gone'), { code: 'EPIPE' }));
      return false;
    };
    expect((await runIn(['check', '-f', 'json', at('tree')], { stdout })).status).toBe(1);
  });
});

describe('the file that is written', () => {
  test('holds what would else be printed, and nothing is printed', async () => {
    const printed = await runIn(['check', at('tree')]);
    const written = await runIn(['check', at('tree'), '-o', at('out.txt')], {
      env: { FORCE_COLOR: '1' },
    });
    expect(written).toMatchObject({ out: '', err: '', status: 1 });
    expect(readFileSync(at('out.txt'), 'utf8')).toBe(printed.out);
  });

  test('tells the form by its name, unless that is said', async () => {
    await runIn(['check', at('tree'), '--output', at('out.json')]);
    expect(readFileSync(at('out.json'), 'utf8')).toMatch(/^\{\n"report": 1,/);
    await runIn(['check', at('tree'), '--output', at('out.json'), '-f', 'jsonl']);
    expect(readFileSync(at('out.json'), 'utf8')).toMatch(/^\{"path":/);
  });

  test.each([
    ['report.json', 'json'],
    ['a/b.c/REPORT.JSON', 'json'],
    ['report.jsonl', 'jsonl'],
    ['C:\\reports\\report.txt', 'text'],
    ['report.jsonl.txt', 'jsonl'],
    ['json', null],
    ['report.docx', null],
    ['report.json/report', null],
  ])('%s holds %s', (name, format) => {
    expect(formatOfFile(name)).toBe(format);
  });

  test('is none of the files of a folder that are checked', async () => {
    const args = ['check', at('tree'), '-o', at('tree/report.json')];
    await runIn(args);
    const first = readFileSync(at('tree/report.json'), 'utf8');
    await runIn(args);
    expect(readFileSync(at('tree/report.json'), 'utf8')).toBe(first);
    rmSync(at('tree/report.json'));
  });

  test('is never one that is to be read', async () => {
    const before = readFileSync(at('tree/a.xosc'), 'utf8');
    const ran = await runIn(['check', at('tree/a.xosc'), '-f', 'text', '-o', at('tree/a.xosc')]);
    expect(ran.status).toBe(2);
    expect(ran.err).toContain('cannot be written to as well');
    expect(readFileSync(at('tree/a.xosc'), 'utf8')).toBe(before);
  });

  test('is said to be what cannot be written, before anything is checked', async () => {
    const ran = await runIn(['check', at('tree'), '-o', at('nowhere/out.json')]);
    expect(ran.status).toBe(2);
    expect(ran.err).toBe(
      `scrutineer: “${at('nowhere/out.json')}” cannot be written: its folder does not exist\n`,
    );
    expect(ran.threads).toEqual([]);
  });

  test.runIf(existsSync('/dev/full'))('is said to be too much for a full disk', async () => {
    const ran = await runIn(['check', at('tree'), '-f', 'json', '-o', '/dev/full']);
    expect(ran).toMatchObject({ status: 2, out: '' });
    expect(ran.err).toContain('“/dev/full” cannot be written: the disk is full');
  });
});
