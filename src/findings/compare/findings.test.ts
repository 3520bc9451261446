import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../finding';
import { compareFindings, type Change } from './findings';
import { alikeFindings, finding } from './testing/reports';

/** What became of each finding, as `new 3`, `fixed 3`, `3>4` by their lines. */
function said(before: readonly Finding[], after: readonly Finding[]): string[] {
  return compareFindings(before, after).map((one) => {
    if (one.change === 'remaining') return `${one.before.span.line}>${one.after.span.line}`;
    return `${one.change} ${(one.after ?? one.before).span.line}`;
  });
}

function tally(before: readonly Finding[], after: readonly Finding[]): Record<Change, number> {
  const counts = { new: 0, fixed: 0, remaining: 0 };
  for (const { change } of compareFindings(before, after)) counts[change]++;
  return counts;
}

const at = (line: number, element: string, message = 'm'): Finding =>
  finding(line, { element, message });

describe('what is known again', () => {
  test('a finding that moved by some lines', () => {
    expect(said([at(3, '/R/A')], [at(30, '/R/A')])).toEqual(['3>30']);
  });

  test('findings of an element before which another one was inserted', () => {
    const before = [at(3, '/R/A[1]'), at(5, '/R/A[2]', 'n')];
    const after = [at(3, '/R/A[1]', 'other'), at(5, '/R/A[2]'), at(7, '/R/A[3]', 'n')];
    expect(said(before, after)).toEqual(['new 3', '3>5', '5>7']);
  });

  test('alike findings in their order, where all have moved by an element', () => {
    const before = [at(3, '/R/A[1]'), at(5, '/R/A[2]')];
    const after = [at(5, '/R/A[2]'), at(7, '/R/A[3]')];
    expect(said(before, after)).toEqual(['3>5', '5>7']);
  });

  test('those at the same element before others, where some of them are gone', () => {
    const before = [at(3, '/R/A[1]'), at(5, '/R/A[2]'), at(7, '/R/A[3]')];
    const after = [at(3, '/R/A[1]'), at(7, '/R/A[3]')];
    expect(said(before, after)).toEqual(['fixed 5', '3>3', '7>7']);
  });

  test('a value that is wrong in another way', () => {
    const [one] = compareFindings([at(3, '/R/A', '-1')], [at(4, '/R/A', '-2')]);
    expect(one).toMatchObject({
      change: 'remaining',
      before: { message: '-1' },
      after: { message: '-2' },
    });
  });

  test('findings of a report that does not know the elements', () => {
    const before = [finding(3), finding(5, { message: 'n' })];
    const after = [at(4, '/R/A'), at(6, '/R/B', 'n'), at(8, '/R/C', 'o')];
    expect(said(before, after)).toEqual(['new 8', '3>4', '5>6']);
    expect(said(after, before)).toEqual(['fixed 8', '4>3', '6>5']);
  });

  test('alike findings without elements: those at the same lines, and those that moved as far', () => {
    expect(said([finding(10), finding(20), finding(30)], [finding(20), finding(30)])).toEqual([
      'fixed 10',
      '20>20',
      '30>30',
    ]);
    expect(said([finding(10), finding(30)], [finding(10), finding(23), finding(33)])).toEqual([
      'new 23',
      '10>10',
      '30>33',
    ]);
  });

  test('findings of a rule that is known by another name now', () => {
    const [a, b] = [finding(1, { rule: 'old' }), finding(1, { rule: 'new' })];
    expect(compareFindings([a], [b])).toHaveLength(2);
    const renamed = compareFindings([a], [b], (rule) => (rule === 'old' ? 'new' : rule));
    expect(renamed).toEqual([{ change: 'remaining', before: a, after: b }]);
  });
});

describe('what is not', () => {
  const others: [string, Finding][] = [
    ['rule', finding(3, { element: '/R/A', rule: 'q' })],
    ['code', finding(3, { element: '/R/A', code: 'd' })],
    ['element', finding(3, { element: '/R/B' })],
  ];
  test.each(others)('a finding of another %s at the same line', (_, other) => {
    expect(said([at(3, '/R/A')], [other])).toEqual(['new 3', 'fixed 3']);
  });

  test('another message, where the elements are not known', () => {
    expect(said([finding(3)], [finding(3, { message: 'n' })])).toEqual(['new 3', 'fixed 3']);
  });
});

describe('whatever was found', () => {
  test('compared with itself, everything remains where it was', () => {
    fc.assert(
      fc.property(alikeFindings, (findings) => {
        const compared = compareFindings(findings, findings);
        expect(compared).toHaveLength(findings.length);
        for (const { before, after } of compared) expect(before).toBe(after);
      }),
    );
  });

  test('every finding is told once, and the counts add up', () => {
    fc.assert(
      fc.property(alikeFindings, alikeFindings, (before, after) => {
        const compared = compareFindings(before, after);
        const told = (side: 'before' | 'after'): Set<Finding> =>
          new Set(compared.flatMap((one) => one[side] ?? []));
        expect(told('before')).toEqual(new Set(before));
        expect(told('after')).toEqual(new Set(after));
        const counts = tally(before, after);
        expect(counts.fixed + counts.remaining).toBe(before.length);
        expect(counts.new + counts.remaining).toBe(after.length);
      }),
    );
  });

  test('the other way round, what was new is fixed', () => {
    fc.assert(
      fc.property(alikeFindings, alikeFindings, (before, after) => {
        const forth = compareFindings(before, after);
        const back = compareFindings(after, before);
        const only = (list: typeof forth, change: Change): Finding[] =>
          list.flatMap((one) => (one.change === change ? (one.after ?? one.before) : []));
        expect(only(back, 'fixed')).toEqual(only(forth, 'new'));
        expect(only(back, 'new')).toEqual(only(forth, 'fixed'));
        const pairs = forth.filter(({ change }) => change === 'remaining');
        for (const { before: a, after: b } of pairs) {
          expect(back).toContainEqual({ change: 'remaining', before: b, after: a });
        }
      }),
    );
  });

  test('lines that are inserted change no count', () => {
    fc.assert(
      fc.property(
        alikeFindings,
        alikeFindings,
        fc.array(fc.nat(5), { minLength: 13, maxLength: 13 }),
        (before, after, inserted) => {
          const moved = after.map((one): Finding => {
            const line = inserted.slice(0, one.span.line).reduce((a, b) => a + b, one.span.line);
            return { ...one, span: { ...one.span, line } };
          });
          expect(tally(before, moved)).toEqual(tally(before, after));
        },
      ),
    );
  });

  test('the order in which it was found makes no difference', () => {
    const distinct = fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: 12 });
    fc.assert(
      fc.property(distinct, distinct, (before, after) => {
        const [a, b] = [before, after].map((lines) => lines.map((line) => finding(line)));
        const sorted = (list: readonly number[]): Finding[] =>
          list.toSorted((x, y) => x - y).map((line) => finding(line));
        expect(said(a ?? [], b ?? [])).toEqual(said(sorted(before), sorted(after)));
      }),
    );
  });
});
