import { expect, test } from 'vitest';
import type { FactTable } from '../../../rules/insight';
import { Model } from '../model/model';
import {
  assigned,
  drawn,
  listed,
  one,
  range,
  sets,
  single,
  stepped,
} from '../testing/distributions';
import { readDocument } from '../testing/document';
import { distribution, scenario } from '../testing/scenarios';
import { parameterSets } from './parameterSets';

function tableOf(text: string): FactTable | null {
  return parameterSets(new Model(readDocument(text, '1.3').document));
}

const deterministic = (inside: string): string =>
  distribution(`<Deterministic>${inside}</Deterministic>`);

test('each value with each other one, the last distribution first', () => {
  const text = deterministic(
    one('model', listed('car', 'van')) +
      sets(assigned('a', '1') + assigned('b', '2'), assigned('a', '3')) +
      one('speed', stepped('0.1', '0.1', '0.3')),
  );
  const table = tableOf(text);
  expect(table?.columns).toEqual(['Run', 'model', 'a', 'b', 'speed']);
  expect(table?.summary).toBe('12 runs, exactly as they follow from the distributions.');
  expect(table?.rows.slice(0, 4)).toEqual([
    ['1', 'car', '1', '2', '0.1'],
    ['2', 'car', '1', '2', '0.2'],
    ['3', 'car', '1', '2', '0.3'],
    ['4', 'car', '3', '', '0.1'],
  ]);
  expect(table?.rows.at(-1)).toEqual(['12', 'van', '3', '', '0.3']);
});

test('a hundred runs are shown at most', () => {
  const table = tableOf(single(stepped('1', '1', '5000')));
  expect(table?.rows).toHaveLength(100);
  expect(table?.summary).toBe(
    '5,000 runs, exactly as they follow from the distributions; the first 100 are shown.',
  );
});

test('a distribution of the user’s own is not guessed', () => {
  const own = '<UserDefinedDistribution type="mine">x</UserDefinedDistribution>';
  const table = tableOf(deterministic(one('a', listed('1', '2')) + one('b', own)));
  expect(table?.rows).toEqual([['1', '1', '?']]);
  expect(table?.summary).toMatch(/^The number of runs cannot be known here/);
});

test('samples are the same each time, within their range, and marked', () => {
  const normal = `<NormalDistribution expectedValue="5" variance="4">${range('4', '6')}</NormalDistribution>`;
  const table = tableOf(drawn(normal, { runs: '250', seed: '7' }));
  expect(table?.title).toBe('Parameter sets (samples)');
  expect(table?.summary).toBe(
    '250 runs; samples drawn with the seed 7, others than a simulator draws; the first 100 are shown.',
  );
  expect(table?.rows).toHaveLength(100);
  for (const [, value] of table?.rows ?? []) {
    expect(Number(value)).toBeGreaterThanOrEqual(4);
    expect(Number(value)).toBeLessThanOrEqual(6);
  }
  expect(tableOf(drawn(normal, { runs: '250', seed: '7' }))).toEqual(table);
  expect(tableOf(drawn(normal, { runs: '250', seed: '8' }))?.rows).not.toEqual(table?.rows);
});

test.each([
  ['<UniformDistribution><Range lowerLimit="1" upperLimit="2"/></UniformDistribution>', /^1\.\d+$/],
  ['<PoissonDistribution expectedValue="3"/>', /^\d+$/],
  ['<LogNormalDistribution expectedValue="0" variance="1"/>', /^\d+(\.\d+)?(e-\d+)?$/],
  [
    '<ProbabilityDistributionSet><Element value="a" weight="1"/><Element value="b" weight="0"/></ProbabilityDistributionSet>',
    /^a$/,
  ],
  [
    '<Histogram><Bin weight="1"><Range lowerLimit="3" upperLimit="4"/></Bin></Histogram>',
    /^3\.\d+$/,
  ],
  ['<UserDefinedDistribution type="mine">x</UserDefinedDistribution>', /^\?$/],
  ['<NormalDistribution expectedValue="1" variance="-1"/>', /^\?$/],
])('draws from %s', (inside, pattern) => {
  const rows = tableOf(drawn(inside))?.rows ?? [];
  expect(rows).toHaveLength(10);
  for (const [, value] of rows) expect(value).toMatch(pattern);
});

test('a range that hardly any value falls into ends the drawing all the same', () => {
  const far = `<NormalDistribution expectedValue="0" variance="1">${range('500', '600')}</NormalDistribution>`;
  expect(tableOf(drawn(far, { runs: '1' }))?.rows).toEqual([['1', '500']]);
});

test('other documents have no such table', () => {
  expect(tableOf(scenario())).toBeNull();
  expect(tableOf(deterministic(''))).toBeNull();
});
