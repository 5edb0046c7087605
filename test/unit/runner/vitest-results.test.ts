import { describe, expect, it } from 'vitest';
import { countTests } from '../../runner/vitest-results.mjs';

interface File {
  readonly status: string;
  readonly assertionResults: readonly { readonly status: string }[];
}

function report(numPassedTests: number, numFailedTests: number, testResults: readonly File[] = []): string {
  return JSON.stringify({ numPassedTests, numFailedTests, numPendingTests: 0, numTodoTests: 0, testResults });
}

describe('the count of tests', () => {
  it('is what the report says when all went its way', () => {
    expect(countTests(report(5, 0), 0, false)).toEqual({ passed: 5, failed: 0, skipped: 0 });
    expect(countTests(report(5, 2), 1, false)).toEqual({ passed: 5, failed: 2, skipped: 0 });
  });

  it('has a failure for each file that failed without a failed test', () => {
    const broken = { status: 'failed', assertionResults: [] };
    const red = { status: 'failed', assertionResults: [{ status: 'failed' }] };
    expect(countTests(report(5, 1, [broken, red]), 1, false)).toMatchObject({ passed: 5, failed: 2 });
  });

  it('has a failure when vitest failed although every test passed', () => {
    expect(countTests(report(5, 0), 1, false)).toMatchObject({ passed: 5, failed: 1 });
  });

  it('has a failure when there is no report, and when no test ran', () => {
    expect(countTests(null, null, false)).toMatchObject({ passed: 0, failed: 1 });
    expect(countTests(report(0, 0), 0, false)).toMatchObject({ passed: 0, failed: 1 });
  });

  it('is nothing when the filter fits no file of this step', () => {
    expect(countTests(report(0, 0), 1, true)).toMatchObject({ passed: 0, failed: 0 });
  });
});
