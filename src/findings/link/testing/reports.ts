import fc from 'fast-check';
import { levels, severities, type Finding, type Span } from '../../finding';
import { bareReport, countFindings, type FileReport, type Verdict } from '../../report';
import type { ReportDocument } from '../../reportDocument';

/* Random reports such as the engine makes, to go through links as they are. */

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom('<b>x</b>', 'a\u0000b', '\ufeff', '\u202eabc'),
);

const near = { max: 5000 } as const;

const span: fc.Arbitrary<Span> = fc
  .record({
    offset: fc.nat(near),
    bytes: fc.nat(near),
    line: fc.nat(near),
    lines: fc.nat({ max: 3 }),
    column: fc.nat({ max: 300 }),
    columns: fc.nat({ max: 300 }),
  })
  .map(({ offset, bytes, line, lines, column, columns }) => ({
    offset,
    endOffset: offset + bytes,
    line: line + 1,
    column: column + 1,
    endLine: line + 1 + lines,
    endColumn: (lines === 0 ? column : 0) + 1 + columns,
  }));

function findingIn(path: string): fc.Arbitrary<Finding> {
  return fc
    .record(
      {
        rule: text,
        code: text,
        level: fc.constantFrom(...levels),
        severity: fc.constantFrom(...severities),
        message: text,
        span,
        help: text,
        element: text,
        related: fc.array(
          fc.record({ path: fc.constantFrom(path, 'other.xml'), span, message: text }),
          { maxLength: 3 },
        ),
        fix: fc.array(fc.record({ span, text }), { maxLength: 2 }),
      },
      {
        noNullPrototype: true,
        requiredKeys: ['rule', 'code', 'level', 'severity', 'message', 'span'],
      },
    )
    .map((finding) => ({ ...finding, path }));
}

const verdict: fc.Arbitrary<Verdict> = fc.constantFrom(
  'valid',
  'invalid',
  'malformed',
  'unsupported',
);

function reportOn(path: string): fc.Arbitrary<FileReport> {
  return fc
    .record(
      {
        findings: fc.array(findingIn(path), { maxLength: 12 }),
        format: fc.option(text),
        version: fc.option(text),
        kind: fc.option(text),
        verdict,
        omitted: fc.nat({ max: 100 }),
        size: fc.maxSafeNat(),
        elements: fc.nat(),
        hash: fc.stringMatching(/^[0-9a-f]{24}$/),
      },
      {
        noNullPrototype: true,
        requiredKeys: [
          'findings',
          'format',
          'version',
          'kind',
          'verdict',
          'omitted',
          'size',
          'elements',
        ],
      },
    )
    .map(({ findings, omitted, verdict: said, ...rest }) => {
      const counts = countFindings(findings);
      counts.info += omitted;
      return { ...bareReport(path, said, findings), counts, omitted, ...rest };
    });
}

/** Reports on several files, without what links do not carry: durations, and the rules themselves. */
export const reportDocuments: fc.Arbitrary<ReportDocument> = fc
  .tuple(
    fc.record({ name: text, version: text }),
    fc.uniqueArray(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }), { maxLength: 6 }),
  )
  .chain(([tool, paths]) =>
    fc.tuple(...paths.map(reportOn)).map((files) => ({ tool, files, rules: [], excerpts: null })),
  );
