import fc from 'fast-check';
import { generalRules } from '../../rules/listGeneral';
import type { ExcerptLine } from '../excerpt';
import type { Finding, RelatedPlace, Span } from '../finding';
import { concernsWholeFile, levels, severities, wholeFileSpan } from '../finding';
import type { FileReport } from '../report';
import { countFindings } from '../report';
import type { ReportDocument } from '../reportDocument';
import { reportDocument } from '../reportDocument';
import type { ExcerptOf } from '../text';

/*
 * Reports for the tests of what writes and reads them: small ones, with everything in them that a
 * report can have, in words from all over Unicode.
 */

function isSurrogate(point: number): boolean {
  return point >= 0xd800 && point <= 0xdfff;
}

/** Characters that XML 1.0 can hold, so that every form can; markup and line ends are frequent. */
const character = fc.oneof(
  fc.constantFrom(...Array.from('<>&"\'\t\n\r{}[]()|`\\,;= ')),
  fc.constantFrom(...Array.from('aZ9é€漢😀\u0085\u2028')),
  fc
    .integer({ min: 0x20, max: 0x10ffff })
    .map((point) => (isSurrogate(point) ? '?' : String.fromCodePoint(point))),
);

export const someText = fc
  .array(character, { maxLength: 12 })
  .map((characters) => characters.join('').replace(notXml, ''));

// eslint-disable-next-line no-control-regex -- these are what it is about
const notXml = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

const path = fc
  .array(fc.oneof(fc.constantFrom('a', 'b c', 'x.xml', '..', 'ü#?%20'), someText), {
    minLength: 1,
    maxLength: 3,
  })
  .map((parts) => parts.join('/'));

const rule = fc.oneof(
  fc.constantFrom(...generalRules.map(({ id }) => id)),
  fc.constantFrom('asam.net:x:1.0.0:xml.valid_schema', 'js/unused', 'CA1000'),
  someText.filter((text) => text !== ''),
);

/** A place of at least one byte, on one or several lines. */
const span: fc.Arbitrary<Span> = fc
  .record({
    offset: fc.nat(1e6),
    length: fc.integer({ min: 1, max: 1000 }),
    line: fc.integer({ min: 1, max: 1000 }),
    column: fc.integer({ min: 1, max: 20 }),
    lines: fc.nat(2),
    columns: fc.nat(20),
  })
  .map(({ offset, length, line, column, lines, columns }) => ({
    offset,
    endOffset: offset + length,
    line,
    column,
    endLine: line + lines,
    endColumn: lines === 0 ? column + columns : 1 + columns,
  }));

const place = fc.oneof(
  { weight: 5, arbitrary: span },
  { weight: 1, arbitrary: fc.constant({ ...wholeFileSpan }) },
);

function findingIn(of: string): fc.Arbitrary<Finding> {
  const where = fc.oneof({ weight: 6, arbitrary: fc.constant(of) }, { weight: 1, arbitrary: path });
  const related: fc.Arbitrary<RelatedPlace> = fc.record({
    path: where,
    span: place,
    message: someText,
  });
  return fc.record(
    {
      rule,
      code: someText,
      level: fc.constantFrom(...levels),
      severity: fc.constantFrom(...severities),
      message: someText,
      help: someText,
      path: where,
      span: place,
      element: fc.constantFrom('/A', '/A/B[2]', '/Ä/x:y'),
      related: fc.array(related, { minLength: 1, maxLength: 3 }),
      fix: fc.array(fc.record({ span, text: someText }), { minLength: 1, maxLength: 2 }),
    },
    { requiredKeys: ['rule', 'code', 'level', 'severity', 'message', 'path', 'span'] },
  );
}

const file: fc.Arbitrary<FileReport> = path.chain((of) =>
  fc
    .record({
      findings: fc.array(findingIn(of), { maxLength: 4 }),
      format: fc.option(someText),
      version: fc.option(someText),
      kind: fc.option(someText),
      verdict: fc.constantFrom(
        'valid' as const,
        'invalid' as const,
        'malformed' as const,
        'unsupported' as const,
      ),
      omitted: fc.nat(3),
      size: fc.nat(1e9),
      elements: fc.nat(1e6),
      hash: fc.option(
        fc.string({
          unit: fc.constantFrom(...Array.from('0123456789abcdef')),
          minLength: 64,
          maxLength: 64,
        }),
      ),
    })
    .map(({ hash, ...facts }) => {
      const counts = countFindings(facts.findings);
      counts.warning += facts.omitted;
      return { path: of, ...facts, counts, ms: 0, ...(hash === null ? {} : { hash }) };
    }),
);

/** Lines for some places, and none for the others; the same whenever they are asked for. */
function excerptsFor(files: readonly FileReport[]): ExcerptOf {
  const lines = new Map<string, ExcerptLine[]>();
  for (const { findings } of files) {
    for (const { path, span, related = [], message } of findings) {
      for (const it of [{ path, span }, ...related]) {
        if (concernsWholeFile(it.span) || it.span.offset % 3 === 0) continue;
        lines.set(keyOf(it.path, it.span), linesAt(it.span, message));
      }
    }
  }
  return (path, span) => lines.get(keyOf(path, span)) ?? null;
}

function linesAt({ line, offset }: Span, text: string): ExcerptLine[] {
  const cut = offset % 2 === 0;
  const words = text.replace(/[\r\n]/g, ' ');
  return [0, 1].map((index) => ({
    number: line + index,
    text: words,
    cutBefore: cut,
    cutAfter: false,
    mark: index === 0 ? { from: 0, to: Math.min(2, words.length) } : null,
  }));
}

function keyOf(
  path: string,
  { offset, endOffset, line, column, endLine, endColumn }: Span,
): string {
  return JSON.stringify([path, offset, endOffset, line, column, endLine, endColumn]);
}

/** Any report; `excerpts` says whether source lines may come with it. */
export function anyDocument({ excerpts }: { excerpts: boolean }): fc.Arbitrary<ReportDocument> {
  return fc
    .record({
      tool: fc.record({ name: someText.filter((text) => text !== ''), version: someText }),
      files: fc.array(file, { minLength: 1, maxLength: 3 }),
      excerpts: fc.boolean(),
    })
    .map((made) => {
      const lines = excerpts && made.excerpts ? excerptsFor(made.files) : null;
      return reportDocument(made.tool, made.files, generalRules, lines);
    });
}

/** The lines of every place of a report, in order: what its excerpts come to. */
export function allLines({ files, excerpts }: ReportDocument): (ExcerptLine[] | null)[] {
  return files.flatMap(({ findings }) =>
    findings.flatMap(({ path, span, related = [] }) =>
      [{ path, span }, ...related].map((it) =>
        concernsWholeFile(it.span) ? null : (excerpts?.(it.path, it.span) ?? null),
      ),
    ),
  );
}

/** What a writer makes of a report, as bytes. */
export function written(pieces: Iterable<string>): Uint8Array {
  return new TextEncoder().encode([...pieces].join(''));
}
