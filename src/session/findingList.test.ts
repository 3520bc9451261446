import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { severities, type Severity } from '../findings/finding';
import { groupings, listFindings, sameFinding, stepFrom, type FindingFilter } from './findingList';
import { aFinding, aReport, checkedFile, doneEntry } from './testing';

const everything: FindingFilter = { text: '', hidden: new Set(), code: null };
const nothingClosed = new Set<string>();

const brakes = [
  aFinding('a.xml', { code: 'odd-value', message: 'No `brake` here', line: 1 }),
  aFinding('a.xml', { code: 'missing', severity: 'warning', message: 'No `horn` here', line: 2 }),
];
const horns = [
  aFinding('b.xml', { code: 'missing', severity: 'warning', message: 'No `horn` here', line: 7 }),
  aFinding('b.xml', { code: 'old', severity: 'critical', message: '1.5 (old) [x]', line: 9 }),
];
const files = [
  doneEntry('a.xml', aReport('a.xml', brakes)),
  checkedFile('clean.xml'),
  doneEntry('b.xml', aReport('b.xml', horns)),
];

function outline(list: ReturnType<typeof listFindings>): string[] {
  return list.rows.map((row) =>
    row.type === 'group'
      ? `${row.title} (${row.total})`
      : `  ${row.finding.path}:${row.finding.span.line}`,
  );
}

describe('listFindings', () => {
  it('groups by file in the order of the files', () => {
    expect(outline(listFindings(files, 'file', everything, nothingClosed, true))).toEqual([
      'a.xml (2)',
      '  a.xml:1',
      '  a.xml:2',
      'b.xml (2)',
      '  b.xml:7',
      '  b.xml:9',
    ]);
  });

  it('groups by rule, worst first once all is in', () => {
    expect(outline(listFindings(files, 'rule', everything, nothingClosed, true))).toEqual([
      'old (1)',
      '  b.xml:9',
      'odd-value (1)',
      '  a.xml:1',
      'missing (2)',
      '  a.xml:2',
      '  b.xml:7',
    ]);
  });

  it('keeps groups where they arose while more comes in', () => {
    const titles = outline(listFindings(files, 'message', everything, nothingClosed, false));
    expect(titles.filter((title) => !title.startsWith(' '))).toEqual([
      'No `brake` here (1)',
      'No `horn` here (2)',
      '1.5 (old) [x] (1)',
    ]);
  });

  it('leaves out what is filtered, and counts what the severity filter hides', () => {
    const hidden = new Set<Severity>(['warning']);
    const list = listFindings(files, 'file', { ...everything, hidden }, nothingClosed, true);
    expect(outline(list)).toEqual(['a.xml (1)', '  a.xml:1', 'b.xml (1)', '  b.xml:9']);
    expect(list.counts).toEqual({ critical: 1, error: 1, warning: 2, info: 0 });
    expect(list.total).toBe(4);
  });

  it('takes the text literally and looks at message, code and path', () => {
    const found = (text: string) =>
      listFindings(files, 'file', { ...everything, text }, nothingClosed, true).order.length;
    expect(['1.5 (OLD) [x]', 'HORN', 'odd-', 'b.xml', '1x5', ''].map(found)).toEqual([
      1, 2, 1, 2, 0, 4,
    ]);
  });

  it('filters by code and still offers the other codes', () => {
    const list = listFindings(
      files,
      'file',
      { ...everything, code: 'missing' },
      nothingClosed,
      true,
    );
    expect(list.order).toHaveLength(2);
    expect(list.codes).toEqual([
      { code: 'missing', count: 2 },
      { code: 'odd-value', count: 1 },
      { code: 'old', count: 1 },
    ]);
  });

  it('keeps the findings of a closed group in the order', () => {
    const open = listFindings(files, 'file', everything, nothingClosed, true);
    const key = open.order[0]?.group.key ?? '';
    const list = listFindings(files, 'file', everything, new Set([key]), true);
    expect(outline(list)).toEqual(['a.xml (2)', 'b.xml (2)', '  b.xml:7', '  b.xml:9']);
    expect(list.order.map(({ finding }) => finding)).toEqual([...brakes, ...horns]);
  });

  it('shows every finding exactly once, however grouped', () => {
    const someFiles = fc.array(fc.array(fc.constantFrom(...severities), { maxLength: 8 }), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(
        someFiles,
        fc.constantFrom(...groupings),
        fc.boolean(),
        (sets, grouping, worst) => {
          const entries = sets.map((set, i) => checkedFile(`${i}.xml`, set));
          const list = listFindings(entries, grouping, everything, nothingClosed, worst);
          const shown = list.rows.flatMap((row) => (row.type === 'finding' ? [row.finding] : []));
          expect(new Set(shown)).toEqual(new Set(entries.flatMap((entry) => entry.findings)));
          expect(shown).toHaveLength(sets.flat().length);
          expect(list.order.map(({ finding }) => finding)).toEqual(shown);
        },
      ),
    );
  });
});

describe('stepFrom', () => {
  const list = listFindings(files, 'file', everything, nothingClosed, true);

  it('goes on from the current finding and round at the ends', () => {
    expect(stepFrom(list, brakes[1] ?? null, 1)).toBe(2);
    expect(stepFrom(list, horns[1] ?? null, 1)).toBe(0);
    expect(stepFrom(list, brakes[0] ?? null, -1)).toBe(3);
  });

  it('starts at an end when there is no current finding or the filter hides it', () => {
    expect(stepFrom(list, null, 1)).toBe(0);
    expect(stepFrom(list, null, -1)).toBe(3);
    expect(stepFrom(list, aFinding('c.xml'), 1)).toBe(0);
  });

  it('goes nowhere in an empty list', () => {
    expect(stepFrom(listFindings([], 'file', everything, nothingClosed, true), null, 1)).toBe(-1);
  });
});

describe('sameFinding', () => {
  it('knows a finding again when its report has come', () => {
    const copy = structuredClone(brakes);
    expect(sameFinding(copy[1] ?? aFinding('x'), brakes)).toBe(brakes[1]);
    expect(sameFinding(aFinding('a.xml', { line: 99 }), brakes)).toBeNull();
  });
});
