import fc from 'fast-check';
import type { Finding, Severity } from '../../finding';
import { severities } from '../../finding';
import type { FileReport } from '../../report';
import { countFindings } from '../../report';
import type { ReportDocument } from '../../reportDocument';

/* Findings and reports for the tests of comparing: written down shortly, or random and much alike. */

/** A finding in `a.xml`; what is not said is the same in all of them. */
export function finding(
  line: number,
  { message = 'm', severity = 'error', ...rest }: Partial<Finding> = {},
): Finding {
  const span = { offset: line * 100, endOffset: line * 100 + 1, line, column: 1 };
  return {
    rule: 'r',
    code: 'c',
    level: 'structure',
    severity,
    message,
    path: 'a.xml',
    span: { ...span, endLine: line, endColumn: 2 },
    ...rest,
  };
}

export function fileReport(
  path: string,
  findings: readonly Finding[] = [],
  rest: Partial<FileReport> = {},
): FileReport {
  return {
    path,
    format: 'format',
    version: '1.0',
    kind: 'kind',
    verdict: findings.length > 0 ? 'invalid' : 'valid',
    counts: countFindings(findings),
    findings: findings.map((one) => ({ ...one, path })),
    omitted: 0,
    size: 1,
    elements: 1,
    ms: 0,
    ...rest,
  };
}

export function reportOf(
  files: readonly FileReport[],
  rest: Partial<ReportDocument> = {},
): ReportDocument {
  return { tool: { name: 'Tool', version: '1' }, files, rules: [], excerpts: null, ...rest };
}

const elements = ['/R', '/R/A', '/R/A[1]', '/R/A[2]', '/R/A[2]/B', '/R/A[3]/B', undefined];

/** Few names, so that many findings are alike. */
const alike: fc.Arbitrary<Finding> = fc
  .record({
    line: fc.integer({ min: 1, max: 12 }),
    rule: fc.constantFrom('r', 'q'),
    code: fc.constantFrom('c', 'd'),
    message: fc.constantFrom('m', 'n'),
    severity: fc.constantFrom<Severity>(...severities),
    element: fc.constantFrom(...elements),
  })
  .map(({ line, element, ...rest }) =>
    finding(line, element === undefined ? rest : { ...rest, element }),
  );

/** Findings of a file, many of which are alike. */
export const alikeFindings: fc.Arbitrary<Finding[]> = fc.array(alike, { maxLength: 16 });

const paths = fc
  .array(fc.constantFrom('a', 'b', 'old', 'new', '.', ''), { minLength: 1, maxLength: 4 })
  .map((names) => names.join('/'));
const hashes = fc.constantFrom(undefined, 'short', 'A'.repeat(24), 'a'.repeat(64), 'b'.repeat(64));

/** Reports on files whose names and contents are much alike. */
export const alikeReports: fc.Arbitrary<ReportDocument> = fc
  .array(fc.record({ path: paths, hash: hashes, findings: alikeFindings, omitted: fc.nat(2) }), {
    maxLength: 6,
  })
  .map((files) =>
    reportOf(
      files.map(({ path, hash, findings, omitted }) =>
        fileReport(path, findings, hash === undefined ? { omitted } : { hash, omitted }),
      ),
    ),
  );
