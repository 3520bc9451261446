import { expect, it } from 'vitest';
import { folderNodeOf, openHandles } from './handles';
import { never } from './testing/sources';
import { walkFolder } from './walk';

type Members = Record<string, string | null>;

/** A file of this content; `null` for one that is gone. */
function file(name: string, content: string | null): FileSystemFileHandle {
  return {
    kind: 'file',
    name,
    getFile: () =>
      content === null
        ? Promise.reject(new DOMException('gone', 'NotFoundError'))
        : Promise.resolve(new File([content], name)),
  } as FileSystemFileHandle;
}

function folder(name: string, members: Members, ...inner: unknown[]): FileSystemDirectoryHandle {
  const all = [...Object.entries(members).map(([at, text]) => file(at, text)), ...inner];
  return {
    kind: 'directory',
    name,
    async *values() {
      yield* await Promise.resolve(all);
    },
  } as unknown as FileSystemDirectoryHandle;
}

it('walks through a folder and what is below it', async () => {
  const inner = folder('inner', { 'c.xml': '<c/>', 'gone.xml': null });
  const outer = folder('outer', { 'b.xml': '<b/>', 'a.xml': '<a/>' }, inner);
  const paths: string[] = [];
  const problems: string[] = [];
  for await (const { sources, findings } of walkFolder(folderNodeOf(outer), never())) {
    paths.push(...sources.map(({ path }) => path));
    problems.push(...findings.map(({ path, code }) => `${path} ${code}`));
  }
  expect(paths).toEqual(['outer/a.xml', 'outer/b.xml', 'outer/inner/c.xml']);
  expect(problems).toEqual(['outer/inner/gone.xml unreadable']);
});

it('opens files as if they had been named, and says which cannot be read', async () => {
  const { sources, findings } = await openHandles([file('a.xml', '<a/>'), file('b.xml', null)]);
  expect(sources).toMatchObject([{ path: 'a.xml', origin: 'named', size: 4 }]);
  expect(findings).toMatchObject([{ path: 'b.xml', severity: 'critical' }]);
});
