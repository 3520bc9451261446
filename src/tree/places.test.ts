import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PlaceFinder, type TextPosition } from './places';

const encoder = new TextEncoder();

/** Where every character of the text stands, by the definition of line and column. */
function placesOf(text: string): (TextPosition & { offset: number })[] {
  const place = { offset: 0, line: 1, column: 1, units: 0, characters: 0 };
  return [...text].map((character, at, all) => {
    const here = { ...place };
    place.offset += encoder.encode(character).length;
    place.column += character.length;
    place.units += character.length;
    place.characters++;
    if (character === '\n' || (character === '\r' && all[at + 1] !== '\n')) {
      place.line++;
      place.column = 1;
    }
    return here;
  });
}

const piece = fc.constantFrom('a', 'é', '€', '😀', '\n', '\r', '\r\n');
const text = fc.array(piece).map((pieces) => pieces.join(''));
const plain = fc.array(fc.constantFrom('a', 'é', '😀', '\n')).map((pieces) => pieces.join(''));
const wanted = fc.infiniteStream(fc.boolean());

it('finds lines and columns as editors count them', () => {
  fc.assert(
    fc.property(fc.oneof(text, plain), wanted, fc.boolean(), (written, isWanted, counted) => {
      const finder = new PlaceFinder(encoder.encode(written), 0, counted);
      for (const { offset, line, column, ...counts } of placesOf(written)) {
        if (isWanted.next().value !== true) continue;
        expect(finder.at(offset)).toMatchObject({ line, column, ...(counted ? counts : {}) });
      }
    }),
  );
});

it('finds the same place twice, and the end', () => {
  const finder = new PlaceFinder(encoder.encode('ab\ncd'));
  expect(finder.at(4)).toMatchObject({ line: 2, column: 2 });
  expect(finder.at(4)).toMatchObject({ line: 2, column: 2 });
  expect(finder.at(5)).toMatchObject({ line: 2, column: 3 });
});

it('does not count what stands in front of the first character', () => {
  const finder = new PlaceFinder(encoder.encode('\ufeffab'), 3);
  expect(finder.at(4)).toMatchObject({ line: 1, column: 2 });
});
