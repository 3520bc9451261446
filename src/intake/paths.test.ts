import { describe, expect, it } from 'vitest';
import { uniquePath } from './paths';

describe('uniquePath', () => {
  it.each([
    ['b.xml', 'b.xml'],
    ['a.xml', 'a (3).xml'],
    ['folder.d/a', 'folder.d/a (2)'],
    ['.hidden', '.hidden (2)'],
  ])('makes of %s %s', (path, unique) => {
    const taken = new Set(['a.xml', 'a (2).xml', 'folder.d/a', '.hidden']);
    expect(uniquePath(path, (some) => taken.has(some))).toBe(unique);
  });
});
