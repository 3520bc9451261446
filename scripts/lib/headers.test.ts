import { expect, test } from 'vitest';
import { headersFor, parseHeaders } from './headers.mjs';

const rules = parseHeaders(`
# for everything
/*
  X-One: 1
  Policy: a; b

/page
  policy: c
/assets/*
  Cache-Control: immutable
`);

test('a path gets the headers of all rules that fit', () => {
  expect(headersFor(rules, '/other')).toEqual({ 'X-One': '1', Policy: 'a; b' });
  expect(headersFor(rules, '/assets/a.js')).toEqual({
    'X-One': '1',
    Policy: 'a; b',
    'Cache-Control': 'immutable',
  });
});

test('values that several rules give are joined, however the name is written', () => {
  expect(headersFor(rules, '/page')).toEqual({ 'X-One': '1', Policy: 'a; b, c' });
});

test('only a star is special in a path', () => {
  const [rule] = parseHeaders('/a.b+c\n  X: 1');
  expect(rule?.pattern.test('/a.b+c')).toBe(true);
  expect(rule?.pattern.test('/aXb+c')).toBe(false);
  expect(rule?.pattern.test('/a.b+c/d')).toBe(false);
});

test.each(['nonsense', '  X-One: 1', '/*\n  no header'])('refuses %j', (text) => {
  expect(() => parseHeaders(text)).toThrow(/line \d+: neither a path nor a header/);
});
