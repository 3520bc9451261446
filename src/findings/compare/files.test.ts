import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FileReport } from '../report';
import { pairFiles, sameContent } from './files';
import { alikeReports, fileReport } from './testing/reports';

/** Which files were put together, as `a > b`; `-` where there is none. */
function said(
  before: readonly (string | FileReport)[],
  after: readonly (string | FileReport)[],
): string[] {
  const reports = (files: readonly (string | FileReport)[]): FileReport[] =>
    files.map((file) => (typeof file === 'string' ? fileReport(file) : file));
  return pairFiles(reports(before), reports(after)).map(
    (pair) => `${pair.before?.path ?? '-'} > ${pair.after?.path ?? '-'}`,
  );
}

const hash = 'c0ffee'.repeat(10) + 'beef';

describe('files are known again', () => {
  test('by their path', () => {
    expect(said(['b', 'a', 'c'], ['c', './a', 'd'])).toEqual([
      'a > ./a',
      'b > -',
      'c > c',
      '- > d',
    ]);
  });

  test('by their path below the folder that all are in', () => {
    expect(said(['old/x/a', 'old/y/a'], ['new/y/a', 'new/x/a'])).toEqual([
      'old/x/a > new/x/a',
      'old/y/a > new/y/a',
    ]);
    expect(said(['x/a', 'y/a'], ['C:\\work\\x\\a', 'C:\\work\\y\\a'])).toEqual([
      'x/a > C:\\work\\x\\a',
      'y/a > C:\\work\\y\\a',
    ]);
  });

  test('by their content, of which a link keeps the beginning of the hash', () => {
    const whole = fileReport('x/renamed', [], { hash });
    const cut = fileReport('x/a', [], { hash: hash.slice(0, 24).toUpperCase() });
    expect(said([cut, 'x/b'], ['x/b', whole])).toEqual(['x/b > x/b', 'x/a > x/renamed']);
    expect(sameContent({ before: cut, after: whole })).toBe(true);
    expect(sameContent({ before: cut, after: fileReport('x/a') })).toBe(false);
    expect(sameContent({ before: null, after: whole })).toBe(false);
  });

  test('by a name that no other file has', () => {
    expect(said(['x/a', 'b'], ['b', 'y/z/a'])).toEqual(['b > b', 'x/a > y/z/a']);
    expect(said(['x/a', 'b', 'z/a'], ['b', 'y/a'])).toEqual([
      'b > b',
      'x/a > -',
      '- > y/a',
      'z/a > -',
    ]);
  });

  test('as the only one, whatever its name', () => {
    expect(said(['one.xml'], ['elsewhere/two.xml'])).toEqual(['one.xml > elsewhere/two.xml']);
  });
});

test('a hash that is too short says nothing', () => {
  const [a, b] = ['a', 'b'].map((path) => fileReport(path, [], { hash: 'c0ffee' }));
  if (!a || !b) throw new Error('There are two');
  expect(said([a, 'c'], [b, 'c'])).toEqual(['a > -', '- > b', 'c > c']);
});

test('every file is there once, and the other way round the pairs are the same', () => {
  fc.assert(
    fc.property(alikeReports, alikeReports, ({ files: before }, { files: after }) => {
      const pairs = pairFiles(before, after);
      const side = (name: 'before' | 'after'): FileReport[] =>
        pairs.flatMap((pair) => pair[name] ?? []);
      expect(new Set(side('before'))).toEqual(new Set(before));
      expect(side('before')).toHaveLength(before.length);
      expect(new Set(side('after'))).toEqual(new Set(after));
      expect(side('after')).toHaveLength(after.length);
      const back = pairFiles(after, before).map((pair) => [pair.after, pair.before]);
      expect(new Set(back)).toEqual(new Set(pairs.map((pair) => [pair.before, pair.after])));
    }),
  );
});

test('a report has all its files in common with itself', () => {
  fc.assert(
    fc.property(alikeReports, ({ files }) => {
      for (const { before, after } of pairFiles(files, files)) expect(before).toBe(after);
    }),
  );
});
