import { expect, test } from 'vitest';
import { excerptText } from './excerptRows';

test('marks stand below what they mark, whatever stands before', () => {
  const lines = [
    { number: 9, text: '<A>', cutBefore: false, cutAfter: false, mark: null },
    {
      number: 10,
      text: '\t汉<B/>\u001b',
      cutBefore: true,
      cutAfter: true,
      mark: { from: 2, to: 6 },
    },
    { number: 11, text: '', cutBefore: false, cutAfter: false, mark: { from: 0, to: 0 } },
  ];
  expect(excerptText(lines)).toEqual([
    ' 9 | <A>',
    '10 | …    汉<B/>␛…',
    '   |        ^^^^',
    '11 |',
    '   | ^',
  ]);
});
