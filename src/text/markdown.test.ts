import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markdownCode, markdownText } from './markdown';

test.each([
  ['plain, with (brackets).', 'plain, with (brackets).'],
  ['a `name` in it', 'a `name` in it'],
  [
    '*b* _i_ <u> [x] a|b #1 ~s~ \\ &amp; @you',
    '\\*b\\* \\_i\\_ \\<u\\> \\[x\\] a\\|b \\#1 \\~s\\~ \\\\ \\&amp; \\@you',
  ],
  ['two\r\nlines', 'two lines'],
  ['half a `code', 'half a \\`code'],
])('%j is written %j', (text, written) => {
  expect(markdownText(text)).toBe(written);
});

test.each([
  ['a', '`a`'],
  ['a`b', '``a`b``'],
  ['`a``', '``` `a`` ```'],
  [' a ', '`  a  `'],
  ['', '`  `'],
])('%j as code is %j', (text, written) => {
  expect(markdownCode(text)).toBe(written);
});

test('code comes to its end where it should, whatever it holds', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('`', 'a', ' ', '\n', '|') }), (text) => {
      const written = markdownCode(text);
      const [fence = ''] = /^`+/.exec(written) ?? [];
      const inner = written.slice(fence.length, -fence.length);
      expect(written.endsWith(fence)).toBe(true);
      // CommonMark 0.31.2, section 6.1: it ends at the first run of as many backticks.
      expect([...inner.matchAll(/`+/g)].map(([run]) => run.length)).not.toContain(fence.length);
      expect(inner.startsWith('`') || inner.endsWith('`')).toBe(false);
    }),
  );
});
