import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TextEncodingName } from '../intake/encoding';
import type { ByteWindow, ExcerptLine } from './excerpt';
import { excerpt } from './excerpt';
import type { Span } from './finding';

const options = { context: 0, markedLines: 3, width: 100 };

function encode(text: string, encoding: TextEncodingName): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding === 'utf-16le' || encoding === 'utf-16be') {
    const view = new DataView(new ArrayBuffer(text.length * 2));
    for (let at = 0; at < text.length; at++) {
      view.setUint16(at * 2, text.charCodeAt(at), encoding === 'utf-16le');
    }
    return new Uint8Array(view.buffer);
  }
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

/** The file `text` with the part between « and » marked: its bytes and the span. */
function marked(text: string, encoding: TextEncodingName = 'utf-8'): [ByteWindow, Span] {
  const open = text.indexOf('«');
  const close = text.indexOf('»') - 1;
  const plain = text.replace(/[«»]/g, '');
  const offsetOf = (at: number): number => encode(plain.slice(0, at), encoding).length;
  const placeOf = (at: number): [number, number] => {
    const lines = plain.slice(0, at).split(/\r\n|\r|\n/);
    return [lines.length, (lines.at(-1)?.length ?? 0) + 1];
  };
  const [line, column] = placeOf(open);
  const [endLine, endColumn] = placeOf(close);
  const bytes = encode(plain, encoding);
  return [
    { bytes, start: 0, atEnd: true, encoding, bomBytes: 0 },
    {
      offset: offsetOf(open),
      endOffset: offsetOf(close),
      line,
      column,
      endLine,
      endColumn,
    },
  ];
}

const show = ({ number, text, mark, cutBefore, cutAfter }: ExcerptLine): string =>
  `${number}: ${cutBefore ? '…' : ''}${
    mark
      ? `${text.slice(0, mark.from)}«${text.slice(mark.from, mark.to)}»${text.slice(mark.to)}`
      : text
  }${cutAfter ? '…' : ''}`;

test('marks a part of a line', () => {
  expect(excerpt(...marked('<a>\n  <b «x="1"»/>\n</a>'), options).map(show)).toEqual([
    '2:   <b «x="1"»/>',
  ]);
});

test.each(['\n', '\r\n', '\r'])('knows the line end %j, and shows lines around', (end) => {
  const text = ['one', 'two', '«three»', 'four', 'five'].join(end);
  expect(excerpt(...marked(text), { ...options, context: 1 }).map(show)).toEqual([
    '2: two',
    '3: «three»',
    '4: four',
  ]);
});

test.each(['utf-16le', 'utf-16be', 'iso-8859-1', 'windows-1252'] as const)(
  'decodes %s',
  (encoding) => {
    expect(excerpt(...marked('é\nà «ü» ö', encoding), options).map(show)).toEqual(['2: à «ü» ö']);
  },
);

test('a span of several lines is shown by its first ones, without their indentation', () => {
  const text = '<a «x="\n   1\n\n   2\n   3"»/>';
  expect(excerpt(...marked(text), { ...options, context: 1 }).map(show)).toEqual([
    '1: <a «x="»',
    '2:    «1»',
    '3: «»',
  ]);
});

test('an empty span marks a place', () => {
  expect(excerpt(...marked('ab«»c'), options).map(show)).toEqual(['1: ab«»c']);
  expect(excerpt(...marked('abc\n«»'), options).map(show)).toEqual(['2: «»']);
});

test('long lines are cut around the mark', () => {
  const text = `${'a'.repeat(5000)}«mark»${'b'.repeat(5000)}`;
  const [line] = excerpt(...marked(text), { ...options, width: 30 });
  expect(line && show(line)).toBe(`1: …${'a'.repeat(10)}«mark»${'b'.repeat(16)}…`);
});

test('a long line loses its indentation first', () => {
  const [line] = excerpt(...marked(`${' '.repeat(20)}<a b="«1»"/>`), { ...options, width: 24 });
  expect(line && show(line)).toBe('1: <a b="«1»"/>');
});

test('a long mark is cut behind, and surrogate pairs stay whole', () => {
  const text = `${'😀'.repeat(40)}«${'😀'.repeat(40)}»`;
  for (const width of [20, 21, 22, 23]) {
    const [line] = excerpt(...marked(text), { ...options, width });
    expect(line?.text).toMatch(/^(😀)+$/u);
  }
});

test('a window shows what the whole file shows', () => {
  const encodings = fc.constantFrom<TextEncodingName>('utf-8', 'utf-16le', 'utf-16be');
  const text = fc.array(fc.constantFrom('a', 'é', '漢', '😀', '\n', '\r\n', '\t'), {
    maxLength: 60,
  });
  const near = { context: 0, markedLines: 1, width: 8 };
  fc.assert(
    fc.property(text, text, text, encodings, fc.nat(3), (one, two, three, encoding, shift) => {
      const [window, span] = marked(`${one.join('')}«${two.join('')}»${three.join('')}`, encoding);
      const whole = excerpt(window, span, near);
      const reach = 4 * near.width * 2 + shift;
      const start = Math.max(0, span.offset - reach);
      const end = Math.min(window.bytes.length, span.endOffset + reach);
      const part = {
        ...window,
        start,
        bytes: window.bytes.subarray(start, end),
        atEnd: end === window.bytes.length,
      };
      const cut = excerpt(part, span, near);
      expect(cut.map(({ number, text: shown, mark }) => ({ number, shown, mark }))).toEqual(
        whole.map(({ number, text: shown, mark }) => ({
          number,
          shown,
          mark,
        })),
      );
    }),
  );
});
