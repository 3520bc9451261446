import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FileReport } from '../findings/report';
import type { Source } from '../intake/source';
import { receivedEntry } from './intakeEntries';
import { matchReceived } from './joining';
import { aProvenance, aReport, aSource } from './testing';

const from = aProvenance();

function received(path: string, some: Partial<FileReport> = {}, provenance = from) {
  return receivedEntry(path, aReport(path, [], some), provenance);
}

/** A hash as long as real ones, that begins with the given letters. */
function hash(start: string): string {
  return start.padEnd(64, '0');
}

function hashes(known: Record<string, string>) {
  const asked: string[] = [];
  const hashOf = ({ path }: Source): Promise<string | null> => {
    asked.push(path);
    return Promise.resolve(known[path] ?? null);
  };
  return { asked, hashOf };
}

const never = (): Promise<string | null> => Promise.reject(new Error('asked for a hash'));

describe('a file and a report belong together', () => {
  it('by the hash, be it told in part, whatever the file is called', async () => {
    const entry = received('a.xml', { hash: hash('ab').slice(0, 24), size: 4 });
    const source = aSource('renamed.xml', { size: 4 });
    const { hashOf } = hashes({ 'renamed.xml': hash('ab') });
    const { joined } = await matchReceived([source], [entry], hashOf);
    expect(joined.get(entry)).toMatchObject({ source, by: 'content' });
  });

  it('not by the name, where the hash says otherwise', async () => {
    const entry = received('a.xml', { hash: hash('ab'), size: 4 });
    const source = aSource('folder/a.xml');
    const { hashOf } = hashes({ 'folder/a.xml': hash('cd') });
    const { joined, others } = await matchReceived([source], [entry], hashOf);
    expect(joined.size).toBe(0);
    expect(others.get(entry)).toBe(source);
  });

  it('not by so few characters of a hash that another file may have them too', async () => {
    const entry = received('a.xml', { hash: 'ab', size: 5 });
    const { joined } = await matchReceived([aSource('a.xml', { size: 4 })], [entry], never);
    expect(joined.size).toBe(0);
  });

  it('by name and size, where no hash is told', async () => {
    const entry = received('C:\\work\\scenarios\\a.xml', { size: 4 });
    const source = aSource('scenarios/a.xml', { size: 4 });
    const { joined } = await matchReceived([source], [entry], never);
    expect(joined.get(entry)).toMatchObject({ source, by: 'name' });
  });

  it('by name alone, where no size is told either, or the hash cannot be taken', async () => {
    const unknown = received('a.xml', { size: 0 });
    const hashed = received('b.xml', { size: 4, hash: hash('ab') });
    const sources = [aSource('a.xml', { size: 7 }), aSource('b.xml', { size: 4 })];
    const { joined } = await matchReceived(sources, [unknown, hashed], hashes({}).hashOf);
    expect([...joined.values()].map(({ by }) => by)).toEqual(['name', 'name']);
  });

  it('not where only the last part of longer paths is the same', async () => {
    const entry = received('old/a.xml', { size: 4 });
    const { joined, others } = await matchReceived([aSource('new/a.xml')], [entry], never);
    expect(joined.size + others.size).toBe(0);
  });

  it('not where the size is another one', async () => {
    const entry = received('a.xml', { size: 5 });
    const { joined, others } = await matchReceived([aSource('a.xml')], [entry], never);
    expect(joined.size).toBe(0);
    expect(others.has(entry)).toBe(true);
  });
});

describe('of several', () => {
  it('copies of one file, each goes to the report of its path', async () => {
    const entries = ['a/x.xml', 'b/x.xml'].map((path) => received(path, { hash: hash('ab') }));
    const sources = [aSource('b/x.xml'), aSource('a/x.xml')];
    const { hashOf } = hashes({ 'a/x.xml': hash('ab'), 'b/x.xml': hash('ab') });
    const { joined } = await matchReceived(sources, entries, hashOf);
    expect([...joined].map(([{ path }, { source }]) => [path, source.path]).sort()).toEqual([
      ['a/x.xml', 'a/x.xml'],
      ['b/x.xml', 'b/x.xml'],
    ]);
  });

  it('reports on the same file, all are joined with it', async () => {
    const entries = [1, 2].map(() => received('x.xml', { hash: hash('ab') }, aProvenance()));
    const { hashOf } = hashes({ 'x.xml': hash('ab') });
    const { joined } = await matchReceived([aSource('x.xml')], entries, hashOf);
    expect(joined.size).toBe(2);
  });

  it('only those are hashed that may be meant', async () => {
    const entry = received('a.xml', { hash: hash('ab'), size: 4 });
    const sources = [
      aSource('a.xml', { size: 9 }),
      aSource('b.xml', { size: 4 }),
      aSource('c.xml', { size: 9 }),
    ];
    const { asked, hashOf } = hashes({});
    await matchReceived(sources, [entry], hashOf);
    expect(asked).toEqual(['a.xml', 'b.xml']);
  });

  it('no file stands for two of the same report, whatever comes', async () => {
    const path = fc.constantFrom('a.xml', 'b.xml', 'f/a.xml', 'f/b.xml', 'g/a.xml');
    const content = fc.constantFrom('', hash('ab'), hash('cd'));
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.tuple(path, content), { selector: ([one]) => one }),
        fc.uniqueArray(fc.tuple(path, content), { selector: ([one]) => one }),
        async (reports, files) => {
          const entries = reports.map(([one, told]) =>
            received(one, { size: 4, ...(told === '' ? {} : { hash: told }) }),
          );
          const known = Object.fromEntries(files);
          const { joined } = await matchReceived(
            files.map(([one]) => aSource(one)),
            entries,
            ({ path: one }) => Promise.resolve(known[one] === '' ? null : (known[one] ?? null)),
          );
          const used = [...joined.values()].map(({ source }) => source);
          expect(new Set(used).size).toBe(used.length);
          for (const [entry, { source, by }] of joined) {
            if (by === 'content') expect(entry.report?.hash).toBe(known[source.path]);
          }
        },
      ),
    );
  });
});
