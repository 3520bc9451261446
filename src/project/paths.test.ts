import { describe, expect, it, test } from 'vitest';
import {
  commonFolder,
  folderOf,
  inFolder,
  isAbsolute,
  joinPath,
  nameOf,
  relativePath,
} from './paths';

describe('a written path', () => {
  test.each<[folder: string, written: string, path: string | null]>([
    ['dir/scenarios', 'road.xodr', 'dir/scenarios/road.xodr'],
    ['dir/scenarios', './road.xodr', 'dir/scenarios/road.xodr'],
    ['dir/scenarios', '../xodr/road.xodr', 'dir/xodr/road.xodr'],
    ['dir/scenarios', '..\\xodr\\road.xodr', 'dir/xodr/road.xodr'],
    ['dir/scenarios', '.\\..\\xodr//road.xodr', 'dir/xodr/road.xodr'],
    ['dir/scenarios', 'Catalogs/Vehicles/', 'dir/scenarios/Catalogs/Vehicles'],
    ['dir/scenarios', 'a/./b/../c', 'dir/scenarios/a/c'],
    ['dir/scenarios', '', 'dir/scenarios'],
    ['dir/scenarios', '.', 'dir/scenarios'],
    ['dir/scenarios', '..', 'dir'],
    ['dir/scenarios', '../..', ''],
    ['dir', '../../road.xodr', '../road.xodr'],
    ['', '../road.xodr', '../road.xodr'],
    ['', 'road.xodr', 'road.xodr'],
    ['../beside', '../road.xodr', '../road.xodr'],
    ['dir', 'a%20road.xodr', 'dir/a%20road.xodr'],
    ['dir', 'Straße 1.xodr', 'dir/Straße 1.xodr'],
    ['dir', '...', 'dir/...'],
    ['dir', '/maps/road.xodr', '/maps/road.xodr'],
    ['dir', '/../maps', '/maps'],
    ['dir', 'C:\\maps\\road.xodr', 'C:/maps/road.xodr'],
    ['dir', 'c:/maps/../road.xodr', 'c:/road.xodr'],
    ['dir', 'C:road.xodr', null],
    ['dir', '\\\\server\\share\\maps\\road.xodr', '//server/share/maps/road.xodr'],
    ['dir', '\\\\server\\share\\..\\road.xodr', '//server/share/road.xodr'],
    ['dir', 'https://example.org/road.xodr', null],
    ['dir', 'file:///maps/road.xodr', null],
    ['/work/scenarios', '../xodr/road.xodr', '/work/xodr/road.xodr'],
    ['/work', '../../../road.xodr', '/road.xodr'],
    ['C:\\work\\scenarios', '..\\road.xodr', 'C:/work/road.xodr'],
    ['//server/share/a', '../../road.xodr', '//server/share/road.xodr'],
  ])('in “%s”, “%s” is “%s”', (folder, written, path) => {
    expect(joinPath(folder, written)).toBe(path);
  });

  it('may be absolute in several ways', () => {
    expect(['/a', 'C:/a', '//server/share/a'].filter(isAbsolute)).toHaveLength(3);
    expect(['', 'a', '../a', 'C:a', './/a'].filter(isAbsolute)).toEqual([]);
  });
});

describe('a path', () => {
  test.each([
    ['dir/a.xml', 'dir', 'a.xml'],
    ['a.xml', '', 'a.xml'],
    ['/a.xml', '/', 'a.xml'],
    ['C:\\work\\a.xml', 'C:/work', 'a.xml'],
    ['../a.xml', '..', 'a.xml'],
  ])('%s lies in “%s” as %s', (path, folder, name) => {
    expect([folderOf(path), nameOf(path)]).toEqual([folder, name]);
    expect(inFolder(folder, name)).toBe(path.replaceAll('\\', '/'));
  });

  test.each([
    ['dir/a', 'dir/b/c.xml', '../b/c.xml'],
    ['dir', 'dir/c.xml', 'c.xml'],
    ['dir', 'dir', '.'],
    ['', 'dir/c.xml', 'dir/c.xml'],
    ['dir/a', '/maps/c.xml', '/maps/c.xml'],
    ['/work/a', '/work/c.xml', '../c.xml'],
    ['../other/a', '../other/b/c.xml', '../b/c.xml'],
    ['../a', '../a/c.xml', 'c.xml'],

    // From above what is known, nobody knows the way down.
    ['../a', 'c.xml', 'c.xml'],
    ['../../a', '../c.xml', '../c.xml'],
  ])('from “%s”, %s is written %s', (folder, path, written) => {
    expect(relativePath(folder, path)).toBe(written);
  });

  test.each([
    ['dir/a', 'dir/b/c.xml', 'dir', ['b', 'c.xml']],
    ['dir/a', 'dir/a/c.xml', 'dir/a', ['c.xml']],
    ['dir/a', 'other/c.xml', '', ['other', 'c.xml']],
    ['dir', '../c.xml', '..', ['c.xml']],
    ['../dir', '../../c.xml', '../..', ['c.xml']],
    ['/work/a', '/work/c.xml', '/work', ['c.xml']],
    ['dir', '/maps/c.xml', '/', ['maps', 'c.xml']],
  ])('“%s” and %s meet in “%s”', (folder, path, common, below) => {
    expect(commonFolder(folder, path)).toEqual({ folder: common, below });
  });
});
