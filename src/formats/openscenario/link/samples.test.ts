import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../../../scripts/lib/project.mjs';
import { decodeLink } from '../../../findings/link/decodeLink';
import { linkFor } from '../../../findings/link/linkFor';
import { linkTables } from './tables';

test('the report on all samples, with all that is known of it, fits the shortest link', async () => {
  const kept = join(root, 'src/findings/link/fixtures/v1/samples.txt');
  const link = decodeLink(readFileSync(kept, 'utf8'), [linkTables]);
  if (link === null || 'problem' in link)
    throw new Error('The report on the samples is not at hand');
  const wish = {
    base: 'https://scrutineer.example.org/some/folder/of/a/server/',
    budget: 1900,
    excerpts: false,
    folders: true,
  } as const;
  const { signal } = new AbortController();
  const made = await linkFor(link.report, wish, [linkTables], signal);
  expect(made.total).toMatchObject({ files: 7, findings: 23, help: 22 });
  expect(made.kept).toEqual(made.total);
  expect(made.url.length).toBeLessThanOrEqual(1900);
  // What the tables are for.
  const plain = await linkFor(link.report, { ...wish, budget: 8000 }, [], signal);
  expect(made.url.length).toBeLessThan(0.8 * plain.url.length);
});
