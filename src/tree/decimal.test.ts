import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDecimal } from './decimal';

function read(text: string): number {
  const bytes = new TextEncoder().encode(`"${text}"`);
  return readDecimal(bytes, 1, bytes.length - 1);
}

describe('a number in bytes', () => {
  it.each([
    ['0', 0],
    ['-12', -12],
    ['+3.5', 3.5],
    ['.25', 0.25],
    ['4.', 4],
    ['3.5000000000000000e+00', 3.5],
    ['1E3', 1000],
    ['100000000000000000000', 1e20],
    ['0.30000000000000004', 0.30000000000000004],
    ['9007199254740993', 9007199254740992],
    ['1.7976931348623157e308', Number.MAX_VALUE],
    ['5e-324', 5e-324],
    ['1e-999999999999', 0],
    ['0e999999999999', 0],
    [' 7\n', 7],
  ])('%j is %d', (text, value) => {
    expect(read(text)).toBe(value);
  });

  it.each([
    '',
    ' ',
    '-',
    '.',
    'e5',
    '1e',
    '1e+',
    '1.2.3',
    '1,5',
    '1 2',
    '0x10',
    'INF',
    '1e400',
    '٣',
  ])('%j is none', (text) => {
    expect(read(text)).toBeNaN();
  });

  /** What the platform reads; neither infinities nor the sign of a zero matter here. */
  function known(text: string): number {
    const value = Number(text);
    return Number.isFinite(value) ? value + 0 : NaN;
  }

  it('is to the last bit what the platform reads', () => {
    const double = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(double, fc.integer({ min: 0, max: 20 }), (value, places) => {
        for (const text of [String(value), value.toExponential(places), value.toPrecision(17)]) {
          expect(read(text) + 0).toBe(known(text));
        }
      }),
    );
  });

  it('is none of what the platform takes for none', () => {
    const piece = fc.constantFrom('0', '00', '1', '9', '123456', '.', '-', '+', 'e', 'E', '-3');
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 8 }), (pieces) => {
        expect(read(pieces.join('')) + 0).toBe(known(pieces.join('')));
      }),
    );
  });
});
