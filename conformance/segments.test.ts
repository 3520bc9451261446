import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { Bench } from '../src/engine/testing/segments';
import type { FileReport } from '../src/findings/report';
import { loadSuite } from '../wasm/conformance/suite';
import { edited, Random } from './edits';

/*
 * A document that is read in segments is judged as one that is read from its start to its end, to the
 * last finding and its place.
 */

const rounds = Number(process.env['SEGMENT_ROUNDS'] ?? 1);
const corpus = fileURLToPath(new URL('../../shared/corpus/', import.meta.url));
const present = existsSync(corpus);
const samples = fileURLToPath(new URL('../public/samples/', import.meta.url));

if (!present) {
  console.warn('\n  READING IN SEGMENTS NOT FULLY CHECKED: there is no ../shared/corpus.\n');
}

const bench = new Bench();
const tally = { documents: 0, segments: 0, joined: 0 };

/** Everything but how long it took. */
function fixed(report: FileReport): FileReport {
  return { ...report, ms: 0 };
}

function tagsOf(bytes: Uint8Array): number[] {
  const found: number[] = [];
  for (let at = bytes.indexOf(0x3c); at >= 0; at = bytes.indexOf(0x3c, at + 1)) found.push(at);
  return found;
}

const chunkSizes = [5, 64, 1000, 1 << 18];

async function compare(
  bytes: Uint8Array<ArrayBuffer>,
  starts: readonly number[],
  chunk: number,
  alone: FileReport,
  what: string,
): Promise<void> {
  const { report, joined } = await bench.split(bytes, starts, chunk);
  expect(fixed(report), `${what}, cut at ${starts.join()} in chunks of ${chunk}`).toEqual(
    fixed(alone),
  );
  tally.segments += starts.length;
  tally.joined += joined;
}

/** Cuts a document anywhere, a few times over. */
async function cutAnywhere(
  bytes: Uint8Array<ArrayBuffer>,
  random: Random,
  what: string,
): Promise<void> {
  const alone = await bench.alone(bytes, random.pick(chunkSizes));
  tally.documents++;
  for (let round = 0; round < rounds; round++) {
    const count = 1 + random.below(random.pick([1, 4, 20]));
    const starts = Array.from({ length: count }, () => random.below(bytes.length + 1));
    starts.sort((a, b) => a - b);
    await compare(bytes, starts, random.pick(chunkSizes), alone, what);
  }
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.xosc'))
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .sort();
}

function bytesOf(file: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(file));
}

/** The files of a tar archive, by their order. */
function untar(archive: Uint8Array): Uint8Array<ArrayBuffer>[] {
  const files: Uint8Array<ArrayBuffer>[] = [];
  const field = (at: number, length: number): string =>
    new TextDecoder().decode(archive.subarray(at, at + length)).replace(/[\0 ].*$/s, '');
  for (let at = 0; field(at, 100) !== '';) {
    const size = parseInt(field(at + 124, 12), 8);
    if (field(at + 156, 1) === '0') files.push(archive.slice(at + 512, at + 512 + size));
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return files;
}

describe('a document read in segments', () => {
  it('may be cut at every tag, one at a time and all at once', async () => {
    const before = { ...tally };
    for (const file of filesIn(samples)) {
      const bytes = bytesOf(file);
      const alone = await bench.alone(bytes);
      const starts = tagsOf(bytes);
      for (const chunk of chunkSizes) await compare(bytes, starts, chunk, alone, file);
      for (const start of starts) await compare(bytes, [start], 1 << 18, alone, file);
    }
    // Reading everything again would be right too, but useless.
    expect(tally.joined - before.joined).toBeGreaterThan((tally.segments - before.segments) * 0.8);
  });

  it('may be changed in any way', async () => {
    const texts = filesIn(samples).map((file) => readFileSync(file, 'utf8'));
    const encoder = new TextEncoder();
    const before = { ...tally };
    for (let seed = 1; seed <= 1500 * rounds; seed++) {
      const random = new Random(seed);
      const bytes = encoder.encode(edited(random.pick(texts), random));
      await cutAnywhere(bytes, random, `seed ${seed}`);
    }
    expect(tally.joined - before.joined).toBeGreaterThan(1000);
  });

  it("may be any of the W3C's", async () => {
    const random = new Random(7);
    for (const { file, id } of loadSuite()) {
      const bytes = bytesOf(file);
      const alone = await bench.alone(bytes);
      const tags = tagsOf(bytes).slice(0, 50);
      await compare(bytes, tags, random.pick(chunkSizes), alone, id);
      for (const start of tags) await compare(bytes, [start], 1 << 18, alone, id);
      tally.documents++;
    }
  });

  it.skipIf(!present)('may be one from the field', async () => {
    const random = new Random(8);
    for (const file of filesIn(`${corpus}files`)) await cutAnywhere(bytesOf(file), random, file);
  });

  it.skipIf(!present)('may have mistakes like those from the field', async () => {
    const random = new Random(9);
    const mutants = untar(gunzipSync(readFileSync(`${corpus}mutants.tar.gz`)));
    expect(mutants.length).toBeGreaterThan(1000);
    for (const [at, bytes] of mutants.entries()) await cutAnywhere(bytes, random, `mutant ${at}`);
  });
});
