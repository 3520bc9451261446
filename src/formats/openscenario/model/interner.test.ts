import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Interner } from './interner';

test('equal texts have equal ids, and give the text back', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: 'grapheme', maxLength: 12 }), { maxLength: 600 }),
      (texts) => {
        const interner = new Interner();
        const ids = texts.map((text) => interner.idOfText(text));
        const known = new Map<string, number>();
        texts.forEach((text, at) => {
          const id = ids[at] ?? 0;
          expect(known.get(text) ?? id).toBe(id);
          known.set(text, id);
          expect(interner.text(id)).toBe(text.isWellFormed() ? text : text.toWellFormed());
          expect(interner.idOfText(text)).toBe(id);
        });
        expect(interner.count).toBe(new Set(texts.map((text) => text.toWellFormed())).size);
      },
    ),
  );
});

test('bytes within others are told apart by their length', () => {
  const interner = new Interner();
  const bytes = new TextEncoder().encode('EgoEgo2Ego');
  const ego = interner.idOf(bytes, 0, 3);
  expect(interner.idOf(bytes, 3, 7)).not.toBe(ego);
  expect(interner.idOf(bytes, 7, 10)).toBe(ego);
});
