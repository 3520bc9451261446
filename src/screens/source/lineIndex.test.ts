import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LineIndex } from './lineIndex';
import type { LineColumn } from './lines';
import { sourceTextOf } from './testing';

const piece = fc.constantFrom('a', 'é', '€', '😀', '\n', '\r', '\r\n', '<', ' ');
const aText = fc.array(piece, { maxLength: 60 }).map((parts) => parts.join(''));

interface Known {
  offset: number;
  place: LineColumn;
  /** Between CR and LF, where there is no place for a cursor. */
  inPair: boolean;
}

/** Every character's offset in UTF-8 and its place, told the long way round. */
function placesOf(text: string, mark: number): Known[] {
  const encoder = new TextEncoder();
  const places: Known[] = [];
  for (let at = 0; at <= text.length; at++) {
    if (/[\udc00-\udfff]/.test(text.charAt(at))) continue;
    const before = text.slice(0, at);
    const inPair = before.endsWith('\r') && text.charAt(at) === '\n';
    const lines = (inPair ? before.slice(0, -1) : before).split(/\r\n?|\n/);
    const column = (lines.at(-1)?.length ?? 0) + 1 + (inPair ? 1 : 0);
    places.push({
      offset: mark + encoder.encode(before).length,
      place: { line: lines.length, column },
      inPair,
    });
  }
  return places;
}

const never = new AbortController().signal;

describe('LineIndex', () => {
  it('tells positions like a count from the start does', async () => {
    await fc.assert(
      fc.asyncProperty(
        aText,
        fc.boolean(),
        fc.integer({ min: 4, max: 9 }),
        async (text, marked, block) => {
          const source = sourceTextOf(marked ? `\ufeff${text}` : text);
          const index = await LineIndex.of(source, never, block);
          for (const { offset, place } of placesOf(text, source.mark)) {
            expect(await index.positionOf(offset)).toEqual(place);
          }
        },
      ),
    );
  });

  it('finds its way back', async () => {
    await fc.assert(
      fc.asyncProperty(aText, fc.integer({ min: 4, max: 9 }), async (text, block) => {
        const index = await LineIndex.of(sourceTextOf(text), never, block);
        for (const { offset, place, inPair } of placesOf(text, 0)) {
          if (!inPair) expect(await index.offsetOf(place)).toBe(offset);
        }
      }),
    );
  });

  it('stays in the line and in the text', async () => {
    const index = await LineIndex.of(sourceTextOf('ab\r\nc\n'), never, 4);
    expect(await index.offsetOf({ line: 1, column: 99 })).toBe(2);
    expect(await index.offsetOf({ line: 2, column: 99 })).toBe(5);
    expect(await index.offsetOf({ line: 3, column: 1 })).toBe(6);
    expect(await index.offsetOf({ line: 9, column: 1 })).toBe(6);
    expect(await index.positionOf(99)).toEqual({ line: 3, column: 1 });
  });

  it('measures the longest line', async () => {
    const longest = async (text: string): Promise<number> =>
      (await LineIndex.of(sourceTextOf(text), never, 4)).longestLine;
    expect(await longest('')).toBe(0);
    expect(await longest('abc\nabcdefgh\r\na')).toBe(10);
    expect(await longest('a\rbcd')).toBe(3);
  });

  it('stops when nobody waits any more', async () => {
    const controller = new AbortController();
    controller.abort(new Error('enough'));
    await expect(LineIndex.of(sourceTextOf('a'), controller.signal)).rejects.toThrow('enough');
  });
});
