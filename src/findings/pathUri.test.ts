import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pathOfUri, uriOfPath } from './pathUri';

test.each([
  ['scenarios/cut-in.xml', 'scenarios/cut-in.xml'],
  ['a b/ä#1?.xml', 'a%20b/%C3%A4%231%3F.xml'],
  ['c:d.xml', 'c%3Ad.xml'],
  ['/tmp/50%.xml', 'file:///tmp/50%25.xml'],
  ['C:/x y/z.xml', 'file:///C:/x%20y/z.xml'],
  ['../up.xml', '../up.xml'],
  ['', ''],
])('%s is %s, and back', (path, uri) => {
  expect(uriOfPath(path)).toBe(uri);
  expect(pathOfUri(uri)).toBe(path);
});

test.each([
  ['file:///C:/a/b.xml', 'C:/a/b.xml'],
  ['file://localhost/a', '/a'],
  ['file:/a/b', '/a/b'],
  ['https://example.org/a%20b', 'https://example.org/a%20b'],
  ['100%.xml', '100%.xml'],
  ['src/a.xml#L3', 'src/a.xml'],
])('%s names %s', (uri, path) => {
  expect(pathOfUri(uri)).toBe(path);
});

test('a path on Windows is written with slashes', () => {
  expect(uriOfPath('C:\\x y\\z.xml')).toBe('file:///C:/x%20y/z.xml');
});

test('every relative path of whole characters comes back, in characters that a URI may have', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (path) => {
      const uri = uriOfPath(path);
      expect(uri).toMatch(/^[A-Za-z0-9\-._~!$&'()*+,;=:@/%]*$/);
      if (!/^[A-Za-z]:\\/.test(path)) expect(pathOfUri(uri)).toBe(path);
    }),
  );
});

test('nothing throws', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(() => pathOfUri(uriOfPath(text)) + pathOfUri(text)).not.toThrow();
    }),
  );
});
