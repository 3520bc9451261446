import { describe, expect, it } from 'vitest';
import { aSource } from '../session/testing';
import { findPlace, type Kind, type Place } from './directories';
import { ListedDirectories } from './listed';

function listed(found: string[], named: string[] = []): ListedDirectories {
  return new ListedDirectories([
    ...found.map((path) => aSource(path, { origin: 'found' })),
    ...named.map((path) => aSource(path)),
  ]);
}

const project = listed([
  'dir/xosc/cut-in.xosc',
  'dir/xosc/Catalogs/Vehicles/VehicleCatalog.xosc',
  'dir/xosc/Catalogs/Routes/RouteCatalog.xosc',
  'dir/xodr/straight.xodr',
  'dir/xodr/Curve.xodr',
  'dir/top.xodr',
  'dir/pack.zip',
  'dir/pack.zip/inner.xosc',
]);

function find(path: string, want: Kind = 'file', near = 'dir/xosc'): Place {
  return findPlace(project, near, path, want);
}

describe('a path in a listed folder', () => {
  it('is found as it is spelt', () => {
    const path = 'dir/xodr/straight.xodr';
    expect(find(path)).toEqual({ found: 'file', path, exact: true });
    const folder = 'dir/xosc/Catalogs/Vehicles';
    expect(find(folder, 'folder')).toEqual({ found: 'folder', path: folder, exact: true });
  });

  it('is found where only the case of letters differs, as it really is', () => {
    const path = 'dir/xodr/Curve.xodr';
    expect(find('dir/XODR/curve.xodr')).toEqual({ found: 'file', path, exact: false });
  });

  it('is the one that is spelt alike, where several differ only in case', () => {
    const twins = listed(['d/A.xml', 'd/a.xml', 'd/x']);
    expect(findPlace(twins, 'd', 'd/a.xml', 'file')).toMatchObject({
      path: 'd/a.xml',
      exact: true,
    });
    expect(findPlace(twins, 'd', 'd/A.XML', 'file')).toMatchObject({ path: 'd/A.xml' });
  });

  it('tells files from folders', () => {
    expect(find('dir/xodr').found).toBe('nothing');
    expect(find('dir/top.xodr', 'folder').found).toBe('nothing');
    expect(find('dir/xosc').found).toBe('nothing');
  });

  it('may lead into an archive that was opened, and out of it', () => {
    expect(find('dir/pack.zip/inner.xosc').found).toBe('file');
    expect(find('dir/top.xodr', 'file', 'dir/pack.zip').found).toBe('file');
  });

  it.each([
    ['a misspelt name', 'dir/xodr/strait.xodr', ['dir/xodr/straight.xodr']],
    ['a misspelt folder', 'dir/xord/straight.xodr', ['dir/xodr/straight.xodr']],
    [
      'a misspelt name, whatever the case of its extension',
      'dir/xodr/strait.XODR',
      ['dir/xodr/straight.xodr'],
    ],
    ['a file of another kind', 'dir/xodr/straight.osgb', []],
    ['both', 'dir/xord/strait.xodr', ['dir/xodr/straight.xodr']],
    ['a folder too many', 'dir/xodr/top.xodr', ['dir/top.xodr']],
    ['nothing like it', 'dir/xodr/motorway-north.xodr', []],
  ])('is not there, and what is meant is proposed: %s', (_, path, similar) => {
    expect(find(path)).toEqual({ found: 'nothing', similar });
  });

  it('is proposed from the folder above, where the way there is too short', () => {
    const similar = ['dir/xodr/straight.xodr'];
    expect(find('dir/xosc/xodr/straight.xodr')).toEqual({ found: 'nothing', similar });
  });

  it('cannot be told of above what was listed', () => {
    expect(find('../elsewhere.xodr').found).toBe('unknown');
    expect(find('elsewhere.xodr').found).toBe('unknown');
    expect(find('other/elsewhere.xodr').found).toBe('unknown');
    expect(find('', 'folder').found).toBe('unknown');
    expect(find('/dir/top.xodr').found).toBe('unknown');
  });
});

describe('files that were given by name', () => {
  const given = listed([], ['a.xosc', 'road.xodr']);

  it('find each other', () => {
    expect(findPlace(given, '', 'road.xodr', 'file').found).toBe('file');
    expect(findPlace(given, '', 'Road.xodr', 'file')).toMatchObject({ exact: false });
  });

  it('do not show that nothing else is there', () => {
    expect(findPlace(given, '', 'other.xodr', 'file').found).toBe('unknown');
    expect(findPlace(given, '', 'Catalogs', 'folder').found).toBe('unknown');
    expect(findPlace(given, '', '', 'folder').found).toBe('unknown');
  });

  it('find what was listed beside them', () => {
    const both = listed(['Catalogs/Vehicles.xosc'], ['a.xosc']);
    expect(findPlace(both, '', 'Catalogs', 'folder').found).toBe('folder');
    expect(findPlace(both, '', 'Catalogs/Routes.xosc', 'file').found).toBe('nothing');
  });
});
