/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * Counts what vitest's JSON report (https://vitest.dev/guide/reporters#json-reporter) says. Whatever went wrong outside a test
 * (a file that does not load, an unhandled error, no report at all, no test found) counts as one failure, so that it cannot pass.
 *
 * @param {string | null} report text of the report, null when there is none
 * @param {number | null} exitCode of vitest
 * @param {boolean} filtered a file filter was given, so that finding nothing is no failure of this step
 * @returns {Counts}
 */
export function countTests(report, exitCode, filtered) {
  if (report === null) return { passed: 0, failed: filtered && exitCode === 0 ? 0 : 1, skipped: 0 };
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(report);
  const brokenFiles = testResults.filter(isBrokenFile).length;
  const counts = {
    passed: numPassedTests,
    failed: numFailedTests + brokenFiles,
    skipped: numPendingTests + numTodoTests,
  };
  const nothingRan = counts.passed + counts.failed === 0;
  if (nothingRan && !filtered) return { ...counts, failed: 1 };
  if (exitCode !== 0 && counts.failed === 0 && !(nothingRan && filtered)) return { ...counts, failed: 1 };
  return counts;
}

/**
 * A file that failed although none of its tests did: it did not load, or a hook threw.
 *
 * @param {{ status: string, assertionResults: readonly { status: string }[] }} file
 */
function isBrokenFile(file) {
  return file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed');
}
