import fc from 'fast-check';
import { levels, severities, type Finding } from '../../src/findings/finding';
import type { FileReport } from '../../src/findings/report';
import type { Source } from '../../src/intake/source';

/* Random findings, reports and sources for property tests. */

/** Any string, lone surrogates included: messages quote what stands in files. */
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', '\ud800', '"\\', '\ufeffbom', 'é中🏁'),
);
const word = fc.integer({ min: 0, max: 0xffffffff });

const plain = { noNullPrototype: true } as const;

const span = fc.record(
  {
    offset: word,
    endOffset: word,
    line: word,
    column: word,
    endLine: word,
    endColumn: word,
  },
  plain,
);

export const ownPath = 'folder/own.xml';
const path = fc.oneof(fc.constant(ownPath), text);

export const finding: fc.Arbitrary<Finding> = fc.record(
  {
    rule: text,
    code: text,
    level: fc.constantFrom(...levels),
    severity: fc.constantFrom(...severities),
    message: text,
    help: text,
    path,
    span,
    related: fc.array(fc.record({ path, span, message: text }, plain), {
      maxLength: 3,
    }),
    fix: fc.array(fc.record({ span, text }, plain), { maxLength: 3 }),
  },
  {
    noNullPrototype: true,
    requiredKeys: ['rule', 'code', 'level', 'severity', 'message', 'path', 'span'],
  },
);

export const report: fc.Arbitrary<FileReport> = fc.record(
  {
    path: fc.constant(ownPath),
    format: fc.option(text),
    version: fc.option(text),
    kind: fc.option(text),
    verdict: fc.constantFrom('valid', 'invalid', 'malformed', 'unsupported'),
    counts: fc.record({ critical: word, error: word, warning: word, info: word }, plain),
    findings: fc.array(finding, { maxLength: 30 }),
    omitted: word,
    size: word,
    elements: word,
    ms: fc.integer({ min: 0, max: 1e6 }).map((value) => value / 64),
    hash: text,
  },
  {
    noNullPrototype: true,
    requiredKeys: [
      'path',
      'format',
      'version',
      'kind',
      'verdict',
      'counts',
      'findings',
      'omitted',
      'size',
      'elements',
      'ms',
    ],
  },
);

export const source: fc.Arbitrary<Source> = fc.record(
  {
    path: text,
    bytes: fc.oneof(
      fc.string().map((content) => new Blob([content])),
      fc.record({ file: text, start: word, end: word }, plain),
    ),
    packing: fc.constantFrom('none', 'gzip', 'deflate-raw'),
    size: fc.option(word),
    crc32: word,
    origin: fc.constantFrom('named', 'found'),
    nesting: fc.nat(2),
  },
  {
    noNullPrototype: true,
    requiredKeys: ['path', 'bytes', 'packing', 'size', 'origin', 'nesting'],
  },
);
