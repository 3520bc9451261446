import fc from 'fast-check';
import { XmlDocument } from 'libxml2-wasm';
import { describe, expect, test } from 'vitest';
import { generalRules } from '../../rules/listGeneral';
import { bareReport } from '../report';
import type { ReportDocument } from '../reportDocument';
import { reportDocument } from '../reportDocument';
import { hostileReport, plainReport, plainSpan } from '../testing/reports';
import { writeHtml } from './html';

const tool = { name: 'Scrutineer', version: '1' };

function page(report: ReportDocument): string {
  return [...writeHtml(report)].join('');
}

describe('a report as a page', () => {
  const rule = generalRules[0]?.id ?? '';
  const bad = plainReport('in/bad.xosc', [
    {
      rule,
      message: 'Expected `a` or `b`.',
      element: '/A/B[2]',
      help: 'Did you mean `b`?',
      related: [{ path: 'other.xosc', span: plainSpan, message: 'Declared here.' }],
      fix: [{ span: plainSpan, text: 'b' }],
    },
  ]);
  const good = { ...plainReport('good.xosc', []), hash: 'ab12' };

  test('tells all of a finding, once', () => {
    const line = { number: 2, text: '<A b="c"/>', cutBefore: true, cutAfter: false };
    const text = page(
      reportDocument(tool, [bad, good], generalRules, () => [
        { ...line, mark: { from: 3, to: 8 } },
      ]),
    );
    for (const part of [
      '<title>1 of 2 invalid</title>',
      'Expected <code>a</code> or <code>b</code>.',
      'Did you mean <code>b</code>?',
      'Put <code>b</code> for what stands from line 2, column 3 to line 2, column 7.',
      'Declared here. <span class="where">other.xosc, line 2, column 3</span>',
      '<wbr/>/A<wbr/>/B[2]',
      '<i>…</i>&lt;A <mark>b=&quot;c&quot;</mark>/&gt;',
      '<a href="#rule-1">',
      '<article id="rule-1">',
      '<a href="#file-2"><span class="path"><bdi dir="ltr" class="folder">in/</bdi><bdi dir="ltr">bad.xosc</bdi></span></a>',
    ]) {
      expect(text.split(part), part).toHaveLength(part.startsWith('<i>') ? 3 : 2);
    }
  });

  test('on one file has its facts above, and no table of files', () => {
    const text = page(reportDocument(tool, [good], []));
    expect(text).toContain('<title>Valid – good.xosc</title>');
    expect(text).toContain('<li>SHA-256 <b><span class="hash">ab12</span></b></li>');
    expect(text).toContain(
      '<p class="aside">No error was found, as deep as the file was checked.</p>',
    );
    expect(text).not.toContain('<table>');
  });

  test('says what was counted but not kept', () => {
    const file = { ...bareReport('a', 'invalid', []), omitted: 2000 };
    expect(page(reportDocument(tool, [file, good], []))).toContain(
      '2,000 more findings counted but not kept',
    );
  });

  test('folds away what is long, and loses nothing', () => {
    const many = plainReport(
      'many.xosc',
      Array.from({ length: 450 }, (_, at) => ({ message: `Message ${at}.` })),
    );
    const files = Array.from({ length: 1200 }, (_, at) => plainReport(`f${at}.xosc`, []));
    const text = page(reportDocument(tool, [many, ...files], []));
    expect(text.match(/<details class="more">/g)).toHaveLength(2);
    expect(text.match(/<li class="finding error">/g)).toHaveLength(450);
    expect(text.match(/<th scope="row"/g)).toHaveLength(1201);
    expect(text.match(/Files without findings, [\d,]+ to [\d,]+/g)).toEqual([
      'Files without findings, 1 to 500',
      'Files without findings, 501 to 1,000',
      'Files without findings, 1,001 to 1,200',
    ]);
  });
});

describe('texts of any kind', () => {
  const elements = `html head meta title style body header main footer section
    article div p h1 h2 h3 ul ol li dl dt dd table thead tbody tr th td details summary span b i bdi wbr
    code pre mark a label input figure figcaption`;
  const attributes = `lang charset http-equiv content name class id dir title href
    scope role aria-label type checked open`;
  /** Those whose names are not in a list. */
  const notIn = (names: string): string =>
    `[not(contains(" ${names.replace(/\s+/g, ' ')} ", concat(" ", name(), " ")))]`;

  test('add no element, no attribute and no way out of the page', () => {
    fc.assert(
      fc.property(hostileReport, (report) => {
        using document = XmlDocument.fromString(page(report));
        const strangers = `//*${notIn(elements)} | //@*${notIn(attributes)}`;
        expect(document.find(strangers)).toEqual([]);
        expect(document.find('//@href[not(starts-with(., "#"))]')).toEqual([]);
        const messages = report.files.reduce((sum, { findings }) => sum + findings.length, 0);
        expect(document.find('//li[contains(@class, "finding ")]')).toHaveLength(messages);
      }),
    );
  });

  test('are read as they were written', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('a', '&', 'lt', '<', '>', '"', "'", '\t', ' ', ';', '#'),
        }),
        (message) => {
          using document = XmlDocument.fromString(
            page(reportDocument(tool, [plainReport('a', [{ message }])], [])),
          );
          expect(document.get('//p[@class="message"]/bdi')?.content).toBe(message);
        },
      ),
    );
  });
});
