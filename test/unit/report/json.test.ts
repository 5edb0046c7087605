import { expect, it } from 'vitest';
import { reportToJson } from '../../../src/report/json.ts';
import { sanitizeReport } from '../../../src/report/sanitize.ts';
import { shopReport, TEST_KEY } from '../../fixtures/builders/reports.ts';

it.each(['default', 'strict', 'raw'] as const)('reads back what it wrote at level %s', (level) => {
  const report = sanitizeReport(shopReport(), { level, key: TEST_KEY });
  expect(JSON.parse(reportToJson(report))).toEqual(report);
});

it('takes no report that was not sanitized', () => {
  // @ts-expect-error a plain report is not a SanitizedReport, so this must not compile.
  expect(reportToJson(shopReport())).toContain('vitalog-session');
});
