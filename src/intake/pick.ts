import type { Gathered } from './gathered';
import { batchSize, fileSource } from './gathered';
import { comparePaths, isLeftOut } from './paths';
import { intakeFinding } from './unreadable';

/**
 * The files of a file input, or of a directory input (which has a path for each). Files of a folder
 * come in the order of their paths, without what systems leave behind.
 */
export function* picked(files: Iterable<File>): Generator<Gathered, void, undefined> {
  const all = Array.from(files, (file) => ({
    file,
    path: file.webkitRelativePath || file.name,
  }));
  const fromFolder = all.some(({ file }) => file.webkitRelativePath !== '');
  const wanted = fromFolder
    ? all
        .filter(({ path }) => !path.split('/').some(isLeftOut))
        .sort((a, b) => comparePaths(a.path, b.path))
    : all;
  const origin = fromFolder ? 'found' : 'named';
  for (let first = 0; first < wanted.length; first += batchSize) {
    const some = wanted.slice(first, first + batchSize);
    yield {
      sources: some.map(({ file, path }) => fileSource(file, path, origin)),
      findings: [],
    };
  }
  const folder = all[0]?.path.split('/')[0];
  if (wanted.length === 0 && folder !== undefined) {
    const message = 'The folder holds no files.';
    yield {
      sources: [],
      findings: [intakeFinding('file.empty-folder', 'info', folder, message)],
    };
  }
}
