import { expect, it } from 'vitest';
import { checkedFile } from '../../session/testing';
import { findFiles } from './findFiles';

const entries = ['a/merge.xml', 'merge/a.xml', 'b/turn.xml'].map((path) => checkedFile(path));

it('finds the best first and says how many there are', () => {
  const found = findFiles(entries, 'merge', 1);
  expect(found.files.map(({ entry }) => entry.path)).toEqual(['a/merge.xml']);
  expect(found.total).toBe(2);
});

it('lists all files in order as long as nothing is typed', () => {
  expect(findFiles(entries, '', 10).files.map(({ entry }) => entry)).toEqual(entries);
});
