import { existsSync, readFileSync } from 'node:fs';

/**
 * How many tests a runner ran, and how they went.
 *
 * @typedef {{ passed: number, failed: number, skipped: number }} Tally
 */

/**
 * Reads what vitest's JSON reporter wrote. A file of tests that could not be loaded counts as one
 * failed test.
 *
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number,
 *   numTodoTests: number, testResults: { status: string, assertionResults: unknown[] }[] }} report
 * @returns {Tally}
 */
export function tallyOfVitest(report) {
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * Reads what Playwright's JSON reporter wrote. Errors outside tests count as failed tests; a test
 * that failed first and passed later has failed, since it cannot be relied on.
 *
 * @param {{ errors: unknown[],
 *   stats: { expected: number, unexpected: number, flaky: number, skipped: number } }} report
 * @returns {Tally}
 */
export function tallyOfPlaywright({ errors, stats }) {
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  };
}

/**
 * Reads what the benchmarks wrote when they compared with a baseline: each thing measured is a test. What
 * the baseline does not know cannot fail, and counts as skipped.
 *
 * @param {readonly { verdict: string }[]} judgements
 * @returns {Tally}
 */
export function tallyOfBench(judgements) {
  const failed = judgements.filter(({ verdict }) => verdict === 'worse').length;
  const skipped = judgements.filter(
    ({ verdict }) => verdict === 'new' || verdict === 'gone',
  ).length;
  return { passed: judgements.length - failed - skipped, failed, skipped };
}

/**
 * The tally in a report file, as far as it goes with the runner's exit status: a runner that left
 * no report, or that failed without a failed test, counts as one failed test.
 *
 * @template Report
 * @param {string} file
 * @param {number} status
 * @param {(report: Report) => Tally} tallyOf
 * @returns {Tally}
 */
export function tallyOfFile(file, status, tallyOf) {
  const tally = existsSync(file)
    ? tallyOf(JSON.parse(readFileSync(file, 'utf8')))
    : { passed: 0, failed: 0, skipped: 0 };
  const ran = tally.passed + tally.failed + tally.skipped > 0;
  if (tally.failed === 0 && (status !== 0 || !ran)) return { ...tally, failed: 1 };
  return tally;
}

/**
 * Adds tallies up.
 *
 * @param {readonly Tally[]} tallies
 * @returns {Tally}
 */
export function sumOf(tallies) {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const { passed, failed, skipped } of tallies) {
    sum.passed += passed;
    sum.failed += failed;
    sum.skipped += skipped;
  }
  return sum;
}
