import { gzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { makeEngine, sourceOf } from '../../engine/testing/inspect';
import { SparseIndex } from '../../tree/sparseIndex';
import { LineIndex } from './lineIndex';
import { openSourceText, type OpenedSource } from './sourceText';
import { SparseLines, type GrowingIndex } from './sparseLines';
import { sourceTextOf } from './testing';
import { windowAround } from './window';

/** Lines of all kinds, with text of one to four bytes a character. */
function document(lineEnd: string, lines: number): string {
  const line = (at: number): string => `  <leaf name="größer als € ${at}" face="😀"/>`;
  return ['<root>', ...Array.from({ length: lines }, (_, at) => line(at)), '</root>', ''].join(
    lineEnd,
  );
}

const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

function utf16(text: string): Uint8Array<ArrayBuffer> {
  const units = Uint16Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
  return new Uint8Array(units.buffer);
}

const { signal } = new AbortController();

/** A text opened as a large one, after its index has come from the engine. */
async function openLarge(
  content: Uint8Array<ArrayBuffer>,
): Promise<OpenedSource & { lines: SparseLines }> {
  const engine = makeEngine();
  const source = sourceOf(content);
  const index = new SparseIndex();
  const options = { level: 'syntax', tape: true } as const;
  await engine.inspect(
    source,
    { ...options, tapeLimit: 1 },
    {
      index: (batch) => {
        index.add(batch);
      },
    },
    signal,
  );
  const growing = (): GrowingIndex => ({ index, ended: true });
  const opened = await openSourceText(source, signal, {
    from: 1,
    decided: () => Promise.resolve(true),
    growing,
    readRegion: async (region) => {
      const pieces: ArrayBuffer[] = [];
      const bytes = (piece: ArrayBuffer): void => void pieces.push(piece);
      await engine.inspect(source, { ...options, region }, { bytes }, signal);
      return pieces;
    },
  });
  return { ...opened, lines: new SparseLines(opened.text, growing, signal) };
}

const windows = { whole: 0, longLine: 10_000, window: 20_000, narrow: 2000 };

describe.each([
  ['UTF-8', (text: string) => utf8(text), 0],
  ['UTF-8 with a mark', (text: string) => utf8(`\ufeff${text}`), 3],
  ['UTF-8, packed', (text: string) => new Uint8Array(gzipSync(utf8(text))), 0],
  ['UTF-16', (text: string) => utf16(`\ufeff${text}`), 0],
  ['UTF-16, packed', (text: string) => new Uint8Array(gzipSync(utf16(`\ufeff${text}`))), 0],
])('a large text in %s', (_, encode, mark) => {
  test.each(['\n', '\r\n', '\r'])('has the same lines as a small one, ended by %j', async (end) => {
    const text = document(end, 6000);
    const { text: opened, large, lines } = await openLarge(encode(text));
    expect(large).toBe(true);
    const plain = sourceTextOf(mark > 0 ? `\ufeff${text}` : text);
    const known = await LineIndex.of(plain, signal);
    expect(opened.size).toBe(plain.size);
    expect(opened.mark).toBe(mark);
    for (let share = 0; share <= 1; share += 0.0625) {
      // At a line's start: between CR and LF there is no place that is the same for all.
      const line = 1 + Math.round(share * 6002);
      const place = { line, column: 1 + (line % 40) };
      const offset = await known.offsetOf(place);
      expect(await lines.offsetOf(place)).toBe(offset);
      expect(await lines.positionOf(offset)).toEqual(await known.positionOf(offset));
    }
    for (const at of [0, 100_000, 300_000, opened.size - 10]) {
      const window = await windowAround(opened, lines, at, windows);
      const { text: shown, ...rest } = await windowAround(plain, known, at, windows);
      expect(window).toMatchObject(rest);
      expect(window.text === shown).toBe(true);
    }
  });
});

test('a text of one line is shown in narrow windows, with its columns', async () => {
  const text = document('', 6000);
  const { text: opened, lines } = await openLarge(utf8(text));
  const plain = sourceTextOf(text);
  const known = await LineIndex.of(plain, signal);
  for (const at of [0, 150_000, 250_001]) {
    const window = await windowAround(opened, lines, at, windows);
    expect(window).toEqual(await windowAround(plain, known, at, windows));
    expect(window.to - window.from).toBeLessThanOrEqual(2000);
  }
});

test('lines behind the mistake that ended the reading are found too', async () => {
  const text = document('\n', 6000).replace('<leaf', '<leaf=');
  const { text: opened, lines } = await openLarge(utf8(text));
  const known = await LineIndex.of(opened, signal);
  expect(await lines.offsetOf({ line: 5900, column: 3 })).toBe(
    await known.offsetOf({ line: 5900, column: 3 }),
  );
  expect(await lines.positionOf(opened.size - 1)).toEqual(await known.positionOf(opened.size - 1));
});

test('a place that a finding names needs no index', async () => {
  const text = sourceTextOf(document('\n', 60_000));
  const lines = new SparseLines(text, () => ({ index: null, ended: false }), signal);
  const known = await LineIndex.of(text, signal);
  const offset = await known.offsetOf({ line: 50_000, column: 7 });
  lines.learn({ text: offset, line: 50_000, column: 7 });
  expect(await lines.positionOf(offset + 5000)).toEqual(await known.positionOf(offset + 5000));
  expect(await lines.offsetOf({ line: 50_000, column: 9 })).toBe(offset + 2);
});
