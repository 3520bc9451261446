import { expect, test } from 'vitest';
import { generalTables } from '../../../findings/link/generalTables';
import { codesIn } from '../../../findings/link/testing/codesIn';
import { fingerprint } from '../../../findings/link/testing/published';
import { ruleOfProblem } from '../expressions/problems';
import { pack } from '../pack';
import { linkTables } from './tables';

/*
 * Links name words by their places in these tables. A word that is new is added at the end, and the
 * lists below get a line for each release that added some; the lines that are there never change.
 */

test.each([[130, '6d8b28a0faa98152']])('the first %i rules stay what they are', (length, print) => {
  expect(fingerprint(linkTables.rules.slice(0, length))).toBe(print);
});

test.each([[175, '6f23f76be12ea739']])('the first %i codes stay what they are', (length, print) => {
  expect(fingerprint(linkTables.codes.slice(0, length))).toBe(print);
});

test('the dictionary stays what it is, and fits in front of a link together with the general one', () => {
  expect(fingerprint(linkTables.dictionary)).toBe('4e22a40b85fa6321');
  // A distance in DEFLATE reaches 32 KiB back (RFC 1951, section 3.2.5).
  const both = new TextEncoder().encode(generalTables.dictionary + linkTables.dictionary);
  expect(both.length).toBeLessThan(30 * 1024);
});

test('no word is listed twice', () => {
  for (const words of [linkTables.rules, linkTables.codes]) {
    expect(new Set(words).size).toBe(words.length);
  }
});

test('every rule is listed', async () => {
  const ids = (await pack.rules()).map(({ id }) => id);
  expect(ids.filter((id) => !linkTables.rules.includes(id))).toEqual([]);
});

test('every code that rules tell is listed', () => {
  const codes = [...codesIn('src/formats/openscenario'), ...Object.keys(ruleOfProblem)];
  expect(codes.length).toBeGreaterThan(150);
  const known = [...linkTables.codes, ...generalTables.codes];
  expect(codes.filter((code) => !known.includes(code))).toEqual([]);
});

test('the pack offers them', async () => {
  expect(await pack.link?.()).toBe(linkTables);
});
