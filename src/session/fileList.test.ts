import { describe, expect, it } from 'vitest';
import { FileEntry } from './entry.svelte';
import { listFiles, type FileColumn, type FileFilter } from './fileList';
import { aReport, aSource, checkedFile, doneEntry } from './testing';

const all: FileFilter = { text: '', standing: null, bystanders: false };

const files = [
  checkedFile('run-10.xml', ['error', 'critical'], { size: 30, ms: 3, version: '1.0' }),
  checkedFile('run-2.xml', ['warning'], { size: 10, ms: 9, version: '1.3', kind: 'catalog' }),
  new FileEntry('waiting.xml', aSource('waiting.xml', { size: 20 })),
  checkedFile('Run-1.xml', [], { size: 40, ms: 1 }),
];
const photo = doneEntry(
  'photo.png',
  aReport('photo.png', [], { format: null, verdict: 'unsupported', version: null, kind: null }),
  aSource('photo.png', { origin: 'found' }),
);

function sorted(column: FileColumn, descending = false): string[] {
  return listFiles(files, all, { column, descending }).shown.map((entry) => entry.path);
}

describe('listFiles', () => {
  it('keeps the order of arrival until a sort is asked for', () => {
    expect(listFiles(files, all, null).shown).toEqual(files);
  });

  it('sorts by path as people do', () => {
    expect(sorted('path')).toEqual(['Run-1.xml', 'run-2.xml', 'run-10.xml', 'waiting.xml']);
  });

  it.each<[FileColumn, string[]]>([
    ['verdict', ['run-10.xml', 'run-2.xml', 'Run-1.xml', 'waiting.xml']],
    ['version', ['run-10.xml', 'Run-1.xml', 'run-2.xml', 'waiting.xml']],
    ['kind', ['run-2.xml', 'run-10.xml', 'Run-1.xml', 'waiting.xml']],
    ['errors', ['run-2.xml', 'Run-1.xml', 'run-10.xml', 'waiting.xml']],
    ['warnings', ['run-10.xml', 'Run-1.xml', 'run-2.xml', 'waiting.xml']],
    ['size', ['run-2.xml', 'waiting.xml', 'run-10.xml', 'Run-1.xml']],
    ['time', ['Run-1.xml', 'run-10.xml', 'run-2.xml', 'waiting.xml']],
  ])('sorts by %s, with what is not known at the end', (column, paths) => {
    expect(sorted(column)).toEqual(paths);
  });

  it('keeps the unknown at the end when descending', () => {
    expect(sorted('time', true)).toEqual(['run-2.xml', 'run-10.xml', 'Run-1.xml', 'waiting.xml']);
  });

  it('filters by text and by standing', () => {
    const shown = (filter: Partial<FileFilter>) =>
      listFiles(files, { ...all, ...filter }, null).shown.map((entry) => entry.path);
    expect(shown({ text: ' RUN-1' })).toEqual(['run-10.xml', 'Run-1.xml']);
    expect(shown({ standing: 'invalid' })).toEqual(['run-10.xml']);
    expect(shown({ standing: 'pending' })).toEqual(['waiting.xml']);
  });

  it('folds what is no scenario and merely lay there', () => {
    const folded = listFiles([...files, photo], all, null);
    expect(folded.shown).toEqual(files);
    expect(folded.bystanders).toBe(1);
    expect(folded.standings.unsupported).toBe(0);
    expect(listFiles([...files, photo], { ...all, bystanders: true }, null).shown).toContain(photo);
  });

  it('lists what a person named, whatever it is', () => {
    const named = doneEntry(
      'photo.png',
      aReport('photo.png', [], { format: null, verdict: 'unsupported' }),
      aSource('photo.png', { origin: 'named' }),
    );
    expect(listFiles([named], all, null).shown).toEqual([named]);
  });
});
