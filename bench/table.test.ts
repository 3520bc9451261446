import { expect, test } from 'vitest';
import { table } from './table.mjs';

test('speeds stand right-aligned below their sizes, and reasons in their place', () => {
  const rows = [
    { name: 'quick', results: [{ bytes: 5e6, runs: [10, 10, 10] }, { failed: 'too large' }] },
    {
      name: 'slow one',
      results: [
        { bytes: 5e6, runs: [90, 100, 110] },
        { bytes: 1e6, runs: [1000] },
      ],
    },
    { name: 'absent', results: 'not here' },
  ];
  expect(table(['5MB', '1MB'], rows).split('\n')).toEqual([
    '                5MB                1MB',
    'quick      500 ± 0%  failed: too large',
    'slow one  50.0 ± 5%           1.0 ± 0%',
    'absent    not here',
  ]);
});
