import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../../scripts/lib/project.mjs';
import { Code } from '../../../wasm/assembly/codes';
import { codeName } from '../../engine/syntaxMessages';
import { generalRules } from '../../rules/listGeneral';
import { generalTables } from './generalTables';
import { codesIn } from './testing/codesIn';
import { fingerprint } from './testing/published';

/*
 * Links name words by their places in these tables. A word that is new is added at the end, and the
 * lists below get a line for each release that added some; the lines that are there never change.
 */

test.each([[33, '5db0cd859c6d2d93']])('the first %i rules stay what they are', (length, print) => {
  expect(fingerprint(generalTables.rules.slice(0, length))).toBe(print);
});

test.each([[130, '56d2900567cc56a9']])('the first %i codes stay what they are', (length, print) => {
  expect(fingerprint(generalTables.codes.slice(0, length))).toBe(print);
});

test('the dictionary stays what it is', () => {
  expect(fingerprint(generalTables.dictionary)).toBe('2ee1adc1c7384912');
});

test('no word is listed twice', () => {
  for (const words of [generalTables.rules, generalTables.codes]) {
    expect(new Set(words).size).toBe(words.length);
  }
});

test('every rule that holds for every file is listed', () => {
  const missing = generalRules.filter(({ id }) => !generalTables.rules.includes(id));
  expect(missing).toEqual([]);
});

test('every code that the engine, intake and settings tell is listed', () => {
  // What the viewer tells the page around it has codes of its own, which are no findings'.
  const others = ['formats', 'embed'];
  const folders = readdirSync(join(root, 'src'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !others.includes(entry.name))
    .map(({ name }) => `src/${name}`);
  const codes = [
    ...Object.values(Code)
      .filter((code): code is Code => typeof code === 'number' && code !== Code.none)
      .map(codeName),
    ...[...folders, 'workers'].flatMap(codesIn),
  ];
  expect(codes.length).toBeGreaterThan(100);
  expect(codes.filter((code) => !generalTables.codes.includes(code))).toEqual([]);
});
