import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadLinkTables } from '../../formats/registry';
import { decodeLink } from './decodeLink';
import { told } from './testing/told';

/*
 * Links of every version that has been published, and what they tell. They are kept for ever: a test
 * that fails here says that links out there open no more, or open as something else.
 */

const folder = join(import.meta.dirname, 'fixtures');

const fixtures = readdirSync(folder).flatMap((version) =>
  readdirSync(join(folder, version))
    .filter((name) => name.endsWith('.txt'))
    .map((name) => join(version, name.replace(/\.txt$/, ''))),
);

test('there are fixtures of the first version', () => {
  expect(fixtures.filter((name) => name.startsWith('v1'))).toHaveLength(4);
});

test.each(fixtures)('%s opens as it always has', async (name) => {
  const fragment = readFileSync(join(folder, `${name}.txt`), 'utf8').trim();
  const expected: unknown = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
  const link = decodeLink(fragment, await loadLinkTables());
  if (link === null || 'problem' in link) throw new Error(link?.message ?? 'It is no link');
  expect(told(link)).toEqual(expected);
});
