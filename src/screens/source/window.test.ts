import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LineIndex } from './lineIndex';
import { sourceTextOf } from './testing';
import { placeInFile, placeInWindow, windowAround, type WindowLimits } from './window';

const limits: WindowLimits = { whole: 20, longLine: 100, window: 96, narrow: 64 };
const never = new AbortController().signal;

async function windowIn(text: string, offset: number) {
  const source = sourceTextOf(text);
  const index = await LineIndex.of(source, never, 16);
  return { source, index, window: await windowAround(source, index, offset, limits) };
}

const lines = Array.from({ length: 40 }, (_, at) => `<line n="${at}"/>`).join('\n');
const oneLine = '<a>' + '<é/>'.repeat(400) + '</a>';

describe('windowAround', () => {
  it('shows small texts whole, without their byte order mark', async () => {
    const { window } = await windowIn('\ufeff<a>\n</a>', 5);
    expect(window.text).toBe('<a>\n</a>');
    expect(window.first).toEqual({ line: 1, column: 1 });
    expect(window.cutAtEnd).toBe(false);
  });

  it('cuts at lines', async () => {
    const offset = lines.indexOf('<line n="20"');
    const { window } = await windowIn(lines, offset);
    expect(window.text).toContain('<line n="20"/>');
    expect(window.text).toMatch(/^<line n="(\d+)"\/>\n[^]*\n$/);
    expect(window.first).toEqual({ line: Number(/\d+/.exec(window.text)?.[0]) + 1, column: 1 });
    expect(window.cutAtEnd).toBe(false);
  });

  it('cuts a long line before tags', async () => {
    const { window } = await windowIn(oneLine, 1000);
    expect(window.text).toMatch(/^(<é\/>)+$/);
    expect(window.first.line).toBe(1);
    expect(oneLine.slice(window.first.column - 1)).toMatch(window.text);
    expect(window.cutAtEnd).toBe(true);
  });

  it('always holds the offset, never splits a character, and knows where it is', async () => {
    const piece = fc.constantFrom('a', '€', '😀', '\n', '\r\n', '<', 'xxxxxxxxxxxxxxxxxxxxxxx');
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 80 }), fc.nat(), async (pieces, some) => {
        const text = pieces.join('');
        const size = new TextEncoder().encode(text).length;
        const offset = some % (size + 1);
        const { index, window } = await windowIn(text, offset);
        expect(window.from).toBeLessThanOrEqual(offset);
        expect(window.to).toBeGreaterThanOrEqual(offset);
        expect(text).toContain(window.text);
        expect(window.first).toEqual(await index.positionOf(window.from));
        const place = await index.positionOf(offset);
        const here = placeInWindow(window, place);
        expect(here && placeInFile(window, here)).toEqual(place);
      }),
    );
  });

  it('knows places before the window', async () => {
    const { window } = await windowIn(lines, lines.length);
    expect(placeInWindow(window, { line: 1, column: 1 })).toBeNull();
  });
});
