import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { pathParts } from './pathParts';

describe('pathParts', () => {
  it('keeps the end of the file name apart', () => {
    expect(pathParts('a/b/a-rather-long-name_0042.xml')).toEqual({
      folder: 'a/b/',
      stem: 'a-rather-long-nam',
      tail: 'e_0042.xml',
      rightToLeft: false,
    });
  });

  it('leaves short names whole', () => {
    expect(pathParts('cut-in.xml')).toMatchObject({ folder: '', stem: '', tail: 'cut-in.xml' });
  });

  it('takes only the extension off a right-to-left name', () => {
    expect(pathParts('x/תרחיש של עקיפה בכביש.xml')).toEqual({
      folder: 'x/',
      stem: 'תרחיש של עקיפה בכביש',
      tail: '.xml',
      rightToLeft: true,
    });
    expect(pathParts('תרחיש').stem).toBe('תרחיש');
  });

  it('counts wide characters twice', () => {
    expect(pathParts('高速公路切入场景_版本2.xml').tail).toBe('_版本2.xml');
  });

  it('never cuts through a character', () => {
    expect(pathParts('scenario-😀😀😀😀😀😀x.xml').tail.startsWith('😀')).toBe(true);
    expect(pathParts('cafe\u0301'.repeat(4)).tail.startsWith('\u0301')).toBe(false);
  });

  it('joins to the path again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (path) => {
        const parts = pathParts(path);
        expect(parts.folder + parts.stem + parts.tail).toBe(path);
      }),
    );
  });
});
