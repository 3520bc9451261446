import { expect, test } from 'vitest';
import type { Description } from '../contest/host';
import type { Race } from '../drive/race.mjs';
import { raceTable, table, timeWord } from './table.mjs';

function raceOver(title: string, bytes: number, rows: Race['rows']): Race {
  const document = { id: title, title, series: 'size', bytes, elements: 1, mistaken: false };
  return { place: 'node', document, rows };
}

function contestant(name: string, schema = false): Description {
  return { name, schema, role: 'peer', note: '', mistaken: false };
}

test('speeds stand right-aligned beside how many times as fast they are', () => {
  const races = [
    raceOver('5 MB', 5e6, [
      { name: 'quick', runs: [10, 10, 10] },
      { name: 'libxml2-wasm', runs: [100, null, 100] },
    ]),
    raceOver('7.7 KB', 7700, [
      { name: 'quick', runs: [0.02, 0.02, 0.02] },
      { name: 'libxml2-wasm', failed: 'too small' },
    ]),
  ];
  const contestants = [contestant('quick'), contestant('libxml2-wasm'), contestant('elsewhere')];
  expect(raceTable(races, contestants).split('\n')).toEqual([
    '                           5 MB                7.7 KB',
    'quick           500 ± 0%  10.0×   20.0 µs ± 0%',
    'libxml2-wasm   50.0 ± 0%   1.0×                failed',
    'libxml2-wasm, 7.7 KB: too small',
  ]);
});

test('what checks a schema is compared with what checks one, too', () => {
  const race = raceOver('5 MB', 5e6, [
    { name: 'quick', runs: [10] },
    { name: 'libxml2-wasm', runs: [20] },
    { name: 'libxml2-wasm with XSD', runs: [40] },
  ]);
  expect(raceTable([race], [contestant('quick', true)])).toContain('4.0×');
});

test('columns are as wide as their widest cell', () => {
  expect(table(['', 'a', 'long'], [['x', '1,000', '1']])).toBe(
    '        a   long\nx   1,000      1',
  );
});

test('durations choose their unit', () => {
  expect([0.0134, 6.789, 1623].map(timeWord)).toEqual(['13.4 µs', '6.79 ms', '1.62 s']);
});
