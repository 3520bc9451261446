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
const chosen = fc.infiniteStream(fc.boolean());

/** Marks as the tokenizer leaves them, at the start and at some of the characters. */
function marksIn(text: string, isMarked: () => boolean): Uint32Array {
  const marks = placesOf(text)
    .filter(({ offset }) => offset === 0 || isMarked())
    .map(({ offset, line, column, units, characters }) => {
      const before = text[units - 1] === '\r';
      // Behind a carriage return the next line has begun, even where a line feed is still to come.
      const inPair = before && text[units] === '\n';
      return [
        offset,
        inPair ? line + 1 : line,
        inPair ? 1 : column,
        units,
        characters,
        before ? 1 : 0,
      ];
    });
  return Uint32Array.from(marks.length === 0 ? [0, 1, 1, 0, 0, 0] : marks.flat());
}

it('finds lines and columns as editors count them', () => {
  fc.assert(
    fc.property(text, chosen, chosen, (written, isMarked, isLater) => {
      const marks = marksIn(written, () => isMarked.next().value === true);
      const finder = new PlaceFinder(encoder.encode(written), marks);
      const places = placesOf(written);
      // Some are asked for out of their order.
      const later = places.filter(() => isLater.next().value === true);
      for (const { offset, ...place } of [...places, ...later.reverse(), ...later.reverse()]) {
        if (written.slice(place.units - 1, place.units + 1) === '\r\n') continue;
        expect(finder.at(offset)).toEqual(place);
      }
    }),
  );
});

it('finds the same place twice, and the end', () => {
  const finder = new PlaceFinder(encoder.encode('ab\ncd'), Uint32Array.of(0, 1, 1, 0, 0, 0));
  expect(finder.at(4)).toMatchObject({ line: 2, column: 2 });
  expect(finder.at(1)).toMatchObject({ line: 1, column: 2 });
  expect(finder.at(5)).toMatchObject({ line: 2, column: 3 });
  expect(finder.at(9)).toMatchObject({ line: 2, column: 3 });
});
