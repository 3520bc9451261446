import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { noise, zipOf } from '../intake/testing/sources';
import { checkersHere } from './checkers';
import type { Host } from './host';
import type { Ran } from './testing/world';
import { runIn } from './testing/world';

/** The files of the batch, and what each is told: the codes of its findings, in order. */
type Case = [name: string, content: () => Uint8Array | Promise<Uint8Array>, codes: string[]];

const root = new URL('../../', import.meta.url);
const good = readFileSync(new URL('public/samples/cut-in.xosc', root));
const text = good.toString();
const bytes = (content: string): Uint8Array => Buffer.from(content);
const mebi = 1024 * 1024;

/** A scenario with something put in before its end. */
const withInside = (inside: string): Uint8Array => {
  const at = text.lastIndexOf('</');
  return bytes(text.slice(0, at) + inside + text.slice(at));
};

const cases: Case[] = [
  ['empty', () => new Uint8Array(0), ['empty-document']],
  ['binary', () => noise(5000), ['not-xml']],
  ['zip-of-no-bytes.zip', () => new Uint8Array(0), ['empty-document']],
  ['zip-of-no-files.zip', () => zipOf([]), ['no-files']],
  ['cut.zip', async () => (await zipOf([['x', noise(9000)]])).subarray(0, 5000), ['unreadable']],
  ['encrypted.zip', () => zipOf([['x', good, { password: 'p' }]]), ['encrypted-entry']],
  ['bomb.gz', () => gzipSync(bytes(`<a>${' '.repeat(80 * mebi)}</a>`)), ['expands-too-much']],
  ['cut.gz', () => gzipSync(good).subarray(0, 500), ['truncated']],
  ['cut-short', () => good.subarray(0, good.length / 2), ['unfinished-start-tag']],
  ['deep', () => bytes('<a>'.repeat(100_000) + '</a>'.repeat(100_000)), ['too-deep']],
  ['long-line', () => withInside(`<!--${'-x'.repeat(25 * mebi)}-->`), []],
];

let folder = '';
let ran: Ran;
let start: Host['start'];
const reports = new Map<string, { verdict: string; findings: { code: string; path: string }[] }>();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'scrutineer-'));
  mkdirSync(join(folder, 'batch'));
  for (const [name, content] of cases) {
    writeFileSync(join(folder, 'batch', name), await content());
  }
  writeFileSync(join(folder, 'batch', 'zz-good'), good);
  const module = await WebAssembly.compile(readFileSync(new URL('build/tokenizer.wasm', root)));
  const paths = [...cases.map(([name]) => name), 'zz-good'].map((name) =>
    join(folder, 'batch', name),
  );
  start = (_, surroundings) =>
    Promise.resolve(checkersHere(module, surroundings, (notice) => expect.fail(notice)));
  // The files that the sample refers to are not beside it here.
  const asked = ['--format', 'jsonl', '--level', 'semantics', '--jobs', '1'];
  ran = await runIn(['check', ...asked, ...paths], { start });
  for (const line of ran.out.trim().split('\n')) {
    const report = JSON.parse(line) as { path: string; verdict: string; findings: [] };
    reports.set(report.path, report);
  }
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('bad input', () => {
  test.each(cases)('%s is told in one clear finding', (name, _content, codes) => {
    const start = join(folder, 'batch', name);
    const found = [...reports].filter(([path]) => path.startsWith(start));
    expect(found.flatMap(([, { findings }]) => findings.map(({ code }) => code))).toEqual(codes);
  });

  test('the rest of the batch goes on', () => {
    expect(reports.get(join(folder, 'batch', 'zz-good'))?.verdict).toBe('valid');
    expect(ran.status).toBe(1);
  });

  test('a file that takes more memory than it may is told, and the next one is checked', async () => {
    const greedy = join(folder, 'greedy');
    writeFileSync(greedy, withInside(`<Big value="${'x'.repeat(20 * mebi)}"/>`));
    const good = join(folder, 'batch', 'zz-good');
    const check = ['check', '--format', 'jsonl', '--pool', '1'];
    const limited = await runIn([...check, '--memory-limit', '8M', greedy, good], { start });
    const [first, second] = limited.out.trim().split('\n');
    expect(first).toContain('"code":"memory-limit"');
    expect(second).toContain('"verdict":"valid"');
    expect(limited.status).toBe(1);
    const free = await runIn([...check, greedy], { start });
    expect(free.out).not.toContain('memory-limit');
  });
});
