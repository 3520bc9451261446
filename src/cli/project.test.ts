import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aSource } from '../session/testing';
import { findPlace, type Kind } from '../project/directories';
import { folderOf, joinPath } from '../project/paths';
import { fileSource } from './gather';
import { FileSystemSurroundings } from './project';

let folder = '';
const at = (path: string): string => join(folder, path).replace(/\\/g, '/');

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'scrutineer-project-'));
  mkdirSync(at('xosc/Catalogs/Vehicles'), { recursive: true });
  mkdirSync(at('xodr'));
  writeFileSync(at('xosc/a.xosc'), '<a/>');
  writeFileSync(at('xosc/Catalogs/Vehicles/VehicleCatalog.xosc'), '<a/>');
  writeFileSync(at('xodr/Straight.xodr'), '<road/>');
  symlinkSync('Straight.xodr', at('xodr/linked.xodr'));
  symlinkSync('nowhere.xodr', at('xodr/broken.xodr'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a document at a path finds at another one that it names. */
function find(
  surroundings: FileSystemSurroundings,
  document: string,
  written: string,
  want: Kind = 'file',
) {
  const near = folderOf(document);
  return findPlace(surroundings, near, joinPath(near, written) ?? '', want);
}

describe('the file system around a document', () => {
  it('is looked through by relative and absolute paths', () => {
    const surroundings = new FileSystemSurroundings();
    const path = at('xodr/Straight.xodr');
    for (const written of ['../xodr/Straight.xodr', '..\\xodr\\Straight.xodr', path]) {
      const found = find(surroundings, at('xosc/a.xosc'), written);
      expect(found).toEqual({ found: 'file', path, exact: true });
    }
    expect(surroundings.sourceAt(path)).toEqual(fileSource(path, 7, 'found'));
  });

  it('is looked through from where the program runs', () => {
    const here = relative(process.cwd(), folder).replace(/\\/g, '/');
    const surroundings = new FileSystemSurroundings();
    const found = find(surroundings, `${here}/xosc/a.xosc`, '../xodr/Straight.xodr');
    expect(found).toEqual({ found: 'file', path: `${here}/xodr/Straight.xodr`, exact: true });
    expect(surroundings.sourceAt(`${here}/xodr/Straight.xodr`)).not.toBeNull();
    expect(find(surroundings, './package.json', 'src/cli/project.ts').found).toBe('file');
  });

  it('tells a name that is spelt in another case, and one that is not there', () => {
    const surroundings = new FileSystemSurroundings();
    const document = at('xosc/a.xosc');
    expect(find(surroundings, document, '../XODR/straight.xodr')).toEqual({
      found: 'file',
      path: at('xodr/Straight.xodr'),
      exact: false,
    });
    expect(find(surroundings, document, '../xodr/Strait.xodr')).toEqual({
      found: 'nothing',
      similar: [at('xodr/Straight.xodr')],
    });
    expect(find(surroundings, document, 'Catalogs/Vehicle', 'folder')).toEqual({
      found: 'nothing',
      similar: [at('xosc/Catalogs/Vehicles')],
    });
  });

  it('follows links, and takes those that lead nowhere for nothing', () => {
    const surroundings = new FileSystemSurroundings();
    expect(find(surroundings, at('xosc/a.xosc'), '../xodr/linked.xodr').found).toBe('file');
    expect(find(surroundings, at('xosc/a.xosc'), '../xodr/broken.xodr').found).toBe('nothing');
    expect(surroundings.sourceAt(at('xodr/gone.xodr'))).toBeNull();
    expect(surroundings.sourceAt(at('xodr'))).toBeNull();
  });

  it('ends where nobody can look', () => {
    const surroundings = new FileSystemSurroundings();
    const document = at('xosc/a.xosc');
    expect(find(surroundings, document, '\\\\server\\share\\road.xodr').found).toBe('unknown');
    expect(find(surroundings, document, 'Q:\\maps\\road.xodr').found).toBe('unknown');
    expect(surroundings.list(at('not/there'))).toBeNull();
  });

  it('goes on in archives that were opened', () => {
    const surroundings = new FileSystemSurroundings();
    const before = surroundings.epoch;
    const entries = ['pack.zip/xosc/a.xosc', 'pack.zip/xodr/Road.xodr', 'pack.zip/b.zip'].map(
      (path) => aSource(at(path), { origin: 'found', nesting: 1 }),
    );
    surroundings.addArchive(aSource(at('pack.zip')), entries);
    expect(surroundings.epoch).toBeGreaterThan(before);
    const document = at('pack.zip/xosc/a.xosc');
    expect(find(surroundings, document, '../xodr/Road.xodr').found).toBe('file');
    expect(surroundings.sourceAt(at('pack.zip/xodr/Road.xodr'))).toBe(entries[1]);
    expect(find(surroundings, document, '../xodr/Rod.xodr').found).toBe('nothing');
    // What lies beside the archive is there as well.
    expect(find(surroundings, document, '../../xodr/Straight.xodr').found).toBe('file');
    const inner = aSource(at('pack.zip/b.zip/c.xosc'), { origin: 'found', nesting: 2 });
    surroundings.addArchive(aSource(at('pack.zip/b.zip'), { nesting: 1 }), [inner]);
    expect(find(surroundings, inner.path, '../xodr/Road.xodr').found).toBe('file');
  });

  it('is not around what comes through a pipe', () => {
    const surroundings = new FileSystemSurroundings();
    expect(surroundings.surrounds(aSource('-'))).toBe(false);
    expect(surroundings.surrounds(aSource('a.zip/b', { nesting: 1 }))).toBe(true);
    expect(surroundings.surrounds(fileSource('a', 1, 'named'))).toBe(true);
  });
});
