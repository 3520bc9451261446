import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Determinizer, Expressions } from './automaton';
import { patternFragment } from './pattern';

function matcher(pattern: string): (text: string) => boolean {
  const expressions = new Expressions();
  const determinizer = new Determinizer(expressions);
  const start = determinizer.start(patternFragment(expressions, pattern));
  const states = determinizer.states();
  return (text) => {
    let state = states[start];
    for (const byte of new TextEncoder().encode(text)) {
      const at = state?.symbols.indexOf(byte) ?? -1;
      if (at < 0) return false;
      state = states[state?.targets[at] ?? -1];
    }
    return state?.accepting ?? false;
  };
}

describe('A pattern', () => {
  it.each([
    '',
    'abc',
    'a|bc|',
    '(ab|a)(c|bcd)*',
    'a?b+c*',
    '(a|b)*abb',
    '((a?b)+|c)?d',
    '[a-c]+[-d]',
    '[$][{][a-c+*/().,-]*[}]',
    'a\\*b\\\\',
  ])('%j accepts what a regular expression does', (pattern) => {
    const ours = matcher(pattern);
    const theirs = new RegExp(`^(?:${pattern})$`);
    const text = fc.stringMatching(/^[abcd$+{}*\\.-]*$/);
    fc.assert(
      fc.property(text, (candidate) => {
        expect(ours(candidate)).toBe(theirs.test(candidate));
      }),
    );
  });

  it('reads characters outside of ASCII as UTF-8', () => {
    const isStreet = matcher('Straße|路+');
    expect(isStreet('Straße')).toBe(true);
    expect(isStreet('路路')).toBe(true);
    expect(isStreet('Strasse')).toBe(false);
  });

  it.each([
    ['(a', 'A `)` is missing'],
    ['a)', 'Unexpected `)`'],
    ['*a', '`*` cannot stand here'],
    ['[^a]', 'Negated classes are not supported'],
    ['[z-a]', 'A range ends before it begins'],
    ['[a', 'It ends too early'],
    ['[é]', 'A class may hold ASCII characters only'],
    ['a{2}', '`{` cannot stand here'],
  ])('%j is refused', (pattern, problem) => {
    expect(() => matcher(pattern)).toThrow(problem);
  });
});
