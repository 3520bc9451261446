import { Text } from '@codemirror/state';
import { expect, it } from 'vitest';
import type { ResolvedValue } from '../../rules/insight';
import { placeValues } from './placedValues';
import type { TextWindow } from './window';

const encoder = new TextEncoder();

/** A window on all of a text but its first bytes. */
function windowOn(text: string, skipped = 0): TextWindow {
  const from = skipped;
  const to = from + encoder.encode(text).length;
  return { from, to, text, first: { line: 1, column: 1 }, cutAtEnd: false };
}

/** The values of everything in a text that begins with `$`. */
function valuesIn(text: string, skipped = 0): ResolvedValue[] {
  return [...text.matchAll(/\$\w+/g)].map((match) => {
    const start = skipped + encoder.encode(text.slice(0, match.index)).length;
    return { at: [start, start + match[0].length], text: match[0], how: '' };
  });
}

function shown(text: string, window = windowOn(text), values = valuesIn(text)): string[] {
  const doc = Text.of(text.split(/\r\n?|\n/));
  return placeValues(window, values).map(({ from, to }) => doc.sliceString(from, to));
}

it.each([
  ['plain text', 'a="$one" b="$two"'],
  ['characters of two, three and four bytes', 'ä$one €$two 🚗$three'],
  ['line ends of all kinds', '\r\n$one\n$two\r$three\r\n\r\n$four'],
])('finds values among %s', (_, text) => {
  expect(shown(text)).toEqual(text.match(/\$\w+/g));
});

it('leaves out what stands before and behind a part of a text', () => {
  const values: ResolvedValue[] = [
    { at: [10, 14], text: '', how: '' },
    ...valuesIn('é $in', 100),
    { at: [104, 120], text: '', how: '' },
    { at: [300, 304], text: '', how: '' },
  ];
  expect(shown('é $in', windowOn('é $in', 100), values)).toEqual(['$in']);
});
