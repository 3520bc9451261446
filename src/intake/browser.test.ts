import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { dropped, folderNode } from './drop';
import type { Gathered } from './gathered';
import { batchSize } from './gathered';
import { pasted } from './paste';
import { picked } from './pick';
import { listSamples, openSample } from './samples';
import { never } from './testing/sources';
import type { FolderNode, TreeNode } from './walk';
import { walkFolder } from './walk';

const file = (name: string, content = 'x'): File => new File([content], name);

async function all(parts: AsyncIterable<Gathered> | Iterable<Gathered>): Promise<Gathered> {
  const sum: Gathered = { sources: [], findings: [] };
  for await (const part of parts) {
    sum.sources.push(...part.sources);
    sum.findings.push(...part.findings);
  }
  return sum;
}

/** A tree of nodes from names; a function in place of a folder's members is what throws. */
interface Tree {
  [name: string]: string | Tree | (() => never);
}
function folder(name: string, tree: Tree | (() => never)): FolderNode {
  return {
    kind: 'folder',
    name,
    members: () => {
      if (typeof tree === 'function') return Promise.resolve().then(tree);
      const members = Object.entries(tree).map(([key, value]): TreeNode =>
        typeof value === 'string'
          ? { kind: 'file', name: key, file: () => Promise.resolve(file(key, value)) }
          : folder(key, value as Tree),
      );
      return Promise.resolve(members);
    },
  };
}
const refuse = (): never => {
  throw new DOMException('no', 'NotAllowedError');
};

describe('folders', () => {
  test('are walked to the end, in the order of names, without leftovers', async () => {
    const tree = {
      'z.xosc': 'z',
      b: { 'y.xosc': 'y', '.DS_Store': '' },
      'a.xosc': 'a',
      '.git': { x: '' },
    };
    const { sources, findings } = await all(walkFolder(folder('top', tree), never()));
    expect(sources.map(({ path }) => path)).toEqual(['top/a.xosc', 'top/b/y.xosc', 'top/z.xosc']);
    expect(sources.every(({ origin }) => origin === 'found')).toBe(true);
    expect(findings).toEqual([]);
  });

  test('one that cannot be read is one finding, and the rest goes on', async () => {
    const tree = { secret: refuse, 'a.xosc': 'a' };
    const { sources, findings } = await all(walkFolder(folder('top', tree), never()));
    expect(sources.map(({ path }) => path)).toEqual(['top/a.xosc']);
    expect(findings.map(({ rule, path }) => [rule, path])).toEqual([
      ['scrutineer:intake:1.0.0:file.unreadable-folder', 'top/secret'],
    ]);
  });

  test('a file that cannot be reached is one finding', async () => {
    const gone: FolderNode = {
      kind: 'folder',
      name: 'top',
      members: () =>
        Promise.resolve([
          {
            kind: 'file',
            name: 'x',
            file: () => Promise.reject(new DOMException('', 'NotFoundError')),
          },
        ]),
    };
    const { findings } = await all(walkFolder(gone, never()));
    expect(findings.map(({ path, severity }) => [path, severity])).toEqual([['top/x', 'critical']]);
  });

  test('one without files says so', async () => {
    const { findings } = await all(walkFolder(folder('top', { sub: {} }), never()));
    expect(findings.map(({ code }) => code)).toEqual(['empty-folder']);
  });

  test('thousands of files come in pieces', async () => {
    const tree = Object.fromEntries(Array.from({ length: 1000 }, (_, at) => [`${at}.xosc`, '']));
    let pieces = 0;
    let count = 0;
    for await (const { sources } of walkFolder(folder('top', tree), never())) {
      pieces++;
      count += sources.length;
    }
    expect(count).toBe(1000);
    expect(pieces).toBe(Math.ceil(1000 / batchSize));
  });

  test('an abort ends the walk', async () => {
    const controller = new AbortController();
    const walking = walkFolder(folder('top', { a: { x: '' }, b: { y: '' } }), controller.signal);
    await walking.next();
    controller.abort();
    await expect(walking.next()).rejects.toMatchObject({ name: 'AbortError' });
  });

  test('the reader of a dropped folder is asked until it gives nothing', async () => {
    const names = ['a', 'b', 'c'];
    const entry = {
      isDirectory: true,
      name: 'top',
      createReader: () => ({
        readEntries: (done: (some: unknown[]) => void) => {
          const name = names.shift();
          done(
            name === undefined
              ? []
              : [
                  {
                    isDirectory: false,
                    name,
                    file: (ok: (f: File) => void) => ok(file(name)),
                  },
                ],
          );
        },
      }),
    };
    const node = folderNode(entry as unknown as FileSystemDirectoryEntry);
    const { sources } = await all(walkFolder(node, never()));
    expect(sources.map(({ path }) => path)).toEqual(['top/a', 'top/b', 'top/c']);
  });
});

describe('a drop', () => {
  function transfer(items: unknown[], files: File[] = []): DataTransfer {
    return { items, files } as unknown as DataTransfer;
  }
  const fileItem = (one: File) => ({
    kind: 'file',
    type: '',
    getAsFile: () => one,
    webkitGetAsEntry: () => null,
  });
  const textItem = (text: string) => ({
    kind: 'string',
    type: 'text/plain',
    getAsString: (done: (text: string) => void) => done(text),
  });

  test('files are named, and the items are taken at once', async () => {
    const items: unknown[] = [fileItem(file('a.xosc')), fileItem(file('b.xosc'))];
    const parts = dropped(transfer(items), never());
    items.length = 0;
    const { sources } = await all(parts);
    expect(sources.map(({ path, origin }) => [path, origin])).toEqual([
      ['a.xosc', 'named'],
      ['b.xosc', 'named'],
    ]);
  });

  test('a text alone is content, beside a file it is not', async () => {
    const alone = await all(dropped(transfer([textItem('<x/>')]), never()));
    expect(alone.sources.map(({ path }) => path)).toEqual(['dropped.xml']);
    const both = await all(
      dropped(transfer([textItem('file:///a.xosc'), fileItem(file('a.xosc'))]), never()),
    );
    expect(both.sources.map(({ path }) => path)).toEqual(['a.xosc']);
  });
});

describe('inputs', () => {
  test('chosen files keep their order, a chosen folder is sorted and tidied', async () => {
    const inFolder = (path: string): File =>
      Object.defineProperty(file(path.split('/').pop() ?? ''), 'webkitRelativePath', {
        value: path,
      });
    const plain = (name: string): File =>
      Object.defineProperty(file(name), 'webkitRelativePath', { value: '' });
    const files = await all(picked([plain('b.xosc'), plain('a.xosc')]));
    expect(files.sources.map(({ path }) => path)).toEqual(['b.xosc', 'a.xosc']);
    const tree = await all(
      picked([inFolder('t/b.xosc'), inFolder('t/.git/x'), inFolder('t/a.xosc')]),
    );
    expect(tree.sources.map(({ path, origin }) => [path, origin])).toEqual([
      ['t/a.xosc', 'found'],
      ['t/b.xosc', 'found'],
    ]);
    expect((await all(picked([inFolder('t/.git/x')]))).findings).toHaveLength(1);
  });
});

describe('a paste', () => {
  const clipboard = (text: string, files: File[] = []): DataTransfer =>
    ({ files, getData: () => text }) as unknown as DataTransfer;
  const bytes = async (text: string): Promise<number[]> => {
    const [source] = pasted(clipboard(text)).sources;
    if (!(source?.bytes instanceof Blob)) throw new Error('a text is a source');
    return [...new Uint8Array(await source.bytes.arrayBuffer())];
  };

  test('a text becomes a file, nothing becomes none', () => {
    expect(pasted(clipboard('<x/>')).sources.map(({ path }) => path)).toEqual(['pasted.xml']);
    expect(pasted(clipboard('')).sources).toEqual([]);
    expect(pasted(clipboard('x', [file('a.png')])).sources.map(({ path }) => path)).toEqual([
      'a.png',
    ]);
  });

  test('its bytes are those that its declaration speaks of', async () => {
    expect((await bytes('<?xml version="1.0" encoding="UTF-8"?>ä')).slice(-2)).toEqual([
      0xc3, 0xa4,
    ]);
    expect((await bytes('<?xml version="1.0" encoding="ISO-8859-1"?>ä')).slice(-2)).toEqual([
      0x3e, 0xe4,
    ]);
    expect((await bytes('<?xml version="1.0" encoding="UTF-16"?>ä')).slice(0, 4)).toEqual([
      0xff, 0xfe, 0x3c, 0,
    ]);
    expect((await bytes('<?xml version="1.0" encoding="windows-1252"?>€')).slice(-3)).toEqual([
      0xe2, 0x82, 0xac,
    ]);
  });
});

describe('samples', () => {
  afterEach(() => vi.unstubAllGlobals());
  const answer = (body: string, status = 200): void =>
    void vi.stubGlobal('fetch', () => Promise.resolve(new Response(body, { status })));

  test('are listed and opened', async () => {
    answer('[{"file":"a.xosc","title":"A","line":"What it shows"}]');
    const [sample] = await listSamples(never());
    expect(sample?.title).toBe('A');
    if (sample) expect((await openSample(sample, never())).sources[0]?.path).toBe('a.xosc');
  });

  test('those that come with the application are all listed, and all there', async () => {
    const folder = new URL('../../public/samples/', import.meta.url);
    answer(readFileSync(new URL('samples.json', folder), 'utf8'));
    const listed = (await listSamples(never())).map((sample) => sample.file);
    const there = readdirSync(folder).filter((name) => name !== 'samples.json');
    expect(listed.sort()).toEqual(there.sort());
    expect(listed).toHaveLength(6);
  });

  test('what cannot be loaded says so', async () => {
    answer('', 404);
    await expect(listSamples(never())).rejects.toThrow('404');
    answer('{}');
    await expect(listSamples(never())).rejects.toThrow('not a list');
  });
});
