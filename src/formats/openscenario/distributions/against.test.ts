import { expect, test } from 'vitest';
import type { Found } from '../../../rules/rule';
import { Model } from '../model/model';
import { assigned, drawn, listed, one, range, sets, stepped } from '../testing/distributions';
import { readDocument, textAt } from '../testing/document';
import { distribution } from '../testing/scenarios';
import { checkAgainst, type DeclaredParameter } from './against';

const span = { offset: 0, endOffset: 1, line: 1, column: 1, endLine: 1, endColumn: 2 };

function parameter(name: string, more: Partial<DeclaredParameter>): DeclaredParameter {
  return { name, type: 'double', value: '0', constraints: [], span, ...more };
}

const parameters = [
  parameter('speed', {
    constraints: [[{ rule: 'lessOrEqual', bound: { type: 'double', value: 60 } }]],
  }),
  parameter('lanes', { type: 'int' }),
  parameter('model', { type: 'string' }),
  parameter('odd', { type: null }),
];

/** What is found: the code, and the text that it is found at. */
function found(text: string): string[] {
  const { document } = readDocument(text, '1.3');
  const all: Found[] = [];
  const tell = (one: Found): void => void all.push(one);
  const scenario = { path: 'folder/cut-in.xosc', parameters };
  checkAgainst(new Model(document), scenario, { unknown: tell, unfit: tell, unkept: tell });
  return all.map(
    ({ code, at, help }) => `${code} ${textAt(document, at)}${help ? ` (${help})` : ''}`,
  );
}

const deterministic = (inside: string): string =>
  distribution(`<Deterministic>${inside}</Deterministic>`);

test('values that fit', () => {
  const text = deterministic(
    sets(assigned('model', 'van') + assigned('odd', 'x')) +
      one('speed', listed('10', '60.0')) +
      one('lanes', stepped('1.0', '1.0', '3.0')),
  );
  expect(found(text)).toEqual([]);
});

test('a parameter that the scenario does not declare', () => {
  expect(found(deterministic(one('sped', listed('1'))))).toEqual([
    'unknown-parameter sped (Did you mean `speed`?)',
  ]);
});

test('values of another type', () => {
  const text = deterministic(one('lanes', listed('2', 'two')) + one('speed', listed('fast')));
  expect(found(text)).toEqual([
    expect.stringMatching(/^unfit-value two/),
    expect.stringMatching(/^unfit-value fast/),
  ]);
});

test('steps that are no whole numbers', () => {
  expect(found(deterministic(one('lanes', stepped('0.5', '1', '2.7'))))).toEqual([
    expect.stringMatching(/^unfit-value 2\.7/),
  ]);
});

test('constraints that are broken, also at the end of a range', () => {
  const text = deterministic(one('speed', stepped('5', '50', '72')));
  expect(found(text)).toEqual(['constraint-broken 72 (It has to be at most `60`.)']);
});

test('what is drawn is not known', () => {
  const text = drawn(`<UniformDistribution>${range('0', '100')}</UniformDistribution>`);
  expect(found(text.replace('"p"', '"speed"'))).toEqual([]);
});
