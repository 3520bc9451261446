import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { sumOf, tallyOfBench, tallyOfFile, tallyOfPlaywright, tallyOfVitest } from './results.mjs';

const folder = mkdtempSync(join(tmpdir(), 'results-'));
afterAll(() => rmSync(folder, { recursive: true }));

const vitest = { numPassedTests: 3, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 };

test('a test file of vitest that cannot be loaded counts as a failure', () => {
  const testResults = [
    { status: 'failed', assertionResults: [] },
    { status: 'failed', assertionResults: [{}] },
    { status: 'passed', assertionResults: [{}] },
  ];
  expect(tallyOfVitest({ ...vitest, testResults })).toEqual({ passed: 3, failed: 2, skipped: 3 });
});

test('a flaky test of Playwright and an error outside tests count as failures', () => {
  const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 2 };
  expect(tallyOfPlaywright({ errors: [{}], stats })).toEqual({ passed: 5, failed: 3, skipped: 2 });
});

test('a runner without a report has failed, whatever its status', () => {
  const file = join(folder, 'absent.json');
  expect(tallyOfFile(file, 0, tallyOfVitest)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});

test('a runner that fails without a failed test has failed', () => {
  const file = join(folder, 'report.json');
  writeFileSync(file, JSON.stringify({ ...vitest, numFailedTests: 0, testResults: [] }));
  expect(tallyOfFile(file, 1, tallyOfVitest).failed).toBe(1);
  expect(tallyOfFile(file, 0, tallyOfVitest).failed).toBe(0);
});

test('what became worse than the baseline has failed, what it does not know is skipped', () => {
  const judgements = ['same', 'better', 'worse', 'new', 'gone'].map((verdict) => ({ verdict }));
  expect(tallyOfBench(judgements)).toEqual({ passed: 2, failed: 1, skipped: 2 });
});

test('tallies add up', () => {
  const one = { passed: 1, failed: 2, skipped: 3 };
  expect(sumOf([one, one])).toEqual({ passed: 2, failed: 4, skipped: 6 });
});
