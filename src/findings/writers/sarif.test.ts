import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import Ajv from 'ajv-draft-04';
import fc from 'fast-check';
import type { Log, Result, Run } from 'sarif';
import { describe, expect, it, test } from 'vitest';
import { generalRules } from '../../rules/listGeneral';
import { excerpt } from '../excerpt';
import type { Finding } from '../finding';
import { wholeFileSpan } from '../finding';
import { bareReport } from '../report';
import { reportDocument } from '../reportDocument';
import { anyDocument } from '../testing/documents';
import { writeSarif } from './sarif';

/** One of the schema's patterns, that of languages, is right only for expressions without the flag `u`. */
const options = { strict: false, validateFormats: false, unicodeRegExp: false, allErrors: true };
const validate = new Ajv(options).compile(schema);

function logOf(document: Parameters<typeof writeSarif>[0]): Log {
  return JSON.parse([...writeSarif(document)].join('')) as Log;
}

function runOf(document: Parameters<typeof writeSarif>[0]): Run {
  const [run] = logOf(document).runs;
  if (!run) throw new Error('There is no run');
  return run;
}

test('every report is valid by the schema', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(anyDocument({ excerpts: true }), (document) => {
      validate(logOf(document));
      expect(validate.errors ?? []).toEqual([]);
    }),
  );
});

test('a report on nothing is valid, too', () => {
  expect(validate(logOf(reportDocument({ name: '', version: '' }, [], [])))).toBe(true);
});

const source = '<A>\n  <B c="ü" d="1"/>\n</A>\n';
const tool = { name: 'Scrutineer', version: '1.2.3' };
const [rule] = generalRules;
if (!rule) throw new Error('There are no rules');

/** The value `1` of the attribute `d`. */
const span = { offset: 18, endOffset: 19, line: 2, column: 14, endLine: 2, endColumn: 15 };

const finding: Finding = {
  rule: rule.id,
  code: 'wrong-value',
  level: 'structure',
  severity: 'critical',
  message: 'The value `1` is wrong.',
  help: 'Write 2.',
  path: 'a folder/x#1.xml',
  span,
  element: '/A/B',
  related: [{ path: 'other.xml', span: wholeFileSpan, message: 'See there.' }],
  fix: [{ span, text: '2' }],
};

function documentOf(findings: Finding[], withLines = false): Parameters<typeof writeSarif>[0] {
  const bytes = new TextEncoder().encode(source);
  const window = { bytes, start: 0, atEnd: true, encoding: 'utf-8', bomBytes: 0 } as const;
  const report = { ...bareReport('a folder/x#1.xml', 'invalid', findings), size: 27, hash: 'ab12' };
  return reportDocument(tool, [report], generalRules, (path, at) =>
    withLines && path === report.path
      ? excerpt(window, at, { context: 1, markedLines: 3, width: 100 })
      : null,
  );
}

function resultOf(document: Parameters<typeof writeSarif>[0]): Result {
  const [result] = runOf(document).results ?? [];
  if (!result) throw new Error('There is no result');
  return result;
}

describe('what code scanning shows', () => {
  it('the place, in lines, columns and bytes, and as a path in the document', () => {
    expect(resultOf(documentOf([finding])).locations).toEqual([
      {
        physicalLocation: {
          artifactLocation: { uri: 'a%20folder/x%231.xml', uriBaseId: '%SRCROOT%', index: 0 },
          region: {
            startLine: 2,
            startColumn: 14,
            endLine: 2,
            endColumn: 15,
            byteOffset: 18,
            byteLength: 1,
          },
        },
        logicalLocations: [{ fullyQualifiedName: '/A/B', kind: 'element' }],
      },
    ]);
  });

  it('the message with its help, the level, and the rule by its index', () => {
    const run = runOf(documentOf([finding]));
    expect(run.results).toMatchObject([
      {
        ruleId: rule.id,
        ruleIndex: 0,
        level: 'error',
        message: { text: 'The value `1` is wrong. Write 2.' },
        properties: { code: 'wrong-value', level: 'structure', severity: 'critical' },
      },
    ]);
    expect(run.tool.driver).toMatchObject({ name: 'Scrutineer', version: '1.2.3' });
    const [described] = run.tool.driver.rules ?? [];
    expect(described).toMatchObject({ id: rule.id, shortDescription: { text: rule.meaning } });
    expect(described?.help?.markdown).toContain(rule.explanation.source);
  });

  it('other places and edits', () => {
    const { relatedLocations, fixes } = resultOf(documentOf([finding]));
    expect(relatedLocations).toEqual([
      {
        id: 0,
        message: { text: 'See there.' },
        physicalLocation: { artifactLocation: { uri: 'other.xml', uriBaseId: '%SRCROOT%' } },
      },
    ]);
    expect(fixes?.[0]?.artifactChanges[0]?.replacements).toMatchObject([
      { deletedRegion: { byteOffset: 18, byteLength: 1 }, insertedContent: { text: '2' } },
    ]);
  });

  it('the file, with its hash and verdict', () => {
    expect(runOf(documentOf([finding])).artifacts).toMatchObject([
      {
        location: { uri: 'a%20folder/x%231.xml' },
        length: 27,
        hashes: { 'sha-256': 'ab12' },
        properties: { verdict: 'invalid', counts: { critical: 1 } },
      },
    ]);
  });

  it('the lines around it, where they come with the report', () => {
    const [location] = resultOf(documentOf([finding], true)).locations ?? [];
    expect(location?.physicalLocation?.contextRegion).toEqual({
      startLine: 1,
      endLine: 3,
      snippet: { text: source.trimEnd() },
    });
    // The lines say it all: nothing has to be said beside them.
    expect(location).not.toHaveProperty('properties');
  });

  it('no place in a file for what concerns all of it', () => {
    const whole = { ...finding, span: wholeFileSpan };
    expect(resultOf(documentOf([whole])).locations?.[0]?.physicalLocation?.region).toBeUndefined();
  });
});

test('fingerprints stay where lines move, and tell findings alike apart', () => {
  const prints = (findings: Finding[]): unknown[] =>
    runOf(documentOf(findings)).results?.map((it) => it.partialFingerprints?.['scrutineer/v1']) ??
    [];
  const moved = { ...finding, span: { ...span, offset: 90, endOffset: 91, line: 9, endLine: 9 } };
  const other = { ...finding, message: 'Another.' };
  const [first] = prints([finding]);
  expect(prints([moved])).toEqual([first]);
  const all = prints([finding, moved, other]);
  expect(new Set(all).size).toBe(3);
  expect(all[0]).toBe(first);
  expect(first).toMatch(/^[0-9a-f]{16}:1$/);
});

test('a large report comes in pieces', () => {
  const pieces = [...writeSarif(documentOf(Array.from({ length: 1000 }, () => finding)))];
  expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(10_000);
});
