import * as fc from 'fast-check';
import type { ExcerptLine } from '../excerpt';
import type { Finding, Span } from '../finding';
import { levels, severities } from '../finding';
import type { FileReport } from '../report';
import { countFindings } from '../report';
import type { ReportDocument } from '../reportDocument';
import { reportDocument } from '../reportDocument';
import { generalRules } from '../../rules/listGeneral';

/** Reports for property tests, with texts that no form may take for anything but text. */

const nasty = fc.constantFrom(
  '',
  ' ',
  '</script><script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><b>',
  "' onload='x",
  '</style></pre></details>',
  '<!-- -->',
  ']]>',
  '&amp;&#0;&lt;',
  '=HYPERLINK("x","y")',
  '-1+1',
  '@everyone',
  '#123',
  'GH-1',
  'https://example.com/a?b=c',
  'www.example.com',
  '`a` | `b`',
  '``` ```',
  '~~~\n# title',
  '[a](javascript:b)',
  '![a](b)',
  '1. one\n2. two',
  '**bold** _it_ \\',
  'a\\|b',
  'line\r\nline\rline\u2028line',
  '\u0000\u0007\u001b[31m\u007f\u0085',
  '\ud800',
  '\udfff\ud800',
  '\ufeff\ufffe\uffff',
  '\u202egnp.exe',
  'שלום/مرحبا.xml',
  '𝒳😀👩‍👩‍👧',
);

export const hostileText: fc.Arbitrary<string> = fc.oneof(
  nasty,
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({
    unit: fc.constantFrom('a', '`', '<', '>', '&', '"', '|', '\\', '\n', ' '),
    maxLength: 12,
  }),
  fc.array(nasty, { maxLength: 3 }).map((parts) => parts.join(' ')),
);

const count = fc.nat({ max: 5_000_000 });
const span: fc.Arbitrary<Span> = fc.record({
  offset: count,
  endOffset: count,
  line: count,
  column: count,
  endLine: count,
  endColumn: count,
});

const rule = fc.oneof(fc.constantFrom(...generalRules.map(({ id }) => id)), hostileText);

function findingIn(path: string): fc.Arbitrary<Finding> {
  return fc.record(
    {
      rule,
      code: hostileText,
      level: fc.constantFrom(...levels),
      severity: fc.constantFrom(...severities),
      message: hostileText,
      help: hostileText,
      path: fc.constant(path),
      span,
      element: hostileText,
      related: fc.array(fc.record({ path: hostileText, span, message: hostileText }), {
        maxLength: 2,
      }),
      fix: fc.array(fc.record({ span, text: hostileText }), { maxLength: 2 }),
    },
    { requiredKeys: ['rule', 'code', 'level', 'severity', 'message', 'path', 'span'] },
  );
}

const orNull = fc.option(hostileText, { nil: null });
const file: fc.Arbitrary<FileReport> = hostileText.chain((path) =>
  fc
    .record({
      format: orNull,
      version: orNull,
      kind: orNull,
      verdict: fc.constantFrom('valid', 'invalid', 'malformed', 'unsupported'),
      findings: fc.array(findingIn(path), { maxLength: 4 }),
      omitted: fc.nat({ max: 3 }),
      size: count,
      elements: count,
      ms: fc.nat(),
    })
    .map(({ omitted, ...rest }): FileReport => {
      const counts = countFindings(rest.findings);
      counts.error += omitted;
      return { ...rest, path, counts, omitted };
    }),
);

const excerptLine: fc.Arbitrary<ExcerptLine> = fc
  .record({
    number: count,
    text: hostileText,
    cutBefore: fc.boolean(),
    cutAfter: fc.boolean(),
    mark: fc.option(fc.tuple(fc.nat({ max: 12 }), fc.nat({ max: 12 })), { nil: null }),
  })
  .map(({ mark, ...line }) => ({
    ...line,
    mark: mark && {
      from: Math.min(mark[0], line.text.length),
      to: Math.min(mark[0] + mark[1], line.text.length),
    },
  }));

/** Any report, on files whose paths may be the same. */
export const hostileReport: fc.Arbitrary<ReportDocument> = fc
  .record({
    name: hostileText,
    version: hostileText,
    files: fc.array(file, { maxLength: 4 }),
    excerpt: fc.option(fc.array(excerptLine, { maxLength: 3 }), { nil: null }),
  })
  .map(({ name, version, files, excerpt }) =>
    reportDocument({ name, version }, files, generalRules, excerpt && (() => excerpt)),
  );

/** Four bytes on the second line of a file. */
export const plainSpan: Span = {
  offset: 10,
  endOffset: 14,
  line: 2,
  column: 3,
  endLine: 2,
  endColumn: 7,
};

/** A finding with nothing special about it but what is given. */
export function plainFinding(some: Partial<Finding> & Pick<Finding, 'path'>): Finding {
  return {
    rule: 'asam.net:xosc:1.0.0:xml.valid_schema',
    code: 'invalid-value',
    level: 'structure',
    severity: 'error',
    message: 'The value is wrong.',
    span: plainSpan,
    ...some,
  };
}

/** A report on one file, with the findings given. */
export function plainReport(path: string, findings: Omit<Partial<Finding>, 'path'>[]): FileReport {
  const all = findings.map((some) => plainFinding({ ...some, path }));
  const counts = countFindings(all);
  return {
    path,
    format: 'openscenario',
    version: '1.2',
    kind: 'scenario',
    verdict: counts.error + counts.critical > 0 ? 'invalid' : 'valid',
    counts,
    findings: all,
    omitted: 0,
    size: 4321,
    elements: 51,
    ms: 1.5,
  };
}
