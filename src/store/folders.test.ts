import { expect, it } from 'vitest';
import { FolderStore } from './folders';
import { memoryStore } from './keyval';
import { FakeStore, QuotaError } from './testing';

function folder(name: string, broken = false): FileSystemDirectoryHandle {
  return {
    kind: 'directory',
    name,
    isSameEntry: (other: FileSystemHandle) =>
      broken ? Promise.reject(new Error('gone')) : Promise.resolve(other.name === name),
  } as FileSystemDirectoryHandle;
}

function stored(store = memoryStore()) {
  let time = 0;
  const folders = new FolderStore(store, () => ++time);
  const names = async (): Promise<string[]> =>
    (await folders.list()).map(({ handle }) => handle.name);
  return { folders, names };
}

it('lists the one opened last first, each once', async () => {
  const { folders, names } = stored();
  for (const name of ['a', 'b', 'a', 'c']) await folders.remember(folder(name));
  expect(await names()).toEqual(['c', 'a', 'b']);
});

it('forgets what it is told to, and the oldest of too many', async () => {
  const { folders, names } = stored();
  for (const name of 'abcdefgh') await folders.remember(folder(name));
  expect(await names()).toEqual(['h', 'g', 'f', 'e', 'd', 'c']);
  const [first] = await folders.list();
  await folders.forget(first?.id ?? '');
  expect(await names()).toEqual(['g', 'f', 'e', 'd', 'c']);
});

it('keeps what cannot be compared any more', async () => {
  const { folders, names } = stored();
  await folders.remember(folder('a', true));
  await folders.remember(folder('a'));
  expect(await names()).toEqual(['a', 'a']);
});

it('leaves out what is of another shape', async () => {
  const store = memoryStore();
  await store.setMany([
    ['1', { handle: { kind: 'file', name: 'x' }, opened: 1 }],
    ['2', { handle: folder('y') }],
    ['3', null],
    ['4', { handle: folder('z'), opened: 1 }],
  ]);
  expect(await stored(store).names()).toEqual(['z']);
});

it('does without where there is no room', async () => {
  const store = new FakeStore();
  const { folders, names } = stored(store);
  await names();
  store.setMany = () => Promise.reject(new QuotaError('full'));
  await folders.remember(folder('a'));
  expect(await names()).toEqual([]);
});
