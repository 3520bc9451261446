import { expect, test } from 'vitest';
import { memoryBack, neverBlocked, throughput, verdictsOf, verdictsRight } from './findings.mjs';

const load = { name: 'x', title: 'x', folder: 'x', files: 1000, invalid: 100, bytes: 5e6 };

test('verdicts are right only where every file got its own', () => {
  expect(verdictsRight(load, { valid: 900, invalid: 100 }).good).toBe(true);
  expect(verdictsRight(load, { valid: 901, invalid: 99 }).good).toBe(false);
  expect(verdictsRight(load, { valid: 900, invalid: 99 }).good).toBe(false);
  expect(verdictsRight(load, { valid: 900, invalid: 100, failed: 1 }).good).toBe(false);
});

test('memory may grow by less than 10 MB', () => {
  expect(memoryBack('after', 8e6, 17.9e6).good).toBe(true);
  expect(memoryBack('after', 8e6, 18.1e6).good).toBe(false);
});

test('a single long task is too many', () => {
  expect(neverBlocked({ tasks: 0, longest: 0 }).good).toBe(true);
  expect(neverBlocked({ tasks: 1, longest: 51 })).toMatchObject({ good: false });
});

test('throughput counts files and megabytes', () => {
  expect(throughput(load, 500)).toBe('500 ms: 2,000 files/s, 10 MB/s');
});

test('verdicts are read from what the app says', () => {
  const facts = ['9,000 valid', '1,000 invalid', '80 MB', '2 elements', '1.2 s'];
  expect(verdictsOf({ word: '1,000 of 10,000 invalid', facts })).toEqual({
    valid: 9000,
    invalid: 1000,
  });
  expect(verdictsOf({ word: 'Valid', facts: ['Version 1.2'] })).toEqual({ valid: 1 });
});
