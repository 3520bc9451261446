import { expect, it } from 'vitest';
import { csvOf } from './csv';

it('quotes what would be read otherwise, and nothing else', () => {
  const rows = [
    ['speed', 'weather'],
    ['-1.5', 'dry'],
    ['1,5', 'a "b"'],
    [' 2', 'two\nlines'],
  ];
  expect(csvOf(rows)).toBe('speed,weather\r\n-1.5,dry\r\n"1,5","a ""b"""\r\n" 2","two\nlines"\r\n');
});

it('leaves nothing that a spreadsheet would carry out', () => {
  const cells = ['=1+1', '+1+1', '-1+1', '@SUM(A1)', '\t=1', '\r=1', '=HYPERLINK("x","y")', '＝1'];
  for (const one of cells) expect(csvOf([[one]]).replace(/^"/, '')).toMatch(/^'/);
});

it.each(['-1.5', '+2', '-.5', '1e-3', '-2E+10'])('leaves %s a number', (one) => {
  expect(csvOf([[one]])).toBe(`${one}\r\n`);
});
