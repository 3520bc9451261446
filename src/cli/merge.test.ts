import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { zipOf } from '../intake/testing/sources';
import { runIn, type Ran } from './testing/world';

const shards = 3;
let folder = '';
const at = (name: string): string => join(folder, name).replace(/\\/g, '/');
const shard = (index: number): string => at(`shard-${index}.jsonl`);
const merge = (...args: string[]): Promise<Ran> => runIn(['merge', '-f', 'jsonl', ...args]);
const timeless = (text: string): string => text.replace(/,"ms":[0-9.e+-]+\}$/gm, '}');
let whole: Ran;
let parts: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'scrutineer-merge-'));
  mkdirSync(at('in/b'), { recursive: true });
  for (let file = 0; file < 20; file++) {
    const name = `in/${file % 2 ? 'b/' : ''}${file}.xosc`;
    writeFileSync(at(name), `<a>${' '.repeat(file * 97)}${'BAD\n'.repeat(file % 4)}</a>`);
  }
  writeFileSync(
    at('in/b.zip'),
    await zipOf([
      ['one', 'BAD'],
      ['in/two', '<fine/>'],
      ['three', 'BAD BAD'],
    ]),
  );
  writeFileSync(at('in/broken.zip'), (await zipOf([['x', 'x'.repeat(999)]])).subarray(0, 60));
  whole = await runIn(['check', '-f', 'jsonl', at('in/b'), at('in')]);
  for (let index = 1; index <= shards; index++) {
    const ran = await runIn([
      'check',
      '-f',
      'jsonl',
      '--shard',
      `${index}/${shards}`,
      at('in/b'),
      at('in'),
    ]);
    writeFileSync(shard(index), ran.out);
  }
  parts = [shard(2), shard(3), shard(1)];
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the shards of a run', () => {
  test('merge to what the whole run writes', async () => {
    const merged = await merge(...parts);
    expect(timeless(merged.out)).toBe(timeless(whole.out));
    expect(merged).toMatchObject({ status: whole.status, err: '' });
    expect(merged.paths.length).toBeGreaterThan(30);
  });

  test('merge to the same text, source lines and all where the files are here', async () => {
    const paths = [at('in/b'), at('in/0.xosc'), at('in/2.xosc')];
    const whole = await runIn(['check', ...paths]);
    for (const index of [1, 2]) {
      const args = ['check', '-f', 'jsonl', '--shard', `${index}/2`, ...paths];
      writeFileSync(at(`text-${index}.jsonl`), (await runIn(args)).out);
    }
    const merged = await runIn(['merge', at('text-1.jsonl'), at('text-2.jsonl')]);
    expect(merged.out).toBe(whole.out);
    expect(merged.out).toContain('^^^');
  });

  test('may be more than there are files', async () => {
    const paths = [at('in/0.xosc'), at('in/2.xosc')];
    const files = await Promise.all(
      [1, 2, 3, 4].map(async (index) => {
        const ran = await runIn(['check', '-f', 'jsonl', '--shard', `${index}/4`, ...paths]);
        writeFileSync(at(`few-${index}.jsonl`), ran.out);
        return at(`few-${index}.jsonl`);
      }),
    );
    const merged = await merge(...files);
    expect(merged).toMatchObject({ status: 1, err: '', paths });
  });

  test('that are missing are named', async () => {
    const merged = await merge(shard(1), shard(3));
    expect(merged.status).toBe(2);
    expect(merged.err).toMatch(
      /\d+ of 32 inputs have no report, or not all of it: nothing was given of shard 2\/3/,
    );
    expect(merged.paths.length).toBeGreaterThan(0);
  });

  test('that come twice count once', async () => {
    const merged = await merge(...parts, shard(2));
    expect(timeless(merged.out)).toBe(timeless(whole.out));
    expect(merged.status).toBe(2);
    expect(merged.err).toContain('has reported on already');
  });

  test('that were cut off are told, and the rest is merged', async () => {
    writeFileSync(at('cut.jsonl'), readFileSync(shard(2), 'utf8').slice(0, -40));
    const merged = await merge(shard(1), at('cut.jsonl'), shard(3));
    expect(merged.status).toBe(2);
    expect(merged.err).toMatch(/cut\.jsonl”: line \d+ is no JSON, or was cut off; left out/);
    expect(merged.err).toContain(
      '1 of 32 inputs has no report, or not all of it: a report was cut off',
    );
  });

  test('that were cut off behind a line are told too, also within an archive', async () => {
    for (const index of [1, 2, 3]) {
      const lines = readFileSync(shard(index), 'utf8').trimEnd().split('\n');
      writeFileSync(at('cut.jsonl'), lines.slice(0, -1).join('\n') + '\n');
      const others = parts.filter((part) => part !== shard(index));
      const merged = await merge(...others, at('cut.jsonl'));
      expect(merged.status).toBe(2);
      expect(merged.err).toContain('1 of 32 inputs has no report, or not all of it');
    }
  });

  test('of another run are left out', async () => {
    appendFileSync(at('in/0.xosc'), ' ');
    const other = await runIn(['check', '-f', 'jsonl', '--shard', '2/3', at('in/b'), at('in')]);
    writeFileSync(at('other.jsonl'), other.out);
    const merged = await merge(shard(1), at('other.jsonl'), shard(3));
    expect(merged.status).toBe(2);
    expect(merged.err).toMatch(/other\.jsonl”: it is of another run .* more lines\); left out/);
  });

  test('do not go with reports that are no shards, in either order', async () => {
    writeFileSync(at('plain.jsonl'), whole.out);
    const after = await merge(...parts, at('plain.jsonl'));
    expect(after.status).toBe(2);
    expect(timeless(after.out)).toBe(timeless(whole.out));
    const before = await merge(at('plain.jsonl'), shard(1));
    expect(before.status).toBe(2);
    expect(before.out).toBe(whole.out);
  });
});

describe('reports that are no shards', () => {
  test('are put in the order in which a folder is checked', async () => {
    for (const [name, path] of [
      ['1', 'in/b'],
      ['2', 'in/0.xosc'],
      ['3', 'in/8.xosc'],
    ] as const) {
      writeFileSync(at(`own-${name}.jsonl`), (await runIn(['check', '-f', 'jsonl', at(path)])).out);
    }
    const { paths } = await merge(at('own-3.jsonl'), at('own-1.jsonl'), at('own-2.jsonl'));
    expect(paths[0]).toBe(at('in/0.xosc'));
    expect(paths[1]).toBe(at('in/8.xosc'));
    expect(paths.slice(2)).toEqual([...paths.slice(2)].sort());
  });

  test('that speak of the same file are told, and the first counts', async () => {
    writeFileSync(at('first.jsonl'), (await runIn(['check', '-f', 'jsonl', at('in/2.xosc')])).out);
    const merged = await merge(at('first.jsonl'), at('first.jsonl'));
    expect(merged.status).toBe(2);
    expect(merged.paths).toEqual([at('in/2.xosc')]);
    expect(merged.err).toContain('2.xosc”, as');
  });

  test('come as they are when there is but one of them', async () => {
    const ran = await runIn(['check', '-f', 'jsonl', at('in/8.xosc'), at('in/4.xosc')]);
    writeFileSync(at('one.jsonl'), ran.out);
    expect((await merge(at('one.jsonl'))).out).toBe(ran.out);
    const piped = await runIn(['merge', '-f', 'jsonl', '-'], {
      readAll: () => Promise.resolve(new Blob([ran.out])),
    });
    expect(piped.out).toBe(ran.out);
  });
});

describe('what is no report', () => {
  const line = (change: (report: Record<string, unknown>) => void): string => {
    const [first = ''] = whole.out.split('\n');
    const report = JSON.parse(first) as Record<string, unknown>;
    change(report);
    return JSON.stringify(report);
  };

  test.each<[name: string, text: () => string, said: RegExp]>([
    ['a scenario', () => '<a>\n</a>\n', /line 1 is no JSON, or was cut off \(and 1 more lines\)/],
    [
      'another object',
      () => '{"hello":"world"}\n',
      /line 1 holds .*missing or wrong|line 1 holds no/,
    ],
    ['a list', () => '[]\n', /line 1 holds no report/],
    ['null', () => 'null\n', /line 1 holds no report/],
    [
      'a verdict of its own',
      () => line((report) => (report['verdict'] = 'great')),
      /`verdict` is missing or wrong/,
    ],
    [
      'counts below nothing',
      () => line((report) => (report['counts'] = { critical: -1, error: 0, warning: 0, info: 0 })),
      /`critical` is missing or wrong/,
    ],
    [
      'a finding without words',
      () => line((report) => (report['findings'] = [{}])),
      /more findings than it counts|finding whose/,
    ],
    [
      'a place beyond its list',
      () => line((report) => (report['input'] = { at: 5, of: 5, shard: '1/1', list: '' })),
      /beyond the end of its list/,
    ],
    ['a prototype for a field', () => '{"__proto__":{"path":"x"}}', /missing or wrong|holds no/],
  ])('%s is told, and where it stands', async (_, text, said) => {
    writeFileSync(at('hostile.jsonl'), text());
    const merged = await merge(at('hostile.jsonl'));
    expect(merged).toMatchObject({ status: 2, out: '' });
    expect(merged.err).toContain('hostile.jsonl”: ');
    expect(merged.err).toMatch(said);
  });

  test('a path that no file can have is no trouble', async () => {
    const text = line((report) => (report['path'] = 'a\0b'.repeat(5000)));
    writeFileSync(at('odd.jsonl'), text);
    expect((await runIn(['merge', at('odd.jsonl')])).err).toBe('');
  });

  test('a report that is not there is told', async () => {
    expect(await merge(at('nowhere.jsonl'))).toMatchObject({ status: 2, out: '' });
  });
});
