import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RuleInfo } from '../../rules/rule';
import { compareReports, isNewError, isUnchanged, total } from './compare';
import { alikeReports, fileReport, finding, reportOf } from './testing/reports';

const rule: RuleInfo = {
  id: 'now',
  aliases: ['once', 'other'],
  level: 'structure',
  severity: 'error',
  since: '1.0',
  meaning: 'it asks',
  explanation: { asks: 'It asks.', source: 'A test.' },
};

describe('two reports', () => {
  const before = reportOf([
    fileReport('old/a', [finding(1, { element: '/R' }), finding(2, { element: '/R/A' })]),
    fileReport('old/gone', [finding(1, { severity: 'warning' })]),
  ]);
  const after = reportOf([
    fileReport('new/a', [finding(4, { element: '/R' })]),
    fileReport('new/more', [finding(1), finding(2)]),
  ]);

  test('are compared file by file, and as a whole', () => {
    const { files, counts } = compareReports(before, after);
    expect(files.map(({ path }) => path)).toEqual(['new/a', 'old/gone', 'new/more']);
    expect(files.map((file) => file.findings.map(({ change }) => change))).toEqual([
      ['fixed', 'remaining'],
      ['fixed'],
      ['new', 'new'],
    ]);
    expect(counts).toEqual({
      new: { critical: 0, error: 2, warning: 0, info: 0 },
      fixed: { critical: 0, error: 1, warning: 1, info: 0 },
      remaining: { critical: 0, error: 1, warning: 0, info: 0 },
    });
  });

  test('know a rule again that one of them has by an older name', () => {
    const [a, b] = ['once', 'now'].map((name) =>
      reportOf([fileReport('a', [finding(1, { rule: name })])], { rules: [rule] }),
    );
    if (!a || !b) throw new Error('There are two');
    expect(isUnchanged(compareReports(a, b))).toBe(true);
    expect(isUnchanged(compareReports(a, { ...b, rules: [] }))).toBe(true);
  });

  test('keep rules apart of which one has the other’s name as another name', () => {
    const rules = [rule, { ...rule, id: 'other', aliases: [] }];
    const [a, b] = ['other', 'now'].map((name) =>
      reportOf([fileReport('a', [finding(1, { rule: name })])], { rules }),
    );
    if (!a || !b) throw new Error('There are two');
    expect(compareReports(a, b).files[0]?.findings).toHaveLength(2);
  });
});

describe('what a person is to look at', () => {
  const warning = finding(1, { severity: 'warning' });

  test('is a new error, or one that was less bad before', () => {
    expect(isNewError({ change: 'new', before: null, after: finding(1) })).toBe(true);
    expect(isNewError({ change: 'new', before: null, after: warning })).toBe(false);
    expect(isNewError({ change: 'remaining', before: warning, after: finding(1) })).toBe(true);
    expect(isNewError({ change: 'remaining', before: finding(1), after: finding(1) })).toBe(false);
    expect(isNewError({ change: 'fixed', before: finding(1), after: null })).toBe(false);
  });

  test('is anything but the same findings at other lines', () => {
    const report = reportOf([fileReport('a', [warning])]);
    const unchanged = (...files: Parameters<typeof reportOf>): boolean =>
      isUnchanged(compareReports(report, reportOf(...files)));
    expect(unchanged([fileReport('b', [{ ...warning, span: finding(9).span }])])).toBe(true);
    expect(unchanged([fileReport('a', [finding(1)])])).toBe(false);
    expect(unchanged([fileReport('a', [warning], { omitted: 1 })])).toBe(false);
    expect(unchanged([fileReport('a', [warning]), fileReport('b')])).toBe(false);
    expect(unchanged([])).toBe(false);
  });
});

test('whatever they hold: nothing differs from itself, and the other way round new is fixed', () => {
  fc.assert(
    fc.property(alikeReports, alikeReports, (before, after) => {
      expect(isUnchanged(compareReports(before, before))).toBe(true);
      const [forth, back] = [compareReports(before, after), compareReports(after, before)];
      expect(back.counts.new).toEqual(forth.counts.fixed);
      expect(back.counts.fixed).toEqual(forth.counts.new);
      expect(total(back.counts.remaining)).toBe(total(forth.counts.remaining));
      expect(forth.files.reduce((sum, { findings }) => sum + findings.length, 0)).toBe(
        total(forth.counts.new) + total(forth.counts.fixed) + total(forth.counts.remaining),
      );
    }),
  );
});

test(
  'a hundred thousand findings are compared without comparing each with each',
  { timeout: 30_000 },
  () => {
    // Each with each would be ten thousand million looks, and no test would see its end.
    const many = Array.from({ length: 100_000 }, (_, at) =>
      finding(at + 1, { element: `/R/A[${at + 1}]`, message: `m${at % 7}` }),
    );
    const shifted = many.slice(1).map((one) => ({ ...one }));
    const { counts } = compareReports(
      reportOf([fileReport('a', many)]),
      reportOf([fileReport('a', shifted)]),
    );
    expect([total(counts.new), total(counts.fixed)]).toEqual([0, 1]);
  },
);
