import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ByteSearch } from './byteSearch';

test('finds every match, however the text is cut', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('a', 'B', 'ab', 'é', 'É', ' '), { maxLength: 40 }),
      fc.constantFrom('a', 'AB', 'ba', 'é', 'bab', 'aa'),
      fc.integer({ min: 1, max: 7 }),
      (parts, query, step) => {
        const text = parts.join('');
        const bytes = new TextEncoder().encode(text);
        const search = new ByteSearch(query, 100);
        const found: number[] = [];
        for (let at = 0; at < bytes.length; at += step) {
          found.push(...search.push(bytes.subarray(at, at + step)));
        }
        const lowered = (some: string): string =>
          some.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
        const expected: number[] = [];
        for (let at = 0; at < text.length; at++) {
          if (!lowered(text).startsWith(lowered(query), at)) continue;
          expected.push(100 + new TextEncoder().encode(text.slice(0, at)).length);
        }
        expect(found).toEqual(expected);
      },
    ),
  );
});
