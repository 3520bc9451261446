import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reportDocument } from '../reportDocument';
import { hostileReport, plainReport, plainSpan } from '../testing/reports';
import { writeCsv } from './csv';

const tool = { name: 'Scrutineer', version: '1' };

/** Reads comma-separated values as RFC 4180 has them. */
function parse(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const cells = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  for (let at = cells.exec(text); at !== null; at = cells.exec(text)) {
    row.push(at[1]?.replaceAll('""', '"') ?? at[2] ?? '');
    if (at[3] === ',') continue;
    rows.push(row);
    row = [];
    if (cells.lastIndex === text.length) return rows;
  }
  throw new Error('These are no comma-separated values.');
}

describe('the table of findings', () => {
  test('has a row for each finding, and one for each file without any', () => {
    const files = [
      plainReport('a.xosc', [
        { element: '/A/B[2]', help: 'Did you mean “1, 2”?' },
        {
          severity: 'warning',
          related: [{ path: 'b.xosc', span: { ...plainSpan, line: 7 }, message: 'declared here' }],
        },
      ]),
      { ...plainReport('empty.xosc', []), omitted: 0 },
    ];
    const text = [...writeCsv(reportDocument(tool, files, []))].join('');
    expect(text.charCodeAt(0)).toBe(0xfeff);
    expect(text.slice(1)).toMatchInlineSnapshot(`
      "path,verdict,version,kind,size,severity,level,rule,code,line,column,end_line,end_column,element,message,help,related,omitted
      a.xosc,invalid,1.2,scenario,4321,error,structure,asam.net:xosc:1.0.0:xml.valid_schema,invalid-value,2,3,2,7,/A/B[2],The value is wrong.,"Did you mean “1, 2”?",,0
      a.xosc,invalid,1.2,scenario,4321,warning,structure,asam.net:xosc:1.0.0:xml.valid_schema,invalid-value,2,3,2,7,,The value is wrong.,,b.xosc:7:3: declared here,0
      empty.xosc,valid,1.2,scenario,4321,,,,,,,,,,,,,0
      "
    `);
  });

  test('parses back, whatever the texts are', () => {
    fc.assert(
      fc.property(hostileReport, (report) => {
        const [header, ...rows] = parse([...writeCsv(report)].join('').slice(1));
        const of = (row: string[], name: string): string | undefined =>
          row[header?.indexOf(name) ?? -1];
        const expected = report.files.flatMap(({ path, findings }) =>
          findings.length === 0 ? [[path, '']] : findings.map(({ message }) => [path, message]),
        );
        expect(rows.every(({ length }) => length === header?.length)).toBe(true);
        const plain = (text: string | undefined): string => text?.replace(/^'/, '') ?? '';
        expect(rows.map((row) => [plain(of(row, 'path')), plain(of(row, 'message'))])).toEqual(
          expected.map((pair) => pair.map(plain)),
        );
        for (const row of rows) {
          for (const cell of row) expect(cell).not.toMatch(/^[=@\t\r＝＋－＠]/);
        }
      }),
    );
  });
});
