import { randomBytes } from 'node:crypto';
import type { AnalyzedPage } from '../../analysis/analyze-session.ts';
import type { RedactionLevel } from '../../model/report.ts';
import type { SanitizedReport } from '../../report/sanitize.ts';
import { REDACTION_KEY_BYTES, sessionReport } from '../../report/session-report.ts';
import { CliError } from '../cli-error.ts';

/** The report that the panel's export would write. Throws a CliError when there is no page load. */
export function reportOf(
  pageLoads: readonly AnalyzedPage[],
  version: string,
  now: number,
  level: RedactionLevel,
): SanitizedReport {
  const report = sessionReport(pageLoads, { version, now, key: randomBytes(REDACTION_KEY_BYTES), level });
  if (report === null) throw new CliError('The session has no page load to report.');
  return report;
}
