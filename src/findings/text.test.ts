import { expect, test } from 'vitest';
import { excerpt } from './excerpt';
import type { Finding, Severity, Span } from './finding';
import { wholeFileSpan } from './finding';
import { jsonLine } from './jsonl';
import type { FileReport } from './report';
import { countFindings } from './report';
import { layOut, oneLine } from './terminal';
import type { ExcerptOf } from './text';
import { textExcerpt, TextWriter } from './text';

function spanOf(text: string, part: string): Span {
  const at = text.indexOf(part);
  const before = text.slice(0, at);
  const line = before.split('\n').length;
  const column = at - before.lastIndexOf('\n');
  const offset = new TextEncoder().encode(before).length;
  const length = new TextEncoder().encode(part).length;
  return {
    offset,
    endOffset: offset + length,
    line,
    column,
    endLine: line,
    endColumn: column + part.length,
  };
}

function finding(span: Span, rest: Partial<Finding> = {}): Finding {
  return {
    rule: 'test:rule',
    code: 'invalid-value',
    level: 'structure',
    severity: 'error',
    message: 'The value is wrong',
    path: 'a.xosc',
    span,
    ...rest,
  };
}

function reportOf(findings: Finding[], rest: Partial<FileReport> = {}): FileReport {
  const counts = countFindings(findings);
  return {
    path: 'a.xosc',
    format: 'xosc',
    version: '1.2',
    kind: 'scenario',
    verdict: findings.length > 0 ? 'invalid' : 'valid',
    counts,
    findings,
    omitted: 0,
    size: 1,
    elements: 1,
    ms: 1.23456,
    ...rest,
  };
}

function excerptsOf(text: string): ExcerptOf {
  const bytes = new TextEncoder().encode(text);
  const file = {
    bytes,
    start: 0,
    atEnd: true,
    encoding: 'utf-8',
    bomBytes: 0,
  } as const;
  return (_path, span) => excerpt(file, span, textExcerpt);
}

const plain = { color: false, all: false };

test('a finding reads like a compiler’s', () => {
  const text = '<a>\n\t<b x="1,5"/>\n</a>';
  const report = reportOf([
    finding(spanOf(text, '1,5'), {
      help: 'Write 1.5',
      related: [
        {
          path: 'a.xosc',
          span: spanOf(text, '<a>'),
          message: 'in this element',
        },
      ],
    }),
  ]);
  expect(new TextWriter(plain).report(report, excerptsOf(text))).toBe(
    `error[invalid-value]: The value is wrong
  --> a.xosc:2:8
   |
 2 |     <b x="1,5"/>
   |           ^^^
   = help: Write 1.5
   = note: in this element
  --> a.xosc:1:1
   |
 1 | <a>
   | ---

`,
  );
});

test('findings come in the order of their places', () => {
  const text = '<a>\n<b x="?"/>\n</a>';
  const report = reportOf([
    finding(spanOf(text, '?'), { message: 'second' }),
    finding(spanOf(text, '<a>'), { message: 'first' }),
  ]);
  const shown = new TextWriter(plain).report(report, () => null);
  expect(shown.indexOf('first')).toBeLessThan(shown.indexOf('second'));
  expect(report.findings.map(({ message }) => message)).toEqual(['second', 'first']);
});

test('wide and combining characters are marked where they are seen', () => {
  const text = '<Ort name="東京e\u0301" x="?"/>';
  const shown = new TextWriter(plain).report(
    reportOf([finding(spanOf(text, '?'))]),
    excerptsOf(text),
  );
  const [source, marks] = shown.split('\n').slice(3, 5);
  // Two wide characters take a column more each, a combining one none.
  expect(marks?.indexOf('^')).toBe((source?.indexOf('?') ?? 0) + 2 - 1);
});

test('a finding on a file as a whole has no line', () => {
  const report = reportOf([
    finding({ ...wholeFileSpan }, { severity: 'critical', code: 'truncated' }),
  ]);
  expect(new TextWriter(plain).report(report, () => null)).toBe(
    'critical[truncated]: The value is wrong\n  --> a.xosc\n\n',
  );
});

test('many of a kind are folded, and all of them shown when asked', () => {
  const findings = Array.from({ length: 25 }, () => finding({ ...wholeFileSpan }));
  const folded = new TextWriter(plain).report(reportOf(findings), () => null);
  expect(folded.match(/The value is wrong/g)).toHaveLength(20);
  expect(folded).toContain('error[invalid-value]: 5 more of these in a.xosc; --all shows them');
  const all = new TextWriter({ color: false, all: true }).report(reportOf(findings), () => null);
  expect(all.match(/The value is wrong/g)).toHaveLength(25);
});

test('files of no known format in a folder are mentioned, then only counted', () => {
  const writer = new TextWriter(plain);
  const stranger = reportOf(
    [
      finding(
        { ...wholeFileSpan },
        {
          severity: 'info',
          code: 'other-file',
          message: 'It seems to be a PNG image',
        },
      ),
    ],
    {
      format: null,
      verdict: 'unsupported',
    },
  );
  const texts = Array.from({ length: 8 }, () => writer.report(stranger, () => null));
  expect(texts.filter((text) => text !== '')).toHaveLength(5);
  expect(writer.summary()).toContain('3 more files are not checked');
  expect(writer.summary()).toContain('8 files: 8 not checked · no findings');
});

test('the last line sums up', () => {
  const writer = new TextWriter(plain);
  const of = (severity: Severity): Finding => finding({ ...wholeFileSpan }, { severity });
  writer.report(reportOf([]), () => null);
  writer.report(reportOf([of('warning')], { verdict: 'valid' }), () => null);
  writer.report(reportOf([of('error'), of('critical'), of('info')]), () => null);
  expect(writer.summary()).toBe(
    '3 files: 2 valid, 1 invalid · 2 errors (1 critical), 1 warning, 1 note\n',
  );
});

test('what a file says cannot steer the terminal', () => {
  const text = '<a x="\u001b[2J\u202e"/>';
  const report = reportOf(
    [
      finding(spanOf(text, '<a'), {
        message: 'bad \u001b[31m value\nof two lines',
      }),
    ],
    { path: '\u001b]0;x\u0007' },
  );
  const shown = new TextWriter(plain).report(report, excerptsOf(text));
  expect(shown).not.toMatch(/[\u001b\u0007\u202e]/); // eslint-disable-line no-control-regex -- it is what must not be there
  expect(shown).toContain('bad ␛[31m value␊of two lines');
});

test('colours come as ANSI sequences when wanted', () => {
  const shown = new TextWriter({ color: true, all: false }).report(
    reportOf([finding({ ...wholeFileSpan })]),
    () => null,
  );
  expect(shown).toContain('\u001b[1;31merror[invalid-value]\u001b[0m');
});

test('columns are counted as a terminal shows them', () => {
  expect(layOut('\ta\tb')).toEqual({
    text: '    a   b',
    columns: [0, 4, 5, 8, 9],
  });
  expect(layOut('漢😀a').columns).toEqual([0, 2, 2, 4, 5]);
  expect(oneLine('a\u0000b')).toBe('a␀b');
});

test('a JSON line has the contract’s keys, with spans flattened', () => {
  const span = {
    offset: 1,
    endOffset: 2,
    line: 3,
    column: 4,
    endLine: 5,
    endColumn: 6,
  };
  const report = reportOf([
    finding(span, {
      help: 'h',
      related: [{ path: 'b', span, message: 'm' }],
      fix: [{ span, text: 't' }],
    }),
  ]);
  const line = jsonLine({ ...report, cached: true });
  expect(line.endsWith('}\n')).toBe(true);
  expect(JSON.parse(line)).toEqual({
    path: 'a.xosc',
    format: 'xosc',
    version: '1.2',
    kind: 'scenario',
    verdict: 'invalid',
    counts: { critical: 0, error: 1, warning: 0, info: 0 },
    findings: [
      {
        rule: 'test:rule',
        code: 'invalid-value',
        level: 'structure',
        severity: 'error',
        message: 'The value is wrong',
        help: 'h',
        path: 'a.xosc',
        ...span,
        related: [{ path: 'b', ...span, message: 'm' }],
        fix: [{ ...span, text: 't' }],
      },
    ],
    ms: 1.235,
  });
});
