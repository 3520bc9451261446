import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mutated } from '../testing/fuzz';
import { allLines, anyDocument, written } from '../testing/documents';
import { writeSarif } from '../writers/sarif';
import { writeXqar } from '../writers/xqar';
import type { Finding } from '../finding';
import type { ReadContext, ReadResult } from './reader';
import type { RuleInfo } from '../../rules/rule';
import { mostFindings, mostParts, mostText } from './limits';
import { readSarif } from './sarif';

const context: ReadContext = { tokenizer: () => Promise.reject(new Error('Not needed')) };

function bytesOf(value: unknown): Uint8Array {
  return new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));
}

type Read = Extract<ReadResult, { document: unknown }>;

/** What is read of a log with some runs. */
async function readRuns(...runs: object[]): Promise<Read> {
  const read = await readSarif(bytesOf({ version: '2.1.0', runs }), context);
  if (!('document' in read)) throw new Error(read.problem);
  return read;
}

function findingsOf({ document }: Read): Finding[] {
  return document.files.flatMap(({ findings }) => findings);
}

const driver = { name: 'Tool' };

/** Many reports, made and read: more than a slow machine does in the usual time. */
const patient = { timeout: 60_000 };

describe('what was written', patient, () => {
  it('comes back whole', async () => {
    await fc.assert(
      fc.asyncProperty(anyDocument({ excerpts: true }), async (document) => {
        const read = await readSarif(written(writeSarif(document)), context);
        if (!('document' in read)) throw new Error(read.problem);
        expect(read.remarks).toEqual([]);
        expect({ ...read.document, excerpts: null }).toEqual({ ...document, excerpts: null });
        expect(allLines(read.document)).toEqual(allLines(document));
      }),
    );
  });

  it('is written the same again', async () => {
    await fc.assert(
      fc.asyncProperty(anyDocument({ excerpts: true }), async (document) => {
        const bytes = written(writeSarif(document));
        const read = await readSarif(bytes, context);
        if (!('document' in read)) throw new Error(read.problem);
        expect(written(writeSarif(read.document))).toEqual(bytes);
      }),
      { numRuns: 30 },
    );
  });
});

describe('a log of another tool', () => {
  it('as a linter writes it', async () => {
    const read = await readRuns({
      tool: {
        driver: {
          name: 'ESLint',
          semanticVersion: '9.1.0',
          rules: [
            {
              id: 'no-unused-vars',
              shortDescription: { text: 'disallow unused variables' },
              helpUri: 'https://eslint.org/docs/latest/rules/no-unused-vars',
            },
          ],
        },
      },
      artifacts: [{ location: { uri: 'file:///home/me/a%20b.js' } }],
      results: [
        {
          level: 'error',
          message: { text: "'x' is assigned a value but never used." },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: 'file:///home/me/a%20b.js', index: 0 },
                region: { startLine: 3, startColumn: 7, endColumn: 8 },
              },
            },
          ],
          ruleId: 'no-unused-vars',
          ruleIndex: 0,
        },
        {
          level: 'warning',
          message: { text: 'Earlier.' },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: 'file:///home/me/a%20b.js' },
                region: { startLine: 2 },
              },
            },
          ],
        },
      ],
    });
    expect(read.remarks).toEqual([]);
    expect(read.document.tool).toEqual({ name: 'ESLint', version: '9.1.0' });
    const [file] = read.document.files;
    expect(file).toMatchObject({ path: '/home/me/a b.js', verdict: 'invalid', format: null });
    expect(file?.counts).toEqual({ critical: 0, error: 1, warning: 1, info: 0 });
    const [earlier, unused] = file?.findings ?? [];
    expect(earlier).toMatchObject({ rule: 'unknown', severity: 'warning', message: 'Earlier.' });
    expect(unused).toEqual({
      rule: 'no-unused-vars',
      code: 'no-unused-vars',
      level: 'structure',
      severity: 'error',
      message: "'x' is assigned a value but never used.",
      path: '/home/me/a b.js',
      span: { offset: 0, endOffset: 0, line: 3, column: 7, endLine: 3, endColumn: 8 },
    });
    expect(read.document.rules).toEqual([
      {
        id: 'no-unused-vars',
        level: 'structure',
        severity: 'warning',
        since: '',
        meaning: 'disallow unused variables',
        explanation: {
          asks: 'disallow unused variables',
          source: 'https://eslint.org/docs/latest/rules/no-unused-vars',
        },
      },
    ]);
  });

  it('as CodeQL writes it: rules of extensions, levels of rules, links in messages', async () => {
    const region = { startLine: 9, startColumn: 5, endColumn: 12 };
    const at = (uri: string): object => ({
      physicalLocation: { artifactLocation: { uri }, region },
    });
    const read = await readRuns({
      tool: {
        driver: { name: 'CodeQL', semanticVersion: '2.16.0' },
        extensions: [
          { name: 'other', rules: [] },
          {
            name: 'codeql/javascript-queries',
            rules: [
              {
                id: 'js/xss',
                fullDescription: { text: 'Writing user input to a page is dangerous.' },
                defaultConfiguration: { level: 'error' },
              },
            ],
          },
        ],
      },
      results: [
        {
          ruleId: 'js/xss',
          rule: { id: 'js/xss', index: 0, toolComponent: { index: 1 } },
          message: { text: 'This depends on [a value](1) and [x](https://example.org).' },
          locations: [at('src/a.js')],
          relatedLocations: [{ id: 1, message: { text: 'a value' }, ...at('src/b.js') }],
        },
      ],
    });
    expect(findingsOf(read)).toEqual([
      {
        rule: 'js/xss',
        code: 'xss',
        level: 'structure',
        severity: 'error',
        message: 'This depends on a value and [x](https://example.org).',
        path: 'src/a.js',
        span: { offset: 0, endOffset: 0, line: 9, column: 5, endLine: 9, endColumn: 12 },
        related: [
          {
            path: 'src/b.js',
            span: { offset: 0, endOffset: 0, line: 9, column: 5, endLine: 9, endColumn: 12 },
            message: 'a value',
          },
        ],
      },
    ]);
    expect(read.document.rules[0]?.explanation.asks).toBe(
      'Writing user input to a page is dangerous.',
    );
  });

  it('puts arguments into messages that a rule holds', async () => {
    const rules = [{ id: 'r', messageStrings: { default: { text: '{0} is not {1}{2}' } } }];
    const message = { id: 'default', arguments: ['a', 'b'] };
    const read = await readRuns({
      tool: { driver: { ...driver, rules } },
      results: [{ ruleIndex: 0, message }],
    });
    expect(findingsOf(read)).toMatchObject([
      { rule: 'r', message: 'a is not b{2}', path: '(not named)' },
    ]);
  });

  it('leaves out what is no problem, and says so', async () => {
    const message = { text: 'm' };
    const read = await readRuns({
      tool: { driver },
      results: [
        { message, kind: 'pass' },
        { message, suppressions: [{ kind: 'inSource' }] },
        { message, suppressions: [{ kind: 'external', status: 'rejected' }] },
        { message, baselineState: 'absent' },
        { message, kind: 'review' },
        { message, level: 'none' },
      ],
    });
    expect(findingsOf(read).map(({ severity }) => severity)).toEqual(['warning', 'info', 'info']);
    expect(read.remarks).toEqual([
      'Results of checks that passed are left out: 1.',
      'Results that were suppressed are left out: 1.',
      'Results that are no longer there are left out: 1.',
    ]);
  });

  it('takes several runs together, and names their tools', async () => {
    const results = [{ message: { text: 'm' } }];
    const run = (name: string): object => ({ tool: { driver: { name } }, results });
    const read = await readRuns(run('A'), run('B'), run('B'));
    expect(read.document.tool.name).toBe('A');
    expect(findingsOf(read)).toHaveLength(3);
    expect(read.remarks).toEqual(['The report holds results of other tools too: B.']);
  });

  it('says that columns may be other columns', async () => {
    const read = await readRuns({ tool: { driver }, columnKind: 'unicodeCodePoints', results: [] });
    expect(read.remarks).toHaveLength(1);
  });

  it('takes what is known of a rule here, by its alias too', async () => {
    const rule: RuleInfo = {
      id: 'own:1',
      aliases: ['theirs:1'],
      level: 'project',
      severity: 'warning',
      since: '1',
      meaning: 'm',
      explanation: { asks: 'a', source: 's' },
    };
    const log = {
      version: '2.1.0',
      runs: [{ tool: { driver }, results: [{ ruleId: 'theirs:1' }] }],
    };
    const read = await readSarif(bytesOf(log), { ...context, rules: [rule] });
    if (!('document' in read)) throw new Error(read.problem);
    expect(findingsOf({ ...read })[0]).toMatchObject({ rule: 'theirs:1', level: 'project' });
    expect(read.document.rules).toEqual([{ ...rule, id: 'theirs:1' }]);
  });

  it('is read in UTF-16, too', async () => {
    const text = '\uFEFF{"version":"2.1.0","runs":[]}';
    const bytes = new Uint8Array(Uint16Array.from(text, (unit) => unit.charCodeAt(0)).buffer);
    expect(await readSarif(bytes, context)).toMatchObject({ document: { files: [] } });
  });
});

describe('what is hostile', patient, () => {
  it.each([
    ['not JSON', '{"runs":[', 'The report is no JSON, or it was cut off.'],
    ['without runs', '{"version":"2.1.0"}', 'The file has no runs, as every SARIF log does.'],
    ['not an object', '[1]', 'The file has no runs, as every SARIF log does.'],
  ])('%s', async (_, text, problem) => {
    expect(await readSarif(bytesOf(text), context)).toEqual({ problem });
  });

  it('keeps texts and lists in bounds', async () => {
    const region = { startLine: 1 };
    const place = { physicalLocation: { artifactLocation: { uri: 'a' }, region } };
    const read = await readRuns({
      tool: { driver },
      results: [
        {
          message: { text: 'm'.repeat(mostText * 2) },
          locations: [place],
          relatedLocations: Array.from({ length: mostParts * 2 }, () => place),
        },
      ],
    });
    const [finding] = findingsOf(read);
    expect(finding?.message).toHaveLength(mostText);
    expect(finding?.related).toHaveLength(mostParts);
  });

  it('counts findings that are too many', async () => {
    const results = Array.from({ length: mostFindings + 5 }, () => ({ level: 'error' }));
    const read = await readRuns({ tool: { driver }, results });
    expect(findingsOf(read)).toHaveLength(mostFindings);
    expect(read.document.files[0]).toMatchObject({
      omitted: 5,
      counts: { error: mostFindings + 5 },
    });
    expect(read.remarks).toHaveLength(1);
  });

  it('finds the rules of results without an index, however many, and bears long ids', async () => {
    const rules = Array.from({ length: 20_000 }, (_, at) => ({ id: `r${at}` }));
    const results = rules.map(({ id }) => ({ ruleId: id, message: { text: '['.repeat(100) } }));
    const long = { ruleId: `${'a_'.repeat(mostText)}:`, message: { text: 'm' } };
    const read = await readRuns({
      tool: { driver: { ...driver, rules } },
      results: [...results, ...Array.from({ length: 100 }, () => long)],
    });
    expect(findingsOf(read)).toHaveLength(20_100);
    expect([...writeXqar(read.document)].length).toBeGreaterThan(0);
  });

  it('does not believe in properties that every object has', async () => {
    const read = await readRuns({ tool: { driver }, results: [{ ruleId: '__proto__', rule: [] }] });
    expect(findingsOf(read)[0]?.rule).toBe('__proto__');
    expect(read.document.rules).toEqual([]);
  });

  it('never throws, whatever any JSON says', async () => {
    const run = fc.record({
      tool: fc.anything(),
      results: fc.anything(),
      artifacts: fc.anything(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(run), async (runs) => {
        expect(await readSarif(bytesOf({ runs }), context)).toHaveProperty('document');
      }),
    );
  });

  it('never throws, whatever became of a good log', async () => {
    const [sample] = fc.sample(anyDocument({ excerpts: true }), { numRuns: 1, seed: 5 });
    if (!sample) throw new Error('There is no sample');
    await fc.assert(
      fc.asyncProperty(mutated(written(writeSarif(sample))), async (bytes) => {
        const read = await readSarif(bytes, context);
        if ('document' in read) expect([...writeSarif(read.document)].length).toBeGreaterThan(0);
        else expect(read.problem).not.toBe('');
      }),
      { numRuns: 300 },
    );
  });
});
