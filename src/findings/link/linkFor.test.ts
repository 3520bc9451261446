import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { report as anyReport } from '../../../workers/testing/arbitraries';
import type { ExcerptLine } from '../excerpt';
import type { Finding } from '../finding';
import { grouped } from '../grouped';
import { bareReport, type FileReport } from '../report';
import { reportDocument, type ReportDocument } from '../reportDocument';
import { decodeLink } from './decodeLink';
import { linkBudgets, type LinkWish, type OpenedLink } from './link';
import { linkFor } from './linkFor';
import type { LinkTables } from './tables';
import { reportDocuments } from './testing/reports';

const tool = { name: 'Scrutineer', version: '0.1.0' };
const wish: LinkWish = {
  base: 'https://example.org/check/',
  budget: 8000,
  excerpts: false,
  folders: true,
};
const { signal } = new AbortController();

const someTables: LinkTables = {
  number: 7,
  format: 'some',
  rules: ['some:1.0.0:set.first', 'some:1.0.0:set.second'],
  codes: ['first-code'],
  dictionary: 'Something is wrong with the attribute',
};

function finding(line: number, more: Partial<Finding> = {}): Finding {
  return {
    rule: 'some:1.0.0:set.second',
    code: 'first-code',
    level: 'structure',
    severity: 'error',
    message: `Something is wrong with the attribute \`a${line}\`.`,
    path: 'a.xml',
    span: {
      offset: line * 40,
      endOffset: line * 40 + 5,
      line,
      column: 3,
      endLine: line,
      endColumn: 8,
    },
    ...more,
  };
}

function fileOf(findings: Finding[], path = 'a.xml'): FileReport {
  const own = findings.map((one) => ({ ...one, path }));
  return { ...bareReport(path, 'invalid', own), format: 'some', version: '1.2', kind: 'thing' };
}

function opened(url: string, tables: readonly LinkTables[] = [someTables]): OpenedLink {
  const link = decodeLink(url.slice(url.indexOf('#')), tables);
  if (link === null || 'problem' in link) throw new Error(link?.message ?? 'No link');
  return link;
}

test('a report that fits comes out as it went in', async () => {
  await fc.assert(
    fc.asyncProperty(reportDocuments, async (report) => {
      const { url, kept, total } = await linkFor(report, wish, [someTables], signal);
      const link = opened(url);
      fc.pre(kept.findings === total.findings - omittedIn(report) && kept.fixes === total.fixes);
      const byPath = new Map(link.report.files.map((file) => [file.path, file]));
      expect(link.report.tool).toEqual(report.tool);
      expect(byPath.size).toBe(report.files.length);
      for (const file of report.files) expect(byPath.get(file.path)).toEqual(file);
    }),
    { numRuns: 40 },
  );
});

function omittedIn({ files }: ReportDocument): number {
  return files.reduce((sum, { omitted }) => sum + omitted, 0);
}

const excerpts = fc.array(
  fc.record({
    number: fc.integer(),
    text: fc.string({ unit: 'binary', maxLength: 400 }),
    cutBefore: fc.boolean(),
    cutAfter: fc.boolean(),
    mark: fc.option(fc.record({ from: fc.integer(), to: fc.integer() })),
  }),
  { maxLength: 5 },
);

test('whatever a report holds, its link keeps to the budget and opens', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyReport, { maxLength: 4 }),
      excerpts,
      fc.constantFrom(...linkBudgets),
      fc.boolean(),
      async (files, lines, budget, folders) => {
        const report = reportDocument(tool, files, [], () => lines);
        const wanted = { ...wish, budget, folders, excerpts: true };
        const { url, kept, total } = await linkFor(report, wanted, [someTables], signal);
        expect(url.length).toBeLessThanOrEqual(budget);
        expect(url).toMatch(/^https:\/\/example\.org\/check\/#r1\.\d+\.[\w-]{6}\.[\w-]*[\w-]$/);
        const link = opened(url);
        const told = link.report.files.flatMap(({ findings }) => findings);
        expect(told).toHaveLength(kept.findings);
        expect(link.report.files).toHaveLength(kept.files);
        expect(told.filter(({ help }) => help !== undefined)).toHaveLength(kept.help);
        for (const part of ['files', 'findings', 'help', 'related', 'fixes'] as const) {
          expect(kept[part]).toBeLessThanOrEqual(total[part]);
        }
      },
    ),
    { numRuns: 40 },
  );
});

test('of too many findings it tells the worst, and how many there are', async () => {
  const findings = Array.from({ length: 5000 }, (_, at) =>
    finding(at + 1, { severity: at % 100 === 99 ? 'critical' : at % 2 ? 'warning' : 'error' }),
  );
  const report = reportDocument(tool, [{ ...fileOf(findings), omitted: 0 }], []);
  for (const budget of linkBudgets) {
    const { url, kept, total } = await linkFor(report, { ...wish, budget }, [someTables], signal);
    expect(url.length).toBeLessThanOrEqual(budget);
    expect(url.length).toBeGreaterThan(budget - 60);
    expect(total.findings).toBe(5000);
    const link = opened(url);
    const [file] = link.report.files;
    expect(file?.counts).toEqual({ critical: 50, error: 2500, warning: 2450, info: 0 });
    expect(file?.omitted).toBe(5000 - kept.findings);
    const severities = new Set(file?.findings.map(({ severity }) => severity));
    expect(severities.has('critical')).toBe(true);
    expect(severities.has('warning')).toBe(false);
    expect(link.remarks).toEqual([
      `The link tells of ${grouped(kept.findings)} of 5,000 findings, the worst first.`,
    ]);
  }
});

test('of too many files it tells those with the worst findings', async () => {
  const files = Array.from({ length: 2000 }, (_, at) => ({
    ...fileOf(at % 500 === 250 ? [finding(1)] : [], `folder/number-${at}.xml`),
    hash: createHash('sha256').update(String(at)).digest('hex'),
  }));
  const { url, kept } = await linkFor(reportDocument(tool, files, []), wish, [], signal);
  expect(kept.findings).toBe(4);
  expect(kept.files).toBeLessThan(2000);
  const paths = opened(url).report.files.map(({ path }) => path);
  for (const at of [250, 750, 1250, 1750]) expect(paths).toContain(`folder/number-${at}.xml`);
});

test('help goes before other parts; where room is short, some findings stay without', async () => {
  const noise = (at: number): string =>
    [1, 2, 3, 4].map((part) => (Math.sin(9 * at + part) * 1e16).toString(36)).join('');
  const findings = Array.from({ length: 20 }, (_, at) =>
    finding(at + 1, { help: noise(at), element: noise(at + 100) }),
  );
  const report = reportDocument(tool, [fileOf(findings)], []);
  const short = await linkFor(report, { ...wish, budget: 1900 }, [someTables], signal);
  const long = await linkFor(report, { ...wish, budget: 4000 }, [someTables], signal);
  expect(long.kept).toEqual(long.total);
  expect(short.kept.findings).toBe(20);
  expect(short.kept.help).toBe(20);
  expect(short.kept.elements).toBeLessThan(20);
  expect(opened(short.url).remarks).toEqual([
    'To keep the link short, some findings came without paths of elements.',
  ]);
});

const source = [1, 2, 3, 4, 5].map((number): ExcerptLine => {
  return {
    number,
    text: `  <line number="${number}"/>`,
    cutBefore: false,
    cutAfter: false,
    mark: number === 4 ? { from: 2, to: 7 } : null,
  };
});

test('source lines go along only where they are wished for: three, around the marked one', async () => {
  const report = reportDocument(tool, [fileOf([finding(4)])], [], () => source);
  const without = await linkFor(report, wish, [], signal);
  expect(without.total.excerpts).toBe(0);
  expect(opened(without.url).report.excerpts).toBeNull();
  const { url, kept } = await linkFor(report, { ...wish, excerpts: true }, [], signal);
  expect(kept.excerpts).toBe(1);
  const link = opened(url).report;
  const { path, span } = link.files[0]?.findings[0] ?? finding(1);
  expect(link.excerpts?.(path, span)).toEqual(source.slice(2));
  expect(link.excerpts?.(path, { ...span, offset: 1 })).toBeNull();
});

test('folders can be left out: of paths, only the names of files go along', async () => {
  const place = { path: 'secret/c.xml', span: finding(1).span, message: 'here' };
  const files = [
    fileOf([finding(1, { related: [place] })], 'secret/a.xml'),
    fileOf([], 'secret/inner/a.xml'),
  ];
  const report = reportDocument(tool, files, []);
  const { url } = await linkFor(report, { ...wish, folders: false }, [], signal);
  const link = opened(url).report;
  expect(link.files.map(({ path }) => path)).toEqual(['a.xml', 'a (2).xml']);
  expect(link.files[0]?.findings[0]).toMatchObject({ path: 'a.xml', related: [{ path: 'c.xml' }] });
  expect(JSON.stringify(link)).not.toContain('secret');
});

test('rules and codes are told by their numbers in the tables', async () => {
  const report = reportDocument(tool, [fileOf([finding(1)])], []);
  const { url } = await linkFor(report, wish, [someTables], signal);
  const later = { ...someTables, rules: ['renamed', 'renamed too', 'new'] };
  expect(opened(url, [later]).report.files[0]?.findings[0]?.rule).toBe('renamed too');
  const plain = await linkFor(report, wish, [], signal);
  expect(plain.url.length).toBeGreaterThan(url.length);
  expect(opened(plain.url, []).report.files[0]?.findings[0]?.rule).toBe('some:1.0.0:set.second');
});

test('a rule that is new to this version keeps its number for a name', async () => {
  const report = reportDocument(tool, [fileOf([finding(1)])], []);
  const { url } = await linkFor(report, wish, [someTables], signal);
  const { report: read, remarks } = opened(url, [{ ...someTables, rules: [] }]);
  expect(read.files[0]?.findings[0]?.rule).toBe('unknown-4');
  expect(remarks).toEqual([
    'A newer version of Scrutineer made the link: some rules that are not known here have numbers for names.',
  ]);
});

test('an address that is too long leaves no room', async () => {
  const base = `https://example.org/${'a/'.repeat(1000)}`;
  const report = reportDocument(tool, [fileOf([finding(1)])], []);
  await expect(linkFor(report, { ...wish, base, budget: 1900 }, [], signal)).rejects.toThrow(
    RangeError,
  );
});

test('it can be called off', async () => {
  const report = reportDocument(tool, [fileOf([finding(1)])], []);
  await expect(linkFor(report, wish, [], AbortSignal.abort('enough'))).rejects.toBe('enough');
});
