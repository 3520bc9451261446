import { expect, test } from 'vitest';
import { compareReports } from '../../findings/compare/compare';
import { changes, type Change } from '../../findings/compare/findings';
import { fileReport, finding, reportOf } from '../../findings/compare/testing/reports';
import { listCompared, presentChanges } from './rows';

const comparison = compareReports(
  reportOf([
    fileReport('a', [finding(1, { message: 'Stays' }), finding(2, { message: 'Goes' })]),
    fileReport('clean'),
    fileReport('gone'),
  ]),
  reportOf([
    fileReport('a', [finding(3, { message: 'Stays' }), finding(4, { message: 'Comes' })]),
    fileReport('clean'),
  ]),
);

/** Heads of files, and findings by their messages. */
function listed(shown: readonly Change[], text = ''): string[] {
  return listCompared(comparison, { shown: new Set(shown), text }).map((row) =>
    row.type === 'file'
      ? `${row.file.path}: ${presentChanges(row.counts).join(' ')}`
      : `${row.position} of ${row.size} ${(row.compared.after ?? row.compared.before).message}`,
  );
}

test('files with findings are listed, and those that one report only has', () => {
  expect(listed(changes)).toEqual([
    'a: new fixed remaining',
    '1 of 3 Comes',
    '2 of 3 Goes',
    '3 of 3 Stays',
    'gone: ',
  ]);
});

test('changes are left out, and what does not hold the text', () => {
  expect(listed(['new'])).toEqual(['a: new', '1 of 1 Comes']);
  expect(listed(['fixed'])).toEqual(['a: fixed', '1 of 1 Goes', 'gone: ']);
  expect(listed(changes, ' STAY')).toEqual(['a: remaining', '1 of 1 Stays']);
  expect(listed(changes, 'nowhere')).toEqual([]);
});
