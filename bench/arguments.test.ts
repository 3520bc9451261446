import { expect, test } from 'vitest';
import { readArguments } from './arguments.mjs';

test('by default everything is measured everywhere', () => {
  expect(readArguments([])).toMatchObject({
    sizes: [50e3, 500e3, 5e6, 50e6],
    places: ['node', 'browser', 'app'],
  });
});

test('sizes are read with their units', () => {
  expect(readArguments(['--sizes', '7.5KB, 500 MB,1GB,300']).sizes).toEqual([7500, 5e8, 1e9, 300]);
  expect(() => readArguments(['--sizes', 'huge'])).toThrow('“huge” is not a size');
});

test('baselines are about Node.js unless told', () => {
  expect(readArguments(['--compare', 'x.json']).places).toEqual(['node']);
  expect(readArguments(['--compare', 'x.json', '--in', 'node,browser']).places).toHaveLength(2);
});

test('places that do not exist are told', () => {
  expect(() => readArguments(['--in', 'cellar'])).toThrow('There is no place “cellar”');
});
