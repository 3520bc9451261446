import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { makeEngine, sourceOf } from './testing/inspect';
import type { InspectOptions } from './inspection';
import { StageClock } from './stageClock';
import { decodeTiming, encodeTiming, noTimes, stages, totalOf, type RunTiming } from './timing';

const engine = makeEngine();

async function timingOf(
  content: BlobPart,
  options: Partial<InspectOptions> = {},
): Promise<RunTiming> {
  const wanted = { level: 'structure', tape: false, ...options } as const;
  const { signal } = new AbortController();
  const inspection = await engine.inspect(sourceOf(content), wanted, {}, signal);
  if (inspection.type !== 'file' || !inspection.timing) throw new Error('Nothing was measured');
  // What the stages are to add up to is what the report states.
  expect(totalOf(inspection.timing.times)).toBeCloseTo(inspection.report.ms, 3);
  return inspection.timing;
}

/** A document with mistakes enough that each stage has something to do. */
const text = `<OpenSCENARIO>
  <FileHeader revMajor="1" revMinor="2" date="2026-01-31T12:00:00" description="d" author="a"/>
  <Catalog name="c">${'<Vehicle nome="v"/>'.repeat(5000)}</Catalog>
</OpenSCENARIO>
`;

describe('the time of a check', () => {
  it('is told by stage', async () => {
    const { times, split, wasmBytes, sampling } = await timingOf(text);
    expect(split).toBe(false);
    expect(sampling).toBe(0);
    expect(wasmBytes).toBeGreaterThan(64 * 1024);
    expect(times.tokenize).toBeGreaterThan(0);
    expect(times.findings).toBeGreaterThan(0);
    expect(times.unpack + times.decode + times.structure).toBe(0);
  });

  it('tells unpacking from reading where there is something to unpack', async () => {
    const { times } = await timingOf(gzipSync(text));
    expect(times.unpack).toBeGreaterThan(0);
  });

  it('tells the schema’s part by a sample, where that is asked for', async () => {
    const { times, split, sampling } = await timingOf(text, { detail: true });
    expect(split).toBe(true);
    expect(sampling).toBeGreaterThan(0);
    expect(times.structure).toBeGreaterThan(0);
    expect(times.decode).toBe(0);
  });

  it('finds no share of the schema where there is none', async () => {
    const { times, split } = await timingOf(text, { detail: true, level: 'syntax' });
    expect(split).toBe(true);
    expect(times.structure).toBe(0);
  });

  it('tells decoding apart in other encodings, and changes nothing of the report', async () => {
    const bytes = new Uint8Array(text.length * 2 + 2);
    const view = new DataView(bytes.buffer);
    `\ufeff${text}`.split('').forEach((character, at) => {
      view.setUint16(at * 2, character.charCodeAt(0), true);
    });
    const { split } = await timingOf(bytes, { detail: true, tape: true });
    expect(split).toBe(true);
    const { signal } = new AbortController();
    const options = { level: 'structure', tape: false } as const;
    const plain = await engine.inspect(sourceOf(bytes), options, {}, signal);
    const detailed = await engine.inspect(
      sourceOf(bytes),
      { ...options, detail: true },
      {},
      signal,
    );
    expect({ ...detailed.report, ms: 0 }).toEqual({ ...plain.report, ms: 0 });
  });

  it('leaves a document that ends early in one piece', async () => {
    const { split } = await timingOf(text.replace('</Catalog>', ''), { detail: true });
    expect(split).toBe(false);
  });
});

describe('a timing', () => {
  it('crosses the thread boundary as numbers', () => {
    const times = noTimes();
    stages.forEach((stage, at) => (times[stage] = at + 0.5));
    const timing = { times, split: true, wasmBytes: 1234, queued: 5, sampling: 6, rules: [] };
    expect(decodeTiming(encodeTiming(timing))).toEqual(timing);
    expect(() => decodeTiming([1, 2, 3])).toThrow(RangeError);
  });

  it('adds up every stage there is', () => {
    const times = noTimes();
    stages.forEach((stage, at) => (times[stage] = 2 ** at));
    expect(totalOf(times)).toBe(2 ** stages.length - 1);
  });

  it('never gives reading more than was waited for', () => {
    const clock = new StageClock();
    clock.add('read', 10);
    clock.fetched(4);
    clock.separateUnpacking();
    expect(clock.times).toMatchObject({ read: 4, unpack: 6 });
    clock.fetched(400);
    clock.separateUnpacking();
    expect(clock.times).toMatchObject({ read: 4, unpack: 6 });
  });

  it('shares the tokenizer’s pass out whole', () => {
    const clock = new StageClock();
    clock.add('tokenize', 100);
    clock.splitPass(() => ({ decode: 0.25, structure: 0.5 }));
    expect(clock.times).toMatchObject({ decode: 25, structure: 50, tokenize: 25 });
  });
});
