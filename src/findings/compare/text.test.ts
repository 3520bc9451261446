import { expect, test } from 'vitest';
import { compareReports } from './compare';
import { compareText } from './text';
import { fileReport, finding, reportOf } from './testing/reports';

const element = '/R/A';
const before = reportOf([
  fileReport('old/a', [
    finding(3, { element, message: '-1' }),
    finding(4, { element: '/R/B', severity: 'warning' }),
    finding(5, { element: '/R/C', message: 'gone' }),
  ]),
]);
const after = reportOf([
  fileReport('new/a', [finding(6, { element, message: '-2' }), finding(7, { element: '/R/B' })]),
  fileReport('new/\u001b[31mred'),
]);

function written(all: boolean, color = false): string {
  return [...compareText(compareReports(before, after), { all, color })].join('');
}

test('tells what is new or fixed, where it is or was, and what is worse', () => {
  expect(written(false)).toBe(`new/␛[31mred is only in the later report

fixed error[c]: gone
  --> old/a:5:1

remaining warning → error[c]: m
  --> new/a:4:1 → 7:1

2 files · 0 new, 1 fixed, 2 remaining
`);
});

test('tells all that remains where that is wanted, and what was said before', () => {
  expect(written(true)).toContain(`remaining error[c]: -2
  --> new/a:3:1 → 6:1
   = was: -1
`);
});

test('paints where that is wanted, and lets no file paint', () => {
  expect(written(false, true)).toContain('\u001b[1;32mfixed error[c]\u001b[0m');
  expect(written(false)).not.toContain('\u001b');
});
