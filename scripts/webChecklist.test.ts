import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { statements } from '../e2e/checklist';
import { root } from './lib/project.mjs';

const folder = join(root, 'e2e');
const tags = new Set(
  readdirSync(folder)
    .filter((name) => name.endsWith('.spec.ts'))
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').match(/@web-\d+/g) ?? [])
    .map((tag) => Number(tag.slice('@web-'.length))),
);

test('every statement of the checklist is proven by a test, or says why not', () => {
  expect(statements.map(([number]) => number)).toEqual(
    Array.from({ length: 42 }, (_, index) => index + 1),
  );
  const proven = statements.filter(
    ([number, , untested]) => tags.has(number) !== (untested !== undefined),
  );
  expect(proven).toEqual(statements);
});

test('tests carry no tag of a statement that there is not', () => {
  const known = new Set(statements.map(([number]) => number));
  expect([...tags].filter((number) => !known.has(number))).toEqual([]);
});
