import { expect, it } from 'vitest';
import { EntryList } from './entryList';
import { entryFor } from './intakeEntries';
import { aSource } from './testing';

function listOf(...paths: string[]) {
  const list = new EntryList();
  for (const path of paths) list.add(entryFor(aSource(path), path));
  return { list, paths: () => list.all.map(({ path }) => path) };
}

function at(list: EntryList, path: string) {
  const entry = list.at(path);
  if (!entry) throw new Error(`${path} is not in the list`);
  return entry;
}

it('keeps the order in which entries come, and finds them by their paths', () => {
  const { list, paths } = listOf('b', 'a');
  expect(paths()).toEqual(['b', 'a']);
  expect(list.at('a')).toBe(list.all[1]);
  expect(list.at('c')).toBeNull();
  expect([...list.sources()].map(({ path }) => path)).toEqual(['b', 'a']);
});

it('puts what an archive holds behind it, each under a path of its own', () => {
  const { list, paths } = listOf('x.zip', 'x.zip/a.xml', 'z');
  list.addBehind(at(list, 'x.zip'), [aSource('x.zip/a.xml'), aSource('x.zip/a.xml')]);
  expect(paths()).toEqual(['x.zip', 'x.zip/a (2).xml', 'x.zip/a (3).xml', 'x.zip/a.xml', 'z']);
});

it('puts entries at the end where the one to follow has gone', () => {
  const { list, paths } = listOf('x.zip', 'z');
  const archive = at(list, 'x.zip');
  list.remove(archive);
  list.addBehind(archive, [aSource('a')]);
  expect(paths()).toEqual(['z', 'a']);
});

it('replaces an entry where it stands, under the same path or another', () => {
  const { list, paths } = listOf('a', 'b');
  const [older] = list.all;
  if (!older) throw new Error('The list is empty');
  const newer = entryFor(aSource('a'), 'a');
  list.replace(older, newer);
  expect([list.holds(older), list.holds(newer)]).toEqual([false, true]);
  list.replace(newer, entryFor(aSource('c'), 'c'));
  expect(paths()).toEqual(['c', 'b']);
  expect(list.at('a')).toBeNull();
});

it('lets go of one entry, or of all', () => {
  const { list, paths } = listOf('a', 'b', 'c');
  list.remove(at(list, 'b'));
  expect(paths()).toEqual(['a', 'c']);
  expect(list.freePath('b')).toBe('b');
  expect(list.clear().map(({ path }) => path)).toEqual(['a', 'c']);
  expect(paths()).toEqual([]);
  expect(list.at('a')).toBeNull();
});
