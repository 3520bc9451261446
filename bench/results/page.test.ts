import { expect, test } from 'vitest';
import { resultsPage } from './page.mjs';
import { spread } from './plots.mjs';
import type { Results } from './results.mjs';

const contestants = [
  { name: 'Tokenizing', role: 'stage', schema: false, note: 'a <note>', mistaken: false },
  { name: 'libxml2-wasm', role: 'peer', schema: false, note: 'to a DOM', mistaken: false },
] as const;

const results: Results = {
  format: 'scrutineer-bench',
  version: 1,
  date: '2026-03-01T10:00:00.000Z',
  machine: {
    processor: 'One & only',
    cores: 2,
    memory: 8e9,
    platform: 'linux x64',
    node: '20.19.0',
  },
  places: [{ id: 'node', title: 'Node.js', contestants: [...contestants] }],
  races: [50e3, 5e6].map((bytes) => ({
    place: 'node' as const,
    document: {
      id: `${bytes}`,
      title: `${bytes} bytes`,
      series: 'size',
      bytes,
      elements: 1,
      mistaken: false,
    },
    rows: [
      { name: 'Tokenizing', runs: [bytes / 1e6, bytes / 1e6] },
      { name: 'libxml2-wasm', runs: [bytes / 1e5, bytes / 1e5] },
    ],
  })),
  memory: [],
  app: null,
};

test('the page tells every figure, escapes what it is told, and loads nothing', () => {
  const page = resultsPage(results);
  expect(page).toContain('One &#38; only, 2 cores');
  expect(page).toContain('a &#60;note&#62;');
  expect(page).toContain('1,000 · 10.0×');
  expect(page.match(/<svg /g)).toHaveLength(2);
  expect(page).not.toMatch(/NaN|undefined|src=|https?:/);
});

test('labels keep their distance and their order, inside the plot', () => {
  expect(spread([50, 52, 90, 20], 10, 0, 100)).toEqual([50, 60, 90, 20]);
  expect(spread([99, 100, 98], 10, 0, 100)).toEqual([90, 100, 80]);
});
