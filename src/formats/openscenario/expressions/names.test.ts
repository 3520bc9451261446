import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namesIn } from './names';

describe('the parameters that a value names', () => {
  it.each([
    ['$speed', ['speed']],
    ['${2 * $speed + $a_1}', ['speed', 'a_1']],
    ['$folder/road.xodr', ['folder']],
    ['Act of $owner and $owner', ['owner', 'owner']],
    ['$a$b', ['a', 'b']],
    ['$a.b', ['a']],
    ['${speed}', []],
    ['5 $', []],
    ['$5', []],
    ['$$x', ['x']],
    ['plain', []],
    ['', []],
  ])('%j', (text, names) => {
    const uses = namesIn(text);
    expect(uses.map(({ name }) => name)).toEqual(names);
    for (const { name, start, end } of uses) expect(text.slice(start, end)).toBe(`$${name}`);
  });

  it('are those that the pattern of the schemas finds', () => {
    const texts = fc.array(fc.constantFrom('$', '{', 'a', 'Z', '_', '0', ' ', 'é', '-'));
    fc.assert(
      fc.property(texts, (parts) => {
        const text = parts.join('');
        const found = [...text.matchAll(/\$([A-Za-z_][A-Za-z0-9_]*)/g)].map(([, name]) => name);
        expect(namesIn(text).map(({ name }) => name)).toEqual(found);
      }),
    );
  });
});
