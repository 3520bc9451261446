import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PlaceFinder } from './placeFinder';

const encoder = new TextEncoder();

/** Where every character of the text stands, by the definition of line and column. */
function placesOf(text: string): { offset: number; line: number; column: number }[] {
  let offset = 0;
  let line = 1;
  let column = 1;
  return [...text].map((character, at, all) => {
    const place = { offset, line, column };
    offset += encoder.encode(character).length;
    column += character.length;
    const isEnd = character === '\n' || (character === '\r' && all[at + 1] !== '\n');
    if (isEnd) [line, column] = [line + 1, 1];
    return place;
  });
}

it('finds lines and columns as editors count them', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'é', '€', '😀', '\n', '\r', '\r\n') });
  fc.assert(
    fc.property(text, fc.infiniteStream(fc.boolean()), (written, wanted) => {
      const finder = new PlaceFinder(encoder.encode(written));
      for (const place of placesOf([...written].join(''))) {
        if (wanted.next().value !== true) continue;
        finder.moveTo(place.offset);
        expect({ offset: finder.offset, line: finder.line, column: finder.column }).toEqual(place);
      }
    }),
  );
});

it('stays where it is moved to twice, and goes to the end', () => {
  const finder = new PlaceFinder(encoder.encode('ab\ncd'));
  finder.moveTo(4);
  finder.moveTo(4);
  expect([finder.line, finder.column]).toEqual([2, 2]);
  finder.moveTo(5);
  expect([finder.line, finder.column]).toEqual([2, 3]);
});

it('does not go back', () => {
  const finder = new PlaceFinder(encoder.encode('ab\ncd'));
  finder.moveTo(4);
  expect(() => finder.moveTo(3)).toThrow(RangeError);
});
