import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { reportForms } from './forms';

const page = readFileSync(new URL('../../../docs/reports.md', import.meta.url), 'utf8');

test('every form has a name of its own, and can be loaded', async () => {
  const ids = reportForms.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const document = { tool: { name: 'A', version: '' }, files: [], rules: [], excerpts: null };
  for (const { id, load } of reportForms) {
    const write = await load();
    expect([...write(document)].join(''), id).not.toBe('');
  }
});

test.each(reportForms)('docs/reports.md tells of $id as it is', ({ id, extension, excerpts }) => {
  const row = new RegExp(`^\\| \`${id}\` +\\| \\.${extension} +\\|.*\\| (if wanted|no) +\\|$`, 'm');
  expect(row.exec(page)?.[1]).toBe(excerpts ? 'if wanted' : 'no');
});
