import fc from 'fast-check';
import { expect, test } from 'vitest';
import { doubleOf, plainDecimal } from './decimals';

const encoder = new TextEncoder();

function read(text: string): number {
  const bytes = encoder.encode(`"${text}"`);
  return plainDecimal(bytes, 1, bytes.length - 1);
}

test.each(['0', '-0', '+7', '1.', '.5', '-12.50', '000.1', '0.1', '999999999999999'])(
  'reads %s',
  (text) => {
    expect(read(text)).toBe(Number(text));
  },
);

test.each(['', '.', '-', '1e3', 'INF', 'NaN', ' 1', '1 ', '1,5', '1.2.3', '--1', '$x', '${1}'])(
  'leaves %j to others',
  (text) => {
    expect(read(text)).toBeNaN();
  },
);

test('leaves what has more digits than a double holds to others', () => {
  expect(read('1234567890123456')).toBeNaN();
});

test('is what Number says', () => {
  const decimal = fc
    .tuple(
      fc.constantFrom('', '-', '+'),
      fc.nat({ max: 999_999_999 }),
      fc.stringMatching(/^\d{0,6}$/),
    )
    .map(([sign, whole, part]) => `${sign}${whole}${part === '' ? '' : `.${part}`}`);
  fc.assert(
    fc.property(decimal, (text) => {
      expect(read(text)).toBe(Number(text));
    }),
  );
});

test.each([
  ['INF', Infinity],
  [' -INF ', -Infinity],
  ['1e3', 1000],
  ['NaN', NaN],
  ['', NaN],
  ['fast', NaN],
])('%j as a double', (text, number) => {
  expect(doubleOf(text)).toBe(number);
});
