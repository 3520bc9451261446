import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { splitInlineCode } from './inlineCode';

describe('splitInlineCode', () => {
  it('tells names from prose', () => {
    expect(splitInlineCode('`A` must come before `B`.')).toEqual([
      { text: 'A', code: true },
      { text: ' must come before ', code: false },
      { text: 'B', code: true },
      { text: '.', code: false },
    ]);
  });

  it('leaves a lone backtick alone', () => {
    expect(splitInlineCode('it`s so')).toEqual([{ text: 'it`s so', code: false }]);
  });

  it('loses nothing but the backticks around code', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'é', '`', ' ') }), (text) => {
        const runs = splitInlineCode(text);
        expect(runs.map((run) => (run.code ? `\`${run.text}\`` : run.text)).join('')).toBe(text);
      }),
    );
  });
});
