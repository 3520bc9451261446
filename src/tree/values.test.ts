import { describe, expect, it } from 'vitest';
import { attributeText, contentText, shortened } from './values';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('attributeText', () => {
  it.each([
    ['a&amp;b', 'a&b'],
    ['&lt;&gt;&quot;&apos;', '<>"\''],
    ['&#65;&#x42;&#x1F600;', 'AB😀'],
    ['a\r\nb\tc\nd\re', 'a b c d e'],
    ['a&#10;b', 'a\nb'],
    ['&amp;lt;', '&lt;'],
    ['&mine;', '&mine;'],
    ['&constructor;', '&constructor;'],
    ['&#x110000;', '&#x110000;'],
  ])('reads %j as %j', (raw, text) => {
    expect(attributeText(utf8(raw), true)).toBe(text);
  });

  it('takes plain values as they are', () => {
    expect(attributeText(utf8('Größe'), false)).toBe('Größe');
  });
});

describe('contentText', () => {
  it('resolves references and normalises line ends', () => {
    expect(contentText(utf8('a\r\n&lt;b'))).toBe('a\n<b');
  });

  it('takes CDATA sections as they are', () => {
    expect(contentText(utf8('<![CDATA[a &lt; ]b]]>'))).toBe('a &lt; ]b');
  });
});

describe('shortened', () => {
  it('keeps what fits', () => {
    expect(shortened(' a \n b ', 5)).toBe('a b');
  });

  it('never cuts a pair in two', () => {
    expect(shortened('ab😀cd', 4)).toBe('ab…');
    expect(shortened('abcdef', 4)).toBe('abc…');
  });
});
