import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'fflate';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { zipOf } from '../src/intake/testing/sources';

/* The command line as it is built: whatever the threads, chunks and shards, it says the same. */

const root = join(import.meta.dirname, '..');
const samples = join(root, 'public/samples');
const corpus = join(root, '../shared/corpus/files');
const present = existsSync(corpus);
let folder = '';

const ways = [
  '--pool 4',
  '--pool 1 --chunk-size 1K',
  '--pool 4 --chunk-size 1K',
  '--pool 1 --chunk-size 5000',
  '--pool 4 --chunk-size 64K',
  '--pool 1 --chunk-size 4M',
  '--pool 4 --chunk-size 4M',
];

if (!present) {
  console.warn(
    [
      '',
      '  ######################################################################',
      '  #  THREADS, CHUNKS AND SHARDS NOT TRIED ON REAL FILES: there are     #',
      '  #  none. They are expected in ../shared/corpus/files.                #',
      '  ######################################################################',
      '',
    ].join('\n'),
  );
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'scrutineer-ways-'));
  await build({
    configFile: join(root, 'vite.cli.config.ts'),
    root,
    logLevel: 'error',
    build: { outDir: join(folder, 'cli'), emptyOutDir: true },
  });
  mkdirSync(join(folder, 'made'));
  const made = (name: string, content: Uint8Array | string): void =>
    writeFileSync(join(folder, 'made', name), content);
  const good = readFileSync(join(samples, 'cut-in.xosc'), 'utf8');
  const long = lengthened(good, 3_000_000);
  made('long.xosc', long);
  made('long.xosc.gz', gzipSync(Buffer.from(long)));
  made('minified.xosc', long.replace(/>\s+</g, '><'));
  made('wide.xosc', Buffer.from(`\ufeff${long.slice(0, 400_000)}`, 'utf16le'));
  made('cut.xosc', long.slice(0, 1_500_000));
  made(
    'some.zip',
    await zipOf([
      ['a/long.xosc', long],
      ['good.xosc', good],
      ['other.txt', 'other'],
    ]),
  );
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The document with much before its end: some of it wrong, some of it not ASCII, in long lines too. */
function lengthened(text: string, bytes: number): string {
  const end = text.lastIndexOf('</');
  const pieces: string[] = [];
  for (let length = 0, at = 0; length < bytes; at++) {
    const piece =
      at % 7 === 0
        ? `<!-- größer als € und 𝄞, ${'-x'.repeat(at % 900)} -->\n`
        : at % 11 === 0
          ? `  <Unknown${at % 5} value="&lt;${at}&#x20ac;" other='ü'/>\r\n`
          : `  <ParameterDeclaration name="p${at}" parameterType="double" value="${at}.5"/>\n`;
    pieces.push(piece);
    length += piece.length;
  }
  return text.slice(0, end) + pieces.join('') + text.slice(end);
}

/** What a run of the command line prints, without the durations. */
async function jsonLines(...args: string[]): Promise<string[]> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [join(folder, 'cli/main.js'), ...args],
    { maxBuffer: 2 ** 30 },
  ).catch((error: unknown) => {
    // Files with mistakes in them make the exit status 1.
    if (error instanceof Error && 'code' in error && error.code === 1 && 'stdout' in error) {
      return { stdout: String(error.stdout) };
    }
    throw error;
  });
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => line.replace(/,"ms":[0-9.e+-]+(?=[,}])/, ''));
}

const check = (...args: string[]): Promise<string[]> => jsonLines('check', '-f', 'jsonl', ...args);

/** The first line in which two reports differ, or `null`. */
function firstDifference(a: readonly string[], b: readonly string[]): string | null {
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    if (a[at] !== b[at]) return `line ${at + 1}\n${a[at]}\n${b[at]}`;
  }
  return null;
}

const inputs: [name: string, present: boolean, paths: () => string[]][] = [
  [
    'samples, and what is long, packed or wide',
    true,
    () => [join(folder, 'made'), ...Array.from({ length: 50 }, () => samples)],
  ],
  ['real files', present, () => [corpus]],
];

describe.each(inputs)('reports on %s', (_, there, paths) => {
  let usual: string[] = [];
  beforeAll(async () => {
    if (!there) return;
    usual = await check('--pool', '1', ...paths());
    expect(usual.length).toBeGreaterThan(200);
  });

  it.skipIf(!there).each(ways)('are the same with %s', async (way) => {
    expect(firstDifference(usual, await check(...way.split(' '), ...paths()))).toBeNull();
  });

  it.skipIf(!there)('are the same in shards, merged', async () => {
    const files: string[] = [];
    for (const index of [1, 2, 3]) {
      const file = join(folder, `shard-${index}.jsonl`);
      const lines = await check('--shard', `${index}/3`, ...paths());
      // A time is needed again, for a report to be one.
      const timed = lines.map((line) => line.replace(/(,"input":\{[^}]*\})?\}$/, ',"ms":0$1}'));
      writeFileSync(file, timed.map((line) => `${line}\n`).join(''));
      files.push(file);
    }
    const merged = await jsonLines('merge', '-f', 'jsonl', ...files.reverse());
    expect(firstDifference(usual, merged)).toBeNull();
  });
});
