import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
  appendFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { never, readSourceText, zipOf } from '../intake/testing/sources';
import { fileAccess } from '../intake/fileAccess';
import { expandGlob } from './glob';
import { Collector, runIn } from './testing/world';

let folder = '';
const at = (name: string): string => join(folder, name).replace(/\\/g, '/');
const jsonl = (...paths: string[]) => runIn(['check', '--format', 'jsonl', ...paths]);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'scrutineer-'));
  mkdirSync(at('tree/b/deep'), { recursive: true });
  mkdirSync(at('tree/.git'));
  mkdirSync(at('empty'));
  writeFileSync(at('good.xosc'), '<good/>');
  writeFileSync(at('bad.xosc'), '<a>\n  <b x="BAD"/>\n</a>');
  writeFileSync(at('tree/b/z.xosc'), '<z/>');
  writeFileSync(at('tree/b/deep/BAD.xosc'), 'slow BAD');
  writeFileSync(at('tree/a.xosc'), '<a/>');
  writeFileSync(at('tree/c.txt'), 'c');
  writeFileSync(at('tree/.git/x'), 'x');
  symlinkSync('..', at('tree/b/up'), 'dir');
  writeFileSync(at('bad.xosc.gz'), gzipSync(Buffer.from('<a>BAD</a>')));
  const inner = await zipOf([['y.xosc', 'BAD']]);
  writeFileSync(
    at('x.zip'),
    await zipOf([
      ['inner.zip', inner],
      ['one.xosc', '<one/>'],
    ]),
  );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('what is checked', () => {
  test('files in the order given, paths as given', async () => {
    const { paths, status } = await jsonl(at('good.xosc'), at('bad.xosc'), at('good.xosc'));
    expect(paths).toEqual([at('good.xosc'), at('bad.xosc'), at('good.xosc')]);
    expect(status).toBe(1);
  });

  test('folders, in the order of names, without leftovers and loops', async () => {
    const { paths } = await jsonl(`${at('tree')}/`);
    expect(paths).toEqual(
      ['a.xosc', 'b/deep/BAD.xosc', 'b/z.xosc', 'c.txt'].map((name) => at(`tree/${name}`)),
    );
  });

  test('archives, and archives in them, each in its place', async () => {
    const { paths, status } = await jsonl(at('x.zip'), at('good.xosc'));
    expect(paths).toEqual([at('x.zip/inner.zip/y.xosc'), at('x.zip/one.xosc'), at('good.xosc')]);
    expect(status).toBe(1);
  });

  test('patterns that the shell left as they are', async () => {
    const { paths } = await jsonl(at('**/*.xosc'));
    expect(paths).toEqual(
      ['bad.xosc', 'good.xosc', 'tree/a.xosc', 'tree/b/deep/BAD.xosc', 'tree/b/z.xosc'].map(at),
    );
    expect(expandGlob(at('{good,bad}.x?s[a-c]'))).toEqual([at('bad.xosc'), at('good.xosc')]);
    expect(expandGlob(at('[!g]*.xosc'))).toEqual([at('bad.xosc')]);
    expect(expandGlob(at('tree/*/z.xosc'))).toEqual([at('tree/b/z.xosc')]);
    expect(expandGlob(at('nothing*'))).toEqual([]);
  });

  test('standard input', async () => {
    const readAll = () => Promise.resolve(new Blob(['<a>BAD</a>']));
    const { out, status } = await runIn(['check', '-'], { readAll });
    expect(out).toContain('  --> -:1:4\n');
    expect(status).toBe(1);
  });
});

describe('exit statuses', () => {
  test('0 without errors', async () => {
    expect((await runIn(['check', at('good.xosc')])).status).toBe(0);
  });

  test('2 where nothing is, and the other paths are still checked', async () => {
    const ran = await jsonl(at('good.xosc'), at('nowhere'), at('no*where'));
    expect(ran.status).toBe(2);
    expect(ran.paths).toEqual([at('good.xosc')]);
    expect(ran.err).toContain(`there is no file or folder “${at('nowhere')}”`);
    expect(ran.err).toContain(`nothing matches “${at('no*where')}”`);
  });

  test('2 for an empty folder, which is told', async () => {
    const ran = await jsonl(at('empty'));
    expect(ran.status).toBe(2);
    expect(ran.err).toContain('holds no files');
  });

  test.each([
    [[], 'say what to do'],
    [['check'], 'name at least one file'],
    [['chekc', 'x'], 'no command “chekc”'],
    [['check', '--frob', 'x'], '--frob'],
    [['check', '--level', 'deep', 'x'], 'one of syntax, structure, semantics, project'],
    [['check', '--preset', 'quick', 'x'], 'one of fast, standard, strict'],
    [['check', '--rule', 'xml.valid_schema', 'x'], '--rule takes a rule and one of off, info'],
    [['check', '--rule', 'xml.valid_schema=critical', 'x'], '--rule takes a rule and one of'],
    [['check', '--rule', '=off', 'x'], '--rule takes a rule and one of'],
    [['check', '--config', 'a', '--no-config', 'x'], 'exclude each other'],
    [['check', '--list-rules', 'x'], 'leave the paths out'],
    [['check', '--list-rules', '--format', 'jsonl'], 'one of text, json'],
    [['check', '--format', 'docx', 'x'], 'one of text, jsonl, json'],
    [['check', '--output', '', 'x'], 'the name of a file'],
    [['check', '-o', 'a/report.b/c', 'x'], 'tells of no form'],
    [['check', '--list-rules', '-o', 'rules.json'], '--output is for reports'],
    [['check', '--excerpts', '--format', 'jsonl', 'x'], 'no place for source lines'],
    [['check', '--jobs', '0', 'x'], '--jobs takes a number'],
    [['check', '--pool', 'many', 'x'], '--pool takes a number'],
    [['check', '--pool', '1', '--jobs', '2', 'x'], 'the same'],
    [['check', '--chunk-size', '1023', 'x'], '--chunk-size takes a size from 1K to 4M'],
    [['check', '--chunk-size', '5M', 'x'], '--chunk-size takes a size from 1K to 4M'],
    [['check', '--chunk-size', 'big', 'x'], '--chunk-size takes a size'],
    [['check', '--memory-limit', '5G', 'x'], '--memory-limit takes a size from 8M to 4096M'],
    [['check', '--shard', '0/3', 'x'], '--shard takes a part'],
    [['check', '--shard', '4/3', 'x'], '--shard takes a part'],
    [['check', '--shard', '1', 'x'], '--shard takes a part'],
    [['merge'], 'name at least one report'],
    [['merge', '--pool', '3', 'x'], '--pool is an option of check'],
    [['merge', '--rule', 'a=off', 'x'], '--rule is an option of check'],
    [['merge', '--list-rules'], '--list-rules is an option of check'],
    [['check', '--color', 'maybe', 'x'], '--color takes'],
  ])('2 for %j', async (args, said) => {
    const ran = await runIn(args);
    expect(ran.status).toBe(2);
    expect(ran.err).toContain(said);
    expect(ran.out).toBe('');
  });

  test('--help and --version print and leave', async () => {
    expect(await runIn(['--help'])).toMatchObject({ status: 0, err: '' });
    expect((await runIn(['check', '--help'])).out).toContain('Usage: scrutineer check');
    expect((await runIn(['--version'])).out).toBe('1.2.3\n');
  });
});

describe('the text', () => {
  test('shows the line, also from within gzip and archives', async () => {
    expect((await runIn(['check', at('bad.xosc')])).out).toBe(
      `error[bad]: This is bad
  --> ${at('bad.xosc')}:2:9
   |
 2 |   <b x="BAD"/>
   |         ^^^

1 file: 1 invalid · 1 error
`,
    );
    expect((await runIn(['check', at('bad.xosc.gz')])).out).toContain(
      ' 1 | <a>BAD</a>\n   |    ^^^\n',
    );
    expect((await runIn(['check', at('x.zip')])).out).toContain(' 1 | BAD\n   | ^^^\n');
  });

  test('is coloured on a terminal, or when asked', async () => {
    const terminal = new Collector();
    terminal.isTTY = true;
    await runIn(['check', at('bad.xosc')], { stdout: terminal });
    expect(terminal.text).toContain('\u001b[');
    const colors = async (args: string[], env: Record<string, string>): Promise<boolean> => {
      const stdout = new Collector();
      stdout.isTTY = true;
      await runIn(['check', ...args, at('bad.xosc')], { stdout, env });
      return stdout.text.includes('\u001b[');
    };
    expect(await colors([], { NO_COLOR: '1' })).toBe(false);
    expect(await colors(['--color', 'never'], {})).toBe(false);
    expect(await colors(['--color', 'always'], { NO_COLOR: '1' })).toBe(true);
    expect((await runIn(['check', at('bad.xosc')], { env: { FORCE_COLOR: '1' } })).out).toContain(
      '\u001b[',
    );
  });
});

describe('threads', () => {
  test('are as many as are asked for, and else one where they would not pay', async () => {
    const many = Array.from({ length: 1200 }, () => at('good.xosc'));
    expect((await runIn(['check', at('good.xosc')])).threads).toEqual([1]);
    expect((await runIn(['check', ...many])).threads).toEqual([1]);
    expect((await runIn(['check', '--jobs', '7', ...many])).threads).toEqual([7]);
    expect((await runIn(['check', '-p', '3', ...many])).threads).toEqual([3]);
    expect((await runIn(['check', '--jobs=1', ...many])).threads).toEqual([1]);
  });

  test('the order stays, however long each takes', async () => {
    const names = Array.from({ length: 1050 }, (_, index) =>
      index % 3 === 0 ? 'tree/b/deep/BAD.xosc' : 'good.xosc',
    );
    expect((await jsonl('--pool', '4', ...names.map(at))).paths).toEqual(names.map(at));
  });
});

test('a reader that goes away ends the work quietly', async () => {
  const gone = new Collector();
  const failing = {
    isTTY: true,
    on: () => undefined,
    write: (_text: string, done: (error?: Error) => void): boolean => {
      done(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
      return false;
    },
  };
  const ran = await runIn(['check', at('bad.xosc'), at('bad.xosc')], {
    stdout: failing,
    stderr: gone,
  });
  expect(ran.status).toBe(1);
  expect(gone.text).toBe('');
});

describe('files on disk', () => {
  test('a file that changes while it is read fails, after what was read', async () => {
    const path = at('changing.xosc');
    writeFileSync(path, Buffer.alloc(600 * 1024, 'a'));
    const reader = fileAccess.stream({ file: path, start: 0, end: 600 * 1024 }).getReader();
    expect((await reader.read()).value?.length).toBeGreaterThan(0);
    appendFileSync(path, 'more');
    const rest = async (): Promise<void> => {
      while (!(await reader.read()).done);
    };
    await expect(rest()).rejects.toMatchObject({ code: 'changed' });
  });

  test('a file that became shorter since it was listed fails', async () => {
    writeFileSync(at('short.xosc'), 'short');
    const range = { file: at('short.xosc'), start: 0, end: 100 };
    await expect(fileAccess.read(range)).rejects.toMatchObject({
      code: 'changed',
    });
  });

  test('ranges are cut within their bounds', async () => {
    const range = { file: at('good.xosc'), start: 1, end: 5 };
    expect(fileAccess.size(range)).toBe(4);
    expect(fileAccess.slice(range, 1, 99)).toEqual({
      ...range,
      start: 2,
      end: 5,
    });
    expect(new TextDecoder().decode(await fileAccess.read(range))).toBe('good');
  });

  // The administrator may read everything, so there is nothing to refuse.
  test.skipIf(process.getuid?.() === 0)('what may not be read is one finding each', async () => {
    mkdirSync(at('locked/secret'), { recursive: true });
    writeFileSync(at('locked/closed.xosc'), 'x');
    writeFileSync(at('locked/open.xosc'), 'x');
    chmodSync(at('locked/secret'), 0);
    chmodSync(at('locked/closed.xosc'), 0);
    const { out, status } = await jsonl(at('locked'));
    chmodSync(at('locked/secret'), 0o700);
    expect(status).toBe(1);
    expect(out).toContain('"code":"no-permission"');
    expect(out).toContain('"code":"unreadable-folder"');
    expect(out).toContain('open.xosc');
  });

  test('a link to nowhere, and one to itself, is one finding each, and the rest goes on', async () => {
    mkdirSync(at('links'));
    symlinkSync('nowhere', at('links/a.xosc'));
    symlinkSync('b.xosc', at('links/b.xosc'));
    writeFileSync(at('links/c.xosc'), '<c/>');
    const { out, paths, status } = await jsonl(at('links'));
    expect(paths).toEqual(['links/a.xosc', 'links/b.xosc', 'links/c.xosc'].map(at));
    expect(out.match(/file\.unreadable/g)).toHaveLength(2);
    expect(status).toBe(1);
  });

  test('a file that vanished is one finding', async () => {
    const source = {
      path: 'x',
      bytes: { file: at('vanished'), start: 0, end: 1 },
      packing: 'none',
      size: 1,
      origin: 'named',
      nesting: 0,
    } as const;
    await expect(readSourceText(source, fileAccess, never())).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});
