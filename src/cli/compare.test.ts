import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { loadPacks } from '../formats/registry';
import type { Ran } from './testing/world';
import { runIn } from './testing/world';

let folder = '';
const at = (name: string): string => join(folder, name).replace(/\\/g, '/');

function write(path: string, content: string): void {
  mkdirSync(join(at(path), '..'), { recursive: true });
  writeFileSync(at(path), content);
}

const compare = (...args: string[]): Promise<Ran> => runIn(['compare', ...args]);

// What is said of rules is loaded once, which takes the longest.
beforeAll(() => loadPacks(), 60_000);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'scrutineer-'));
  write('old/a.xosc', '<a>\n  BAD\n  BAD\n</a>\n');
  write('new/a.xosc', '<a>\n\n\n  BAD\n</a>\n');
  write('new/b.xosc', '<b>BAD</b>');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('two folders', () => {
  test('are checked and compared, whatever the lines', async () => {
    const { status, out, err } = await compare(at('old'), at('new'));
    expect(err).toBe('');
    expect(out).toBe(
      [
        'fixed error[bad]: This is bad',
        `  --> ${at('old/a.xosc')}:3:3`,
        '',
        `${at('new/b.xosc')} is only in the later report`,
        '',
        'new error[bad]: This is bad',
        `  --> ${at('new/b.xosc')}:1:4`,
        '',
        '2 files · 1 new, 1 fixed, 1 remaining',
        '',
      ].join('\n'),
    );
    expect(status).toBe(1);
  });

  test('are no reason to stop where nothing is worse', async () => {
    const { status, out } = await compare(at('new'), at('old'), '--all');
    expect(out).toContain('remaining error[bad]: This is bad');
    expect(status).toBe(1);
    rmSync(at('new/b.xosc'));
    write('old/a.xosc', '<a>BAD</a>');
    expect((await compare(at('new'), at('old'))).status).toBe(0);
    expect((await compare(at('new'), at('new'))).out).toBe('1 file · Nothing changed\n');
  });
});

describe('a report that was kept', () => {
  const forms = ['json', 'jsonl', 'sarif'];

  test.each(forms)('in %s is a baseline', async (form) => {
    const report = at(`baseline.${form}`);
    await runIn(['check', '-o', report, '--format', form, at('old')]);
    const same = await compare(report, at('old'));
    expect(same.err).toBe('');
    expect(same.out).toContain('Nothing changed');
    expect(same.status).toBe(0);
    const other = await compare(report, at('new'));
    expect(other.out).toContain('1 new, 1 fixed, 1 remaining');
    expect(other.status).toBe(1);
  });

  test('that cannot be read is said to be none', async () => {
    write('broken.sarif', '{"$schema": "sarif-2.1.0", "version": "2.1.0", "runs": [');
    const { status, out, err } = await compare(at('broken.sarif'), at('new'));
    expect(status).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(`scrutineer: “${at('broken.sarif')}”: `);
  });
});

describe('is written', () => {
  test('in JSON, with both findings', async () => {
    const { out } = await compare(at('old'), at('new'), '--format', 'json');
    const written = JSON.parse(out) as Record<string, unknown>;
    expect(written).toMatchObject({
      comparison: 1,
      before: { tool: { name: 'Scrutineer' }, files: 1 },
      counts: { new: { error: 1 }, fixed: { error: 1 }, remaining: { error: 1 } },
      files: [
        {
          before: { path: at('old/a.xosc'), omitted: 0 },
          after: { path: at('new/a.xosc') },
          moved: false,
          findings: [
            { change: 'fixed', before: { span: { line: 3 } }, after: null },
            { change: 'remaining', before: { span: { line: 2 } }, after: { span: { line: 4 } } },
          ],
        },
        { before: null, findings: [{ change: 'new', before: null, after: { code: 'bad' } }] },
      ],
    });
  });

  test('in Markdown, to a file whose name says so', async () => {
    const { out, status } = await compare(at('old'), at('new'), '-o', at('changes.md'));
    expect(out).toBe('');
    expect(status).toBe(1);
    const text = readFileSync(at('changes.md'), 'utf8');
    expect(text).toMatch(/^\*\*1 new, 1 fixed, 1 remaining\*\*\n/);
    expect(text).not.toContain('**remaining**');
  });

  test('to no file that is compared', async () => {
    write('report.json', 'kept');
    const { status, err } = await compare(at('report.json'), at('new'), '-o', at('report.json'));
    expect(status).toBe(2);
    expect(err).toContain('is to be read');
    expect(readFileSync(at('report.json'), 'utf8')).toBe('kept');
  });
});

test.each([
  [['a'], 'name two to compare'],
  [['a', 'b', 'c'], 'name two to compare'],
  [['a', 'b', '--shard', '1/2'], '--shard is no option of compare'],
  [['a', 'b', '--format', 'sarif'], '--format takes one of text, json, markdown'],
  [['nowhere', 'neither'], 'there is no file or folder “nowhere”'],
])('compare %j: %s', async (args, said) => {
  const { status, err } = await compare(...args);
  expect(status).toBe(2);
  expect(err).toContain(said);
});
