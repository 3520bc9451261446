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
