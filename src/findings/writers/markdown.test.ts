import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bareReport } from '../report';
import { reportDocument } from '../reportDocument';
import { hostileReport, hostileText, plainReport, plainSpan } from '../testing/reports';
import { writeMarkdown } from './markdown';
import { codeSpan, inlineText } from './markdownText';

const tool = { name: 'Scrutineer', version: '1' };
const codeSpans = /(?<!`)(`+)(?!`)(.*?)(?<!`)\1(?!`)/g;

/** The text of code spans, as CommonMark 0.31 (section 6.1) reads them. */
function codeIn(line: string): string[] {
  return [...line.matchAll(codeSpans)].map(([, , code = '']) =>
    /^ .* $/.test(code) && code.trim() !== '' ? code.slice(1, -1) : code,
  );
}

describe('texts', () => {
  test.each([
    ['`A` lacks `b c`.', '`A` lacks `b c`.'],
    ['ask @alice about #12, or GH-12', 'ask `@alice` about `#12,` or `GH-12`'],
    ['see https://example.com/a', 'see `https://example.com/a`'],
    ['a<b> *c* _d_ [e](f)', '`a<b>` `*c*` `_d_` `[e](f)`'],
    ['odd ` one', 'odd `` ` `` one'],
    ['a_b`c`', '`a_b` `c`'],
    ['two\nlines', 'two lines'],
    ['commit 0123abc', 'commit `0123abc`'],
  ])('%j is written as %j', (text, written) => {
    expect(inlineText(text)).toBe(written);
  });

  test('come back from a code span', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '`', ' ', '\\', '|', '<') }), (text) => {
        fc.pre(text !== '');
        expect(codeIn(codeSpan(text))).toEqual([text.replace(/\s+/g, ' ')]);
      }),
    );
  });

  test('leave nothing outside of code that means anything', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const outside = inlineText(text).replace(codeSpans, '');
        expect(outside).not.toMatch(/[`<>[\]*_#@~|\\&$!\n]|:\/\/|www\./);
      }),
    );
  });
});

describe('a report for a ticket', () => {
  test('tells what is wrong, the worst file first', () => {
    const line = { number: 2, text: '\t<A b="c"/>', cutBefore: false, cutAfter: false };
    const report = reportDocument(
      tool,
      [
        plainReport('a-warning.xosc', [{ severity: 'warning', message: 'Odd.' }]),
        plainReport('in/bad.xosc', [
          {
            message: 'Expected `d`.',
            element: '/A/B[2]',
            help: 'Did you mean `d`?',
            related: [{ path: 'in/other.xosc', span: plainSpan, message: 'Declared here.' }],
          },
        ]),
        plainReport('good.xosc', []),
        { ...bareReport('huge.xosc', 'invalid', []), omitted: 2000 },
      ],
      [],
      (path) => (path === 'in/bad.xosc' ? [{ ...line, mark: { from: 1, to: 3 } }] : null),
    );
    expect([...writeMarkdown(report)].join('')).toMatchInlineSnapshot(`
      "## 2 of 4 invalid

      1 error, 1 warning · Scrutineer 1

      ### \`huge.xosc\`: invalid

      No findings

      - 2,000 further findings counted, but not kept

      ### \`in/bad.xosc\`: invalid

      1 error · 1.2 · scenario

      - **error**, line 2, column 3: Expected \`d\`.

        \`\`\`
        2 |     <A b="c"/>
          |     ^^
        \`\`\`

        - Help: Did you mean \`d\`?
        - See \`in/other.xosc\`, line 2, column 3: Declared here.
        - Rule: \`invalid-value\` of \`asam.net:xosc:1.0.0:xml.valid_schema\`, in \`/A/B[2]\`

      ### \`a-warning.xosc\`: valid

      1 warning · 1.2 · scenario

      - **warning**, line 2, column 3: Odd.
        - Rule: \`invalid-value\` of \`asam.net:xosc:1.0.0:xml.valid_schema\`

      ### No findings in 1 file

      - \`good.xosc\`: valid
      "
    `);
  });

  test('on one file begins with its name', () => {
    const text = [...writeMarkdown(reportDocument(tool, [plainReport('a|b.xosc', [])], []))].join(
      '',
    );
    expect(text).toBe('## `a|b.xosc`: valid\n\nNo findings · 1.2 · scenario · Scrutineer 1\n');
  });

  test('folds what is of one kind, and counts what has no room', () => {
    const many = Array.from({ length: 3000 }, (_, at) => ({ code: `code-${at % 400}` }));
    const files = Array.from({ length: 50 }, (_, at) => plainReport(`file-${at}.xosc`, many));
    const clean = Array.from({ length: 5000 }, (_, at) => plainReport(`good-${at}.xosc`, []));
    const text = [...writeMarkdown(reportDocument(tool, [...files, ...clean], []))].join('');
    expect(text.length).toBeLessThanOrEqual(60_000);
    expect(text.match(/^- 2,9\d\d more findings in this file$/gm)?.length).toBeGreaterThan(30);
    expect(text).toMatch(/_\d+,000 more findings in \d+ files: there is no room for them here\._/);
    expect(text).toMatch(/- … and [45],\d\d\d more\n$/);
    const few = Array.from({ length: 57 }, () => ({ message: 'Same.' }));
    expect([...writeMarkdown(reportDocument(tool, [plainReport('a', few)], []))].join('')).toMatch(
      /- \*\*error\*\* 37 more of `invalid-value`\n$/,
    );
  });

  test('is of lines of the forms that are meant, whatever the texts are', () => {
    const forms =
      /^(?:#{2,3} .*|- \*\*(?:critical|error|warning|note)\*\*(?:, line \d+, column \d+: .*| [\d,]+ more of C|: .*)| {2}- (?:Help: |See |Rule: ).*|- .*|_.* more findings? in .* room for them here\._|[^#*_<>[\]`~|\\&$]*|)$/;
    fc.assert(
      fc.property(hostileReport, (report) => {
        const text = [...writeMarkdown(report)].join('');
        const lines = text.replace(/^ {2}(`{3,})\n[\s\S]*?^ {2}\1\n/gm, '').split('\n');
        for (const line of lines) {
          const outside = line.replace(codeSpans, 'C');
          expect(outside).toMatch(forms);
          expect(outside).not.toMatch(/[`<>[\]@~|\\&$]/);
        }
      }),
    );
  });
});
