import { expect, it } from 'vitest';
import { fileMeant, switchesOff } from './addresses';

const scope = 'https://example.org/tools/app/';

it.each([
  ['', 'index.html'],
  ['?sw=on', 'index.html'],
  ['#r1.abc', 'index.html'],
  ['index.html', 'index.html'],
  ['embed.html?theme=dark#x', 'embed.html'],
  ['assets/a.js', 'assets/a.js'],
  ['samples/', 'samples/index.html'],
  ['a%20b', 'a%20b'],
])('takes “%s” for %s', (address, file) => {
  expect(fileMeant(scope + address, scope)).toBe(scope + file);
});

it.each([
  'https://example.org/',
  'https://example.org/tools/apple',
  'https://example.com/tools/app/',
])('has nothing to do with %s', (address) => {
  expect(fileMeant(address, scope)).toBeNull();
});

it('is switched off by one parameter only', () => {
  expect(switchesOff(new URL('?sw=off', scope))).toBe(true);
  expect(switchesOff(new URL('?a=1&sw=off#x', scope))).toBe(true);
  expect(switchesOff(new URL('?sw=on', scope))).toBe(false);
  expect(switchesOff(new URL('#?sw=off', scope))).toBe(false);
});
