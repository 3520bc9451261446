import { describe, expect, test } from 'vitest';
import { wholeFileSpan } from '../finding';
import { compareReports } from './compare';
import type { ComparedFinding } from './findings';
import { fileReport, finding, reportOf } from './testing/reports';
import { headlineOf, noteOn, remarksOn, sayPlaces, saySeverities } from './words';

test('a comparison in some words', () => {
  const before = reportOf([fileReport('a', [finding(1), finding(2, { message: 'n' })])]);
  const after = reportOf([fileReport('a', [finding(5), finding(6, { code: 'd' })])]);
  expect(headlineOf(compareReports(before, after))).toBe('1 new, 1 fixed, 1 remaining');
  expect(headlineOf(compareReports(before, before))).toBe('Nothing changed');
});

test('places and severities: one where they are the same, else before and after', () => {
  const remaining = (...[before, after]: Parameters<typeof finding>[]): ComparedFinding => ({
    change: 'remaining',
    before: finding(...(before ?? [1])),
    after: finding(...(after ?? [1])),
  });
  const warning = { severity: 'warning' } as const;
  expect(sayPlaces(remaining([3], [3]))).toBe('3:1');
  expect(sayPlaces(remaining([3], [14]))).toBe('3:1 → 14:1');
  expect(sayPlaces(remaining([1, { span: wholeFileSpan }], [3]))).toBe('whole file → 3:1');
  expect(sayPlaces({ change: 'new', before: null, after: finding(7) })).toBe('7:1');
  expect(saySeverities(remaining([3], [4]))).toBe('error');
  expect(saySeverities(remaining([3, warning], [4]))).toBe('warning → error');
  expect(saySeverities({ change: 'fixed', before: finding(7, warning), after: null })).toBe(
    'warning',
  );
});

test('a line of a report that tells no bytes is a line', () => {
  const { span } = finding(4);
  const noted = finding(4, { span: { ...span, offset: 0, endOffset: 0 } });
  expect(sayPlaces({ change: 'new', before: null, after: noted })).toBe('4:1');
});

describe('what is said besides', () => {
  const hash = 'ab'.repeat(32);

  test('of a file: that one of the checks ended early', () => {
    const whole = reportOf([fileReport('a', [finding(1), finding(2, { message: 'n' })])]);
    const ended = reportOf([fileReport('a', [finding(3, { severity: 'critical', code: 'd' })])]);
    const notes = (before: typeof whole, after: typeof whole) =>
      compareReports(before, after).files.map(noteOn);
    expect(notes(whole, ended)).toEqual([
      'not checked to its end now: what is fixed may not have been reached',
    ]);
    expect(notes(ended, whole)).toEqual([
      'not checked to its end before: what is new may have been there',
    ]);
    expect(notes(ended, ended)).toEqual([null]);
  });

  test('of a file: that it is in one report only, was moved, or was checked differently', () => {
    const before = reportOf([
      fileReport('x/old', [], { hash }),
      fileReport('y', [finding(1)], { hash: hash.replaceAll('a', 'c') }),
      fileReport('z'),
    ]);
    const after = reportOf([
      fileReport('x/new', [], { hash }),
      fileReport('y', [], { hash: hash.replaceAll('a', 'c') }),
      fileReport('w'),
    ]);
    const { files } = compareReports(before, after);
    expect(files.map((file) => [file.path, noteOn(file)])).toEqual([
      ['w', 'only in the later report'],
      ['x/new', 'was x/old'],
      ['y', 'the same content, checked differently'],
      ['z', 'only in the earlier report'],
    ]);
  });

  test('of the whole: who made the reports, and what they leave out', () => {
    const before = reportOf([fileReport('a', [], { omitted: 1 })]);
    const after = reportOf([fileReport('a', [], { omitted: 1234 })], {
      tool: { name: 'Other', version: '' },
    });
    expect(remarksOn(compareReports(before, after))).toEqual([
      'The reports were made by Tool 1 and by Other: what differs may come from that.',
      'The earlier report leaves out 1 finding: some of what is new may have been there before.',
      'The later report leaves out 1,234 findings: some of what is fixed may still be there.',
    ]);
    expect(remarksOn(compareReports(before, { ...before, files: [] }))).toHaveLength(1);
    const unknown = reportOf([], { tool: { name: 'Tool', version: '' } });
    expect(remarksOn(compareReports(unknown, reportOf([])))).toEqual([]);
    expect(
      remarksOn(
        compareReports(reportOf([], { tool: { name: 'Tool', version: '2' } }), reportOf([])),
      ),
    ).toHaveLength(1);
  });

  test('that they are about other files', () => {
    const [a, b] = [
      reportOf([fileReport('x/a'), fileReport('b')]),
      reportOf([fileReport('c'), fileReport('y/d')]),
    ];
    expect(remarksOn(compareReports(a, b))).toEqual(['The reports have no file in common.']);
    expect(remarksOn(compareReports(a, a))).toEqual([]);
  });
});
