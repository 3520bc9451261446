import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stateAfter, tokenize, type TokenKind } from './xmlTokens';

function kinds(text: string): [string, TokenKind][] {
  return tokenize(text, 'text').tokens.map(({ from, to, kind }) => [text.slice(from, to), kind]);
}

describe('tokenize', () => {
  it('tells names, values and references', () => {
    expect(kinds('<a b="c&amp;d" e=\'f\'/>x')).toEqual([
      ['<', 'punctuation'],
      ['a', 'tag'],
      ['b', 'attribute'],
      ['=', 'punctuation'],
      ['"', 'punctuation'],
      ['c', 'value'],
      ['&amp;', 'reference'],
      ['d', 'value'],
      ['"', 'punctuation'],
      ['e', 'attribute'],
      ['=', 'punctuation'],
      ["'", 'punctuation'],
      ['f', 'value'],
      ["'", 'punctuation'],
      ['/>', 'punctuation'],
      ['x', 'text'],
    ]);
  });

  it('takes comments, CDATA sections and instructions as one', () => {
    expect(kinds('<!--<a>--><?b c?><![CDATA[<d>]]>')).toEqual([
      ['<!--', 'comment'],
      ['<a>-->', 'comment'],
      ['<?', 'meta'],
      ['b c?>', 'meta'],
      ['<![CDATA[', 'meta'],
      ['<d>]]>', 'text'],
    ]);
  });

  it('goes on after a tag that is not closed', () => {
    expect(kinds('<a <b>')).toEqual([
      ['<', 'punctuation'],
      ['a', 'tag'],
      ['<', 'punctuation'],
      ['b', 'tag'],
      ['>', 'punctuation'],
    ]);
  });

  it('comes to an end with any text, in order and within it', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '/',
      '!',
      '?',
      '-',
      '--',
      '[CDATA[',
      ']]',
      '"',
      "'",
      '=',
      '&',
      ';',
      'a',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        let at = 0;
        for (const { from, to } of tokenize(text, 'text').tokens) {
          expect(from).toBeGreaterThanOrEqual(at);
          expect(to).toBeGreaterThan(from);
          at = to;
        }
        expect(at).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

describe('stateAfter', () => {
  it.each([
    ['<a>', 'text'],
    ['<a b', 'tag'],
    ['<a b="c', '"'],
    ["<a b='c", "'"],
    ['<a b="c>d', '"'],
    ['<!-- <a b="', 'comment'],
    ['<!-- x --><a>', 'text'],
    ['<![CDATA[ <b', 'cdata'],
    ['<?xml version="1.0"', 'pi'],
    ['', 'text'],
  ])('says where %j breaks off', (text, state) => {
    expect(stateAfter(text)).toBe(state);
    expect(tokenize(text, 'text').state).toBe(state);
  });
});
