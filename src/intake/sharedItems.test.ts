import { expect, it } from 'vitest';
import { readSource } from './open';
import { sharedSources } from './sharedItems';
import { access, never, textOf } from './testing/sources';

it('takes files under their names, and texts like pasted ones', async () => {
  const { sources, findings } = sharedSources([new File(['<a/>'], 'a.xml'), '<b/>', '']);
  expect(findings).toEqual([]);
  expect(sources.map(({ path, origin }) => `${path} ${origin}`)).toEqual([
    'a.xml named',
    'shared.xml named',
  ]);
  const contents = await Promise.all(sources.map((one) => readSource(one, access, never())));
  expect(contents.map(textOf)).toEqual(['<a/>', '<b/>']);
});
