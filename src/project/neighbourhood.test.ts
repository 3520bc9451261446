import { describe, expect, it } from 'vitest';
import type { Source } from '../intake/source';
import type { Asked, Digest, Neighbour } from '../rules/neighbours';
import { aSource } from '../session/testing';
import { Asker } from './asker';
import { ListedDirectories } from './listed';
import { Neighbourhood } from './neighbourhood';
import type { Surroundings } from './surroundings';

/** Surroundings of files whose digests are their paths. */
class TestSurroundings extends ListedDirectories implements Surroundings {
  epoch = 1;
  listing: Promise<void> | null = null;

  surrounds(): boolean {
    return true;
  }
}

function surroundingsOf(...paths: string[]): TestSurroundings {
  return new TestSurroundings(paths.map((path) => aSource(path, { origin: 'found' })));
}

/** Every file has a digest but those called `bad`. */
function digestOf({ path }: Source): Promise<Digest | null> {
  const bytes = new TextEncoder().encode(path);
  return Promise.resolve(path.includes('bad') ? null : { pack: 'test', bytes });
}

const { signal } = new AbortController();

function askerIn(surroundings: Surroundings) {
  const neighbourhood = new Neighbourhood(surroundings);
  const asked: number[] = [];
  const made: string[] = [];
  const asker = new Asker((wanted) => {
    asked.push(wanted.length);
    return neighbourhood.answer(wanted, (source) => {
      made.push(source.path);
      return digestOf(source);
    });
  });
  const look = (document: string, ...questions: Asked[]) =>
    asker.neighboursOf(document, signal).look(questions);
  return { asker, asked, made, look };
}

function digestText(neighbour: Neighbour | undefined): string | null {
  if (neighbour?.found !== 'file' || !neighbour.digest) return null;
  return new TextDecoder().decode(neighbour.digest.bytes);
}

describe('neighbours', () => {
  const paths = ['p/s/a.xosc', 'p/s/b.xosc', 'p/c/one.xosc', 'p/c/two.xosc', 'p/c/deep/bad.xosc'];

  it('are found from the document’s own folder, in the order in which they are asked for', async () => {
    const { look, asked } = askerIn(surroundingsOf(...paths));
    const [folder, file, none, there] = await look(
      'p/s/a.xosc',
      { path: '..\\c', want: 'folder' },
      { path: '../c/two.xosc', want: 'file' },
      { path: '../c/tow.xosc', want: 'file' },
      { path: 'https://example.org/two.xosc', want: 'file' },
    );
    expect(folder).toMatchObject({ found: 'folder', path: 'p/c', exact: true });
    expect(folder?.found === 'folder' && folder.files.map(({ path }) => path)).toEqual([
      'p/c/one.xosc',
      'p/c/two.xosc',
    ]);
    expect(digestText(file)).toBe('p/c/two.xosc');
    expect(none).toEqual({ found: 'nothing', similar: ['../c/two.xosc'] });
    expect(there).toEqual({ found: 'unknown' });
    expect(asked).toEqual([3]);
  });

  it('are found from another document’s folder, where that one asks', async () => {
    const { look } = askerIn(surroundingsOf(...paths));
    const from = 'p/c/deep/bad.xosc';
    const [file, none] = await look(
      'p/s/a.xosc',
      { path: '../one.xosc', want: 'file', from },
      { path: '../onne.xosc', want: 'file', from },
    );
    expect(digestText(file)).toBe('p/c/one.xosc');
    expect(none).toEqual({ found: 'nothing', similar: ['../one.xosc'] });
  });

  it('include what cannot be read, but not every XML that no pack knows', async () => {
    const { look } = askerIn(
      surroundingsOf('p/a.xosc', 'p/f/bad.xosc', 'p/f/bad.xml', 'p/f/b.png'),
    );
    const [folder] = await look('p/a.xosc', { path: 'f', want: 'folder' });
    expect(folder).toMatchObject({ files: [{ path: 'p/f/bad.xosc', digest: null }] });
  });

  it('are asked for once by all documents of a folder', async () => {
    const { look, asked, made } = askerIn(surroundingsOf(...paths));
    for (const document of ['p/s/a.xosc', 'p/s/b.xosc']) {
      await look(document, { path: '../c', want: 'folder' });
    }
    await look('p/s/b.xosc', { path: '../c', want: 'folder' }, { path: 'a.xosc', want: 'file' });
    expect(asked).toEqual([1, 1]);
    expect(made.sort()).toEqual(['p/c/one.xosc', 'p/c/two.xosc', 'p/s/a.xosc']);
  });

  it('are asked for again when there may be others', async () => {
    const surroundings = surroundingsOf(...paths);
    const { look, asker } = askerIn(surroundings);
    const question: Asked = { path: 'new.xosc', want: 'file' };
    expect((await look('p/s/a.xosc', question))[0]?.found).toBe('nothing');
    surroundings.add(aSource('p/s/new.xosc', { origin: 'found' }));
    surroundings.epoch += 1;
    expect((await look('p/s/a.xosc', question))[0]?.found).toBe('nothing');
    asker.renew(surroundings.epoch);
    expect((await look('p/s/a.xosc', question))[0]?.found).toBe('file');
  });

  it('are not told before all that is being listed has been', async () => {
    const surroundings = surroundingsOf('p/s/a.xosc');
    const { look } = askerIn(surroundings);
    let listed: (() => void) | undefined;
    surroundings.listing = new Promise((resolve) => (listed = resolve));
    const asked = look('p/s/a.xosc', { path: 'late.xosc', want: 'file' });
    surroundings.add(aSource('p/s/late.xosc', { origin: 'found' }));
    surroundings.listing = null;
    listed?.();
    expect((await asked)[0]?.found).toBe('file');
  });

  it('are given up at once when the check is', async () => {
    const controller = new AbortController();
    const asker = new Asker(() => new Promise(() => undefined));
    const { look } = asker.neighboursOf('a.xosc', controller.signal);
    const asked = look([{ path: 'b.xosc', want: 'file' }]);
    controller.abort();
    await expect(asked).rejects.toThrow('aborted');
  });

  it('tell which state of the surroundings they hold for', async () => {
    const surroundings = surroundingsOf(...paths);
    const { asker } = askerIn(surroundings);
    const told: number[] = [];
    const { look } = asker.neighboursOf('p/s/a.xosc', signal, (epoch) => told.push(epoch));
    await look([{ path: '../c', want: 'folder' }]);
    surroundings.epoch = 5;
    // What is known from before counts, whatever is asked besides.
    await look([{ path: '../c', want: 'folder' }]);
    await look([
      { path: '../c', want: 'folder' },
      { path: '../s', want: 'folder' },
    ]);
    await look([{ path: '../s', want: 'folder' }]);
    await look([{ path: 'https://example.org', want: 'file' }]);
    expect(told).toEqual([1, 1, 1, 5, 5]);
  });

  it('are all that is checked, where a document asks for the whole project', async () => {
    const { look } = askerIn(surroundingsOf(...paths, 'p/readme.md', 'q/other.xosc'));
    const [all] = await look('p/s/a.xosc', { path: '', want: 'project' });
    const found = all?.found === 'folder' ? all.files : [];
    expect(found.map(({ path }) => path)).toEqual([...paths, 'q/other.xosc'].sort());
    expect(found.filter(({ digest }) => digest === null)).toHaveLength(1);
  });
});
